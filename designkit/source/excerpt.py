"""Shows a finding with the lines it speaks of, for people who read a terminal."""

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import accumulate
from types import MappingProxyType

from designkit.diagnostics import Diagnostic, Related, Severity, Span
from designkit.text.cells import laid_out, safe
from designkit.text.lines import split_lines

ELLIPSIS = "…"
NARROWEST = 20  # cells of a line that are shown at least
NO_OTHERS: Mapping[str, str] = MappingProxyType({})

_RESET = "\x1b[0m"
_BOLD = "\x1b[1m"
_BLUE = "\x1b[1;34m"
_COLOURS = {
    Severity.ERROR: "\x1b[1;31m",
    Severity.WARNING: "\x1b[1;33m",
    Severity.INFO: "\x1b[1;36m",
}


def excerpt(
    text: str | tuple[str, ...],
    diagnostic: Diagnostic,
    *,
    see: str = "",
    colour: bool = False,
    width: int = 100,
    others: Mapping[str, str] = NO_OTHERS,
) -> str:
    """Show a finding above the lines of the text it points at; `text` may be its lines.

    A place that it refers to may be in one of `others`, texts by the names of files.
    `^` marks its place and `-` what it refers to; a longer line is cut at `width`
    cells. `see` is where to read more. Nothing in the result can steer a terminal but
    our own colours.
    """
    marks = sorted(_marks(diagnostic), key=lambda m: (m.span.line, not m.is_primary))
    numbers = [mark.span.line for mark in marks]
    lines = split_lines(text) if isinstance(text, str) else text
    page = _Excerpt(lines, len(str(max(numbers))), width, colour)
    rows = [*_header(diagnostic, page)]
    rows += _body([mark for mark in marks if not mark.file], page)
    for file in dict.fromkeys(mark.file for mark in marks if mark.file):
        there = replace(page, lines=split_lines(others.get(file, "")))
        here = [mark for mark in marks if mark.file == file]
        rows += [_place(":::", file, here[0].span, page), *_body(here, there)]
    rows += _told("help", diagnostic.help, page)
    rows += _told("see", see, page)
    return "\n".join(rows)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A place to underline, with what to say there."""

    span: Span
    sign: str
    colour: str
    message: str = ""
    file: str = ""
    """The file that it is in, if that is not the one of the finding."""

    @property
    def is_primary(self) -> bool:
        return self.sign == "^"


@dataclass(frozen=True, slots=True)
class _Excerpt:
    """The lines of the text and the shape of what is printed."""

    lines: tuple[str, ...]
    gutter: int
    width: int
    colour: bool

    def paint(self, text: str, code: str) -> str:
        return f"{code}{text}{_RESET}" if self.colour and text else text

    def bold(self, text: str) -> str:
        return self.paint(text, _BOLD)

    def edge(self, sign: str, number: str = "") -> str:
        return self.paint(f"{number:>{self.gutter}} {sign}", _BLUE)

    @property
    def room(self) -> int:
        return max(NARROWEST, self.width - self.gutter - 3)


def _marks(diagnostic: Diagnostic) -> list[_Mark]:
    primary = _Mark(diagnostic.span, "^", _COLOURS[diagnostic.severity])
    return [primary, *(_second(diagnostic, it) for it in diagnostic.related)]


def _second(diagnostic: Diagnostic, related: Related) -> _Mark:
    file = diagnostic.file_of(related)
    elsewhere = "" if file == diagnostic.file else file
    return _Mark(related.span, "-", _BLUE, related.message, elsewhere)


def _header(diagnostic: Diagnostic, page: _Excerpt) -> tuple[str, str]:
    what = f"{diagnostic.severity}[{safe(diagnostic.code)}]"
    label = page.paint(what, _COLOURS[diagnostic.severity])
    said = page.bold(f"{safe(diagnostic.name)}: {safe(diagnostic.message)}")
    place = _place("-->", diagnostic.file, diagnostic.span, page)
    return f"{label} {said}", place


def _place(sign: str, file: str, span: Span, page: _Excerpt) -> str:
    arrow = page.paint(" " * page.gutter + sign, _BLUE)
    return f"{arrow} {safe(file)}:{span.line}:{span.column}"


def _told(label: str, text: str, page: _Excerpt) -> Iterator[str]:
    """Give what is said below the lines, broken between words."""
    left = f"{page.edge('=')} {page.bold(label)}: "
    wide = max(NARROWEST, page.room - len(f"{label}: "))
    for line in textwrap.wrap(
        safe(text), wide, break_long_words=False, break_on_hyphens=False
    ):
        yield left + line
        left = " " * (page.gutter + len(f" = {label}: "))


def _body(every: list[_Mark], page: _Excerpt) -> list[str]:
    marks = [mark for mark in every if mark.span.line <= len(page.lines)]
    if not marks:
        return []
    rows = [page.edge("|")]
    previous = None
    for number in dict.fromkeys(mark.span.line for mark in marks):
        if previous is not None and number > previous + 1:
            rows.append(page.paint("...", _BLUE))
        here = [mark for mark in marks if mark.span.line == number]
        rows += _line(number, here, page)
        previous = number
    return [*rows, page.edge("|")]


def _line(number: int, marks: list[_Mark], page: _Excerpt) -> list[str]:
    line, marks = _nearby(page.lines[number - 1], marks, page.room)
    window = _window(line, _cells(line, marks[0].span), page.room)
    rows = [f"{page.edge('|', str(number))} {window.text}".rstrip()]
    for mark in marks:
        start, end = window.clip(_cells(line, mark.span))
        signs = page.paint(mark.sign * (end - start), mark.colour)
        said = page.paint(safe(mark.message).rstrip(), mark.colour)
        rows.append(f"{page.edge('|')} {' ' * start}{signs} {said}".rstrip())
    return rows


def _nearby(line: str, marks: list[_Mark], room: int) -> tuple[str, list[_Mark]]:
    """Take the part of a line that can come to be seen; some fill a megabyte."""
    skipped = max(0, marks[0].span.column - 1 - room)
    moved = [replace(mark, span=_moved(mark.span, skipped)) for mark in marks]
    return line[skipped : skipped + 3 * room].rstrip(), moved


def _moved(span: Span, left: int) -> Span:
    start, end = max(1, span.column - left), max(1, span.end_column - left)
    return Span(span.line, start, span.end_line, end)


def _cells(line: str, span: Span) -> tuple[int, int]:
    """Find the first cell of a span in its first line, and the one after it."""
    stops = list(accumulate((cells for _, cells in laid_out(line)), initial=0))
    last = len(line) if span.end_line > span.line else span.end_column - 1
    start = stops[min(span.column - 1, len(line))]
    end = stops[min(last, len(line))]
    return start, max(end, start + 1)


@dataclass(frozen=True, slots=True)
class _Window:
    """The part of a line that is shown; `offset` cells of it lie to the left."""

    text: str
    offset: int
    cells: int

    def clip(self, cells: tuple[int, int]) -> tuple[int, int]:
        """Move cells of the line into the window, at least one at its edge."""
        start = min(max(cells[0] - self.offset, 0), max(self.cells - 1, 0))
        end = min(cells[1] - self.offset, max(self.cells, start + 1))
        return start, max(end, start + 1)


def _window(line: str, focus: tuple[int, int], room: int) -> _Window:
    """Cut a line to the room there is, a third of it before what is marked."""
    shown = list(laid_out(line))
    total = sum(cells for _, cells in shown)
    if total <= room:
        return _Window("".join(sign for sign, _ in shown), 0, max(room, focus[1]))
    left = max(0, min(focus[0] - room // 3, total - room))
    return _Window(_cut(shown, left, left + room), left, room)


def _cut(shown: list[tuple[str, int]], left: int, right: int) -> str:
    """Take the cells from left to right, with an ellipsis where more follows."""
    is_cut = sum(cells for _, cells in shown) > right
    first, last = left + (left > 0), right - is_cut
    kept, cell = "", 0
    for sign, cells in shown:
        inside = min(cell + cells, last) - max(cell, first)
        kept += sign if inside == cells else " " * inside  # half of a wide sign
        cell += cells
    return ELLIPSIS * (left > 0) + kept + ELLIPSIS * is_cut
