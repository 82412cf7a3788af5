"""Characters that a reader of a text does not see, or sees elsewhere."""

import re
import unicodedata
from collections.abc import Iterator

from designkit.diagnostics import Span
from designkit.source.node import Stretch, span_of
from designkit.source.syntax_code import SyntaxCode
from designkit.source.syntax_problem import SyntaxProblem
from designkit.text.lines import split_lines

# What YAML 1.2 §5.1 does not allow, marks that turn the direction of the text
# (U+202A to U+202E, U+2066 to U+2069), and a byte order mark within it.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
    "\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


def unseen_characters(text: str) -> Iterator[SyntaxProblem]:
    """Report the first unseen character of every line."""
    if not _UNSEEN.search(text):
        return
    for number, line in enumerate(split_lines(text), 1):
        if found := _UNSEEN.search(line):
            span = Span(number, found.start() + 1, number, found.end() + 1)
            yield _problem(found.group(), span)


def unseen_escape(value: str, here: Stretch) -> SyntaxProblem | None:
    """Report an unseen character that came into a quoted value by an escape."""
    found = _UNSEEN.search(value)
    return _problem(found.group(), span_of(here)) if found else None


def _problem(character: str, span: Span) -> SyntaxProblem:
    name = unicodedata.name(character, "a control character").lower()
    message = f"U+{ord(character):04X}, {name}, stands here and cannot be seen"
    advice = "remove it: it can make a text look other than it is"
    return SyntaxProblem(SyntaxCode.CONTROL_CHARACTER, message, span, advice)
