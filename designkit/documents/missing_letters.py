"""Letters of a design that will be boxes in print, each told once, at its place."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from designkit.pictures.coverage import unlettered
from designkit.source.loader import Loaded
from designkit.source.node import YamlNode
from designkit.text.counts import counted
from designkit.text.lines import split_lines

DRAWN = ("png", "pdf", "share")
"""The formats in which letters are drawn, and not left to the fonts of the reader."""

MOST_TOLD = 5
Place = tuple[str, int, int]
"""File, line and column; the file of the design itself is called ""."""


def missing_letters(loaded: Loaded, formats: Iterable[str]) -> tuple[str, ...]:
    """Say which letters of a design no font has, where any of `formats` needs one.

    Each is told once, at its first place, with a way out.
    """
    drawn = [name for name in DRAWN if name in formats]
    sources = loaded.texts
    if not drawn or loaded.root is None or all(map(str.isascii, sources.values())):
        return ()
    texts = tuple(_texts(loaded.root))
    missing = unlettered("".join(dict.fromkeys("".join(it.text for it in texts))))
    lines = {"": loaded.text} | dict(sources)
    places = sorted((_place(letter, texts, lines), letter) for letter in missing)
    said = " and ".join(drawn)
    told = [_told(loaded.file, *it, said) for it in places[:MOST_TOLD]]
    rest = len(places) - len(told)
    return (*told, f"and {counted(rest, 'letter')} more") if rest else tuple(told)


def _texts(node: YamlNode) -> Iterator[YamlNode]:
    if node.kind == "scalar":
        yield node
    for child in (*node.entries.values(), *node.items):
        yield from _texts(child)


def _place(letter: str, texts: Iterable[YamlNode], sources: Mapping[str, str]) -> Place:
    """Find the first place of `letter`; that of its text where it is an escape.

    `sources` are the texts of files; the design's own is called "".
    """
    node = next(it for it in texts if letter in it.text)
    span = node.span
    lines = split_lines(sources[span.file])
    for number in range(span.line, span.end_line + 1):
        start = span.column - 1 if number == span.line else 0
        column = lines[number - 1].find(letter, start)
        if column >= 0:
            return span.file, number, column + 1
    return span.file, span.line, span.column


def _told(home: str, place: Place, letter: str, formats: str) -> str:
    name = unicodedata.name(letter, "a letter without a name").lower()
    return (
        f"{place[0] or home}:{place[1]}:{place[2]}: no font here has {letter} "
        f"(U+{ord(letter):04X}, {name}); it is a box in {formats}: "
        "install a font that has it, or render svg"
    )
