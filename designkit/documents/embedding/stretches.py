"""The HTML comments of a Markdown text: those that a reader of it would not see.

What stands in code, fenced or inline, is shown and is no comment.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
BEGIN, END = "<!--", "-->"
IN_HTML = re.compile(BEGIN)
IN_TEXT = re.compile(
    rf"\\.|(?<!`)(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)|{BEGIN}", re.DOTALL
)
"""Where a comment begins in a text, after what only looks so: escapes and code."""

CODE, HTML, TEXT = ("fence", "code_block"), "html_block", "text"


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: what it says, where it begins and ends, whether HTML is around it."""

    said: str
    start: int
    end: int
    is_in_html: bool


def line_ends(text: str) -> tuple[int, ...]:
    """Return where each line of Markdown ends, behind its break."""
    return tuple(found.end() for found in LINE.finditer(text) if found[0])


def comments(text: str) -> Iterator[Comment]:
    """Give the comments of a Markdown `text`, in their order."""
    for start, end, is_html in _stretches(text):
        pattern = IN_HTML if is_html else IN_TEXT
        while found := pattern.search(text, start, end):
            start = found.end()
            if found[0] == BEGIN:
                closed = text.find(END, start, end)
                if closed < 0:
                    break
                said, start = text[start:closed], closed + len(END)
                yield Comment(said, found.start(), start, is_html)


def _stretches(text: str) -> Iterator[tuple[int, int, bool]]:
    """Give the blocks that are no code: where they begin and end, and if as HTML."""
    ends = line_ends(text)
    kinds, starts = _kinds(text, len(ends))
    number = 0
    for (kind, _), lines in groupby(zip(kinds, starts, strict=True)):
        first, number = number, number + len(list(lines))
        if kind not in CODE:
            yield ends[first - 1] if first else 0, ends[number - 1], kind == HTML


def _kinds(text: str, lines: int) -> tuple[list[str], list[int]]:
    """Return for each line what it is of, and how many blocks have begun with it."""
    kinds, breaks = [TEXT] * lines, [0] * (lines + 1)
    for token in _tokens(text):
        if token.map:
            first, last = token.map
            breaks[first] = breaks[min(last, lines)] = 1
            if token.type in (*CODE, HTML):
                kinds[first:last] = [token.type] * (min(last, lines) - first)
    return kinds, list(accumulate(breaks[:lines]))


def _tokens(text: str) -> "list[Token]":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table").parse(text)
