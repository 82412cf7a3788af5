"""Says in our words what a YAML parser found wrong, and what it may come from.

The two parsers of PyYAML word the same mistake differently and agree on its place,
so a mistake is told by what the wordings share and by the text around the place.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import yaml

from designkit.diagnostics import Related, Span
from designkit.source.syntax_code import SyntaxCode
from designkit.source.syntax_problem import SyntaxProblem

LONGEST_KEY = 1024  # YAML 1.2 §7.4.2


@dataclass(frozen=True, slots=True)
class _Mistake:
    """A mistake of syntax: the words of the parser, and the text around it."""

    words: str
    at: Span
    opened: Span | None
    lines: tuple[str, ...]

    @property
    def before(self) -> str:
        return self.lines[self.at.line - 1][: self.at.column - 1]

    @property
    def sign(self) -> str:
        return self.sign_at(self.at)

    @property
    def is_at_end(self) -> bool:
        rest = self.lines[self.at.line - 1][self.at.column - 1 :]
        return not any((rest, *self.lines[self.at.line :]))

    def sign_at(self, span: Span) -> str:
        line = self.lines[span.line - 1]
        return line[span.column - 1 : span.column]


def explain(error: yaml.MarkedYAMLError, lines: tuple[str, ...]) -> SyntaxProblem:
    """Turn an error of a parser into a problem with a place."""
    words = f"{error.context or ''}: {error.problem or ''}"
    opened = _span(error.context_mark, lines)
    at = _span(error.problem_mark, lines) or opened or Span(1, 1, 1, 1)
    mistake = _Mistake(words, at, opened, lines)
    for sign, explanation in _EXPLANATIONS:
        if sign in words and (problem := explanation(mistake)):
            return problem
    return _problem("this cannot be read as YAML", at)


def _span(mark: yaml.Mark | None, lines: tuple[str, ...]) -> Span | None:
    if mark is None:
        return None
    line, column = mark.line, mark.column
    if line >= len(lines):  # libyaml ends a text one line below its last one
        line, column = len(lines) - 1, len(lines[-1])
    return Span(line + 1, column + 1, line + 1, column + 2)


def _problem(
    message: str, span: Span, help: str = "", related: tuple[Related, ...] = ()
) -> SyntaxProblem:
    return SyntaxProblem(SyntaxCode.YAML_SYNTAX, message, span, help, related)


def _tab(mistake: _Mistake) -> SyntaxProblem | None:
    if mistake.sign != "\t" or mistake.before.strip():
        return None
    return _problem("a tab cannot indent a line", mistake.at, "indent with spaces")


def _quoted(mistake: _Mistake) -> SyntaxProblem | None:
    if "stream" in mistake.words or "document" in mistake.words:
        quote = mistake.opened or mistake.at
        sign = mistake.sign_at(quote)
        message = f"the text that `{sign}` opens here is never closed"
        return _problem(message, quote, f"end it with `{sign}`")
    return _escape(mistake)


def _escape(mistake: _Mistake) -> SyntaxProblem:
    at = mistake.at
    line = mistake.lines[at.line - 1]
    column = line.rfind("\\", 0, at.column) + 1 or at.column
    end = max(column + 1, at.column)
    shown = line[column - 1 : column + 1]
    message = f"`{shown}` starts no escape that YAML knows"
    advice = "write `\\\\` for a backslash, or use single quotes"
    return _problem(message, Span(at.line, column, at.line, end), advice)


def _name(mistake: _Mistake) -> SyntaxProblem:
    start = mistake.opened or mistake.at
    sign = mistake.sign_at(start)
    what = "an alias" if sign == "*" else "an anchor"
    message = f"`{sign}` starts {what} here, and no name follows"
    return _problem(message, start, "put the text into quotes")


def _block(mistake: _Mistake) -> SyntaxProblem:
    start = mistake.opened or mistake.at
    sign = mistake.sign_at(start)
    message = f"`{sign}` opens a block of text, which starts on the next line"
    return _problem(message, start, f"quote the value if its `{sign}` is meant as text")


def _tag(mistake: _Mistake) -> SyntaxProblem:
    start = mistake.opened or mistake.at
    advice = "take it away, or quote the value if its `!` is meant as text"
    return SyntaxProblem(SyntaxCode.YAML_TAG, "a design has no tags", start, advice)


def _bracket(mistake: _Mistake) -> SyntaxProblem | None:
    opened = mistake.opened
    if opened is None:
        return None
    sign = mistake.sign_at(opened)
    close = "]" if sign == "[" else "}"
    if mistake.is_at_end:
        return _problem(f"`{sign}` is never closed", opened, f"end it with `{close}`")
    if opened.line != mistake.at.line:
        related = (Related(mistake.at, "this does not fit into it"),)
        message = f"`{sign}` is not closed, or misses a comma"
        return _problem(message, opened, f"end it with `{close}`", related)
    message = f"`,` or `{close}` must stand here, not `{mistake.sign}`"
    related = (Related(opened, "opened here"),)
    return _problem(message, mistake.at, _quoting(mistake), related)


def _quoting(mistake: _Mistake) -> str:
    """Say which value to quote, where a second colon shows which it is."""
    last = re.split(r"[,{\[]", mistake.before)[-1].strip()
    key, colon, text = last.partition(": ")
    if mistake.sign != ":" or not colon:
        return "quote a value that holds such signs"
    after = re.split("[,}]", mistake.lines[mistake.at.line - 1][mistake.at.column :])[0]
    return f'quote the value, since it has a colon: {key}: "{text}: {after.strip()}"'


def _no_value(mistake: _Mistake) -> SyntaxProblem:
    message = f"a value must stand here, not `{mistake.sign}`"
    if mistake.is_at_end:
        message = "a value must stand here, and the file ends"
    return _problem(message, mistake.at)


def _second_colon(mistake: _Mistake) -> SyntaxProblem:
    at, before = mistake.at, mistake.before
    if ": " in before:
        advice = "quote the value if its `:` is meant as text"
        return _problem("a second `: ` stands on this line", at, advice)
    if len(before) > LONGEST_KEY:
        message = f"a key is longer than {LONGEST_KEY:,} characters"
        return _problem(message, Span(at.line, 1, at.line, at.column))
    start = len(before) - len(before.lstrip()) + 1
    message = "a key cannot stand here: the line above is not finished"
    advice = "indent it as its neighbours, or give the line above its `: `"
    return _problem(message, Span(at.line, start, at.line, at.column), advice)


def _no_colon(mistake: _Mistake) -> SyntaxProblem:
    start = mistake.opened or mistake.at
    end = len(mistake.lines[start.line - 1].rstrip()) + 1
    span = Span(start.line, start.column, start.line, max(end, start.column + 1))
    return _problem("this line has no `: `", span, "a colon and a space end a key")


def _item(mistake: _Mistake) -> SyntaxProblem:
    message = "an item of a list cannot start here"
    advice = "start it on a line of its own, or quote the value"
    return _problem(message, mistake.at, advice)


def _misfit(mistake: _Mistake) -> SyntaxProblem:
    sign, at = mistake.sign, mistake.at
    if sign and sign in "]}":
        return _problem(f"`{sign}` closes nothing", at)
    if sign == ":":
        return _problem("a key must stand before `:`", at)
    if mistake.before.strip(" -"):
        message = "the value before this is finished already"
        return _problem(message, at, "quote the whole value")
    return _misfit_line(mistake)


def _misfit_line(mistake: _Mistake) -> SyntaxProblem:
    at, opened = mistake.at, mistake.opened
    what = "list" if "collection" in mistake.words else "mapping"
    message = f"this line does not fit the {what} it stands in"
    related = (Related(opened, f"the {what} starts here"),) if opened else ()
    advice = "indent a line exactly as its neighbours"
    if what == "mapping" and mistake.sign == "-":
        message = "an item of a list stands among the keys of a mapping"
    if what == "list" and opened and at.column == opened.column:
        message, advice = "a key stands among the items of a list", ""
    return _problem(message, at, advice, related)


_SIGNS = {"\t": "a tab", "`": "a backtick"}


def _start(mistake: _Mistake) -> SyntaxProblem:
    shown = _SIGNS.get(mistake.sign, f"`{mistake.sign}`")
    message = f"a value cannot start with {shown}"
    return _problem(message, mistake.at, "put the value into quotes")


def _directive(mistake: _Mistake) -> SyntaxProblem:
    message = "a line that starts with `%` is a directive, and this one is unknown"
    return _problem(message, mistake.opened or mistake.at, "take the line away")


def _document(mistake: _Mistake) -> SyntaxProblem | None:
    if any(line.startswith("%") for line in mistake.lines[: mistake.at.line]):
        return None
    return _problem("the document ends before this", mistake.at)


_Explanation: TypeAlias = Callable[[_Mistake], SyntaxProblem | None]

_EXPLANATIONS: tuple[tuple[str, _Explanation], ...] = (
    ("", _tab),
    ("quoted scalar", _quoted),
    ("scanning an anchor", _name),
    ("scanning an alias", _name),
    ("scanning a block scalar", _block),
    ("tag", _tag),
    ("directive", _directive),
    ("incompatible", _directive),
    ("expected ',' or", _bracket),
    ("node content", _no_value),
    ("mapping values are not allowed", _second_colon),
    ("could not find expected ':'", _no_colon),
    ("sequence entries are not allowed", _item),
    ("parsing a block", _misfit),
    ("cannot start any token", _start),
    ("document start", _document),
)
