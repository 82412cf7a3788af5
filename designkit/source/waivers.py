"""Findings that are accepted: the section `waivers`, and comments beside elements.

    waivers:
      - {rule: no-rollback, at: score, reason: batch scores; yesterday's are kept}

    score: {kind: batch-scorer}   # designkit: ignore[no-rollback] yesterday's are kept

A comment speaks for the element whose key is on its line and for all below it; alone
on a line it speaks for the element on the next. Both need a reason.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from designkit.diagnostics import Diagnostic, Span
from designkit.model.partial import unknown_in
from designkit.model.reasons import Waiver
from designkit.model.unknown import UnknownError, known
from designkit.source.loader import Loaded
from designkit.source.node import YamlNode, span_of
from designkit.text.lines import split_lines

COMMENT = re.compile(r"(?:^|\s)(#\s*designkit:\s*ignore(?:\[([^\]]*)\])?\s*(.*?))\s*$")

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Waived:
    """One acceptance: which rule, where, and why; `span` is where it is written.

    `until` is its last day, like 2027-06-30; without one it holds for good.
    `lines` are those that a comment speaks for; `at` is the element that an entry of
    the section names. With neither it speaks for the whole design, or for the whole of
    the included file in which it is written.
    """

    rule: str
    reason: str
    span: Span
    at: str = ""
    lines: range | None = None
    until: str = ""

    def covers(self, found: Diagnostic) -> bool:
        """Whether it accepts `found`."""
        if self.rule not in (found.code, found.name):
            return False
        if self.span.file not in ("", found.span.file):
            return False  # what a part accepts is in that part
        if self.lines is not None:
            is_here = self.span.file == found.span.file
            return is_here and found.span.line in self.lines
        return not self.at or _is_at(found.element, self.at)

    def is_past(self, day: date) -> bool:
        """Whether its last day lies before `day`."""
        return self.has_day and self.until < day.isoformat()

    @property
    def has_day(self) -> bool:
        """Whether its end is a day."""
        return bool(DAY.fullmatch(self.until))


def _is_at(element: str, at: str) -> bool:
    """Whether `element` is what `at` names, or lies below it.

    A component is named with or without its section, and speaks for its flows; a flow
    as it is written.
    """
    wanted = re.sub(r"\s*->\s*", "->", at.strip()).replace(" ", "")
    below = (f"{wanted}.", f"{wanted}:")
    names = (element, element.partition(".")[2])
    return any(name == wanted or name.startswith(below) for name in names) or (
        wanted in _ends(element)
    )


def _ends(element: str) -> tuple[str, ...]:
    """Return the components that a flow joins; nothing of what is no flow."""
    if not element.startswith("flows."):
        return ()
    ends = element.removeprefix("flows.").partition(":")[0].split("->")
    return (*ends, *(f"components.{end}" for end in ends))


def read_waivers(loaded: Loaded) -> tuple[Waived, ...]:
    """Return everything that the file accepts, section first, then comments."""
    comments = list(_of_comments(loaded.text, loaded.root))
    for part in loaded.parts:
        comments += _of_comments(part.text, part.root, part.file)
    return (*_of_section(loaded), *comments)


def _of_section(loaded: Loaded) -> Iterator[Waived]:
    for index, waiver in enumerate(_written(loaded)):
        if unknown_in(waiver):
            continue
        span = loaded.locate(("waivers", index, "rule"))
        until = waiver.until or ""
        yield Waived(waiver.rule, waiver.reason, span, waiver.at or "", until=until)


def _written(loaded: Loaded) -> tuple[Waiver, ...]:
    """Return the waivers of the section, as far as they were read."""
    if loaded.known is None:
        return ()
    try:
        return known(loaded.known.waivers)
    except UnknownError:
        return ()


def _of_comments(text: str, root: YamlNode | None, file: str = "") -> Iterator[Waived]:
    """Give the comments of one text; `file` is that of an included one."""
    lines = enumerate(split_lines(text), 1)
    matches = [(n, match) for n, line in lines if (match := COMMENT.search(line))]
    if root is None or not matches:
        return
    texts = sorted(it for it in _texts(root) if it.file == file)
    elements = dict(_elements(root, file))
    for number, match in matches:
        column = match.start(1) + 1
        if not _is_text(number, column, texts):
            stands_alone = not match.string[: match.start(1)].strip()
            first = number + 1 if stands_alone else number
            last = elements.get(first, (first, first))[1]
            span = Span(number, column, number, match.end(1) + 1, file)
            for rule in (match[2] or "").split(","):
                lines_meant = range(number, last + 1)
                yield Waived(rule.strip(), match[3], span, lines=lines_meant)


def _texts(node: YamlNode) -> Iterator[Span]:
    """Give the place of every scalar, in which a ``#`` is no comment."""
    if node.kind == "scalar":
        yield node.span
    for child in _children(node):
        yield from _texts(child)


def _elements(node: YamlNode, file: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """Give the first and last line of each entry and item in `file`, by its first line.

    The outermost comes last, and so wins in a mapping.
    """
    for child in _children(node):
        yield from _elements(child, file)
    for key, child in node.entries.items():
        first = span_of(node.key_stretches[key])
        if first.file == file:
            yield first.line, (first.line, max(first.line, child.span.end_line))
    if isinstance(node.value, tuple):
        for child in node.value:
            if child.span.file == file:
                yield child.span.line, (child.span.line, child.span.end_line)


def _children(node: YamlNode) -> Iterable[YamlNode]:
    return node.value if isinstance(node.value, tuple) else node.entries.values()


def _is_text(line: int, column: int, texts: Sequence[Span]) -> bool:
    """Whether a place lies in one of `texts`, which are in order and do not overlap."""
    before = bisect_right(texts, (line, column), key=_start)
    last = texts[before - 1] if before else Span(1, 1, 1, 1)
    return (line, column) < (last.end_line, last.end_column)


def _start(span: Span) -> tuple[int, int]:
    return span.line, span.column
