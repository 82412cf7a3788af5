"""How text lies in the cells of a terminal: widths, tabs and signs unfit to print."""

import unicodedata
from collections.abc import Iterator
from itertools import repeat

from designkit.text.clusters import follows

TAB = 4  # cells between tab stops
REPLACEMENT = "\ufffd"  # one cell wide, for what must not reach a terminal
_JOINERS = "\u200c\u200d"  # U+200C and U+200D: Persian words and emoji need them
_UNFIT = frozenset(("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"))


def safe(text: str) -> str:
    """Replace what a terminal would obey or not show; breaks become spaces."""
    if text.isascii() and text.isprintable():
        return text
    spaced = " ".join(text.split()) if _has_break(text) else text
    return "".join(map(_printable, spaced))


def laid_out(line: str) -> Iterator[tuple[str, int]]:
    """Give for each character of a line what to print for it and its cells."""
    if line.isascii() and line.isprintable():
        yield from zip(line, repeat(1), strict=False)
        return
    cell = 0
    for character, is_attached in zip(line, follows(line), strict=True):
        shown = " " * (TAB - cell % TAB) if character == "\t" else _printable(character)
        cells = 0 if is_attached and shown == character else sum(map(_cells, shown))
        yield shown, cells
        cell += cells


def _has_break(text: str) -> bool:
    return any(character in "\t\n\r\x85\u2028\u2029" for character in text)


def _printable(character: str) -> str:
    if character.isascii():
        return character if character.isprintable() else REPLACEMENT
    if character in _JOINERS or unicodedata.category(character) not in _UNFIT:
        return character
    return REPLACEMENT


def _cells(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
