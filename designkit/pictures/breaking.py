"""Where a line of text may end: at spaces, between letters of East Asia, in long words.

What is written without spaces (Chinese, Japanese) may be broken nearly anywhere, after
the rules of these scripts for what may not begin or end a line (JIS X 4051, UAX #14).
A word that is too long is broken where its parts meet: after a hyphen, an underscore,
a slash or a dot, and before a capital. No line begins with a mark that links what is
before it to what comes after, nor with the unit of a number.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from unicodedata import category

from designkit.quantities.units import BYTES, SCALES, SECONDS
from designkit.text.clusters import clusters

SPACES = re.compile("[ \t\r\n\u3000]+")
JOINTS = frozenset("_/\\.:;,|&+@=·")
SMALL_KANA = frozenset("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ")
NOT_FIRST = frozenset(("Pe", "Pf", "Po", "Lm"))
NOT_LAST = frozenset(("Ps", "Pi", "Sc"))
"""Categories of Unicode: what closes or lengthens, and what opens, or is a currency."""

LINKS = frozenset("·→/+|&=")
UNITS = frozenset((*SECONDS, *BYTES, *filter(None, SCALES)))

IDEOGRAPHIC = (
    *((0x2E80, 0x30FF), (0x31C0, 0x4DBF), (0x4E00, 0xA4CF)),
    *((0xF900, 0xFAFF), (0xFF01, 0xFFEF), (0x20000, 0x3FFFF)),
)
"""First and last characters of blocks that are written without spaces."""


@dataclass(frozen=True, slots=True)
class TextPiece:
    """What may not be parted; `space` is what is between it and the piece before."""

    text: str
    space: str = ""


def pieces(text: str, is_too_long: Callable[[str], bool]) -> tuple[TextPiece, ...]:
    """Return `text` in pieces that stay whole; words `is_too_long` come in parts."""
    found: list[TextPiece] = []
    for word in SPACES.split(text.strip()):
        if found and _is_tied(found[-1].text, word):
            found[-1] = replace(found[-1], text=f"{found[-1].text} {word}")
            continue
        first, *others = _parts(word, is_too_long)
        found.append(TextPiece(first, " " if found else ""))
        found += map(TextPiece, others)
    return tuple(found)


def in_letters(
    parts: Iterable[TextPiece], is_too_long: Callable[[str], bool]
) -> Iterator[TextPiece]:
    """Give `parts` with those that are still too long letter by letter."""
    for part in parts:
        if not is_too_long(part.text):
            yield part
            continue
        first, *others = clusters(part.text)
        yield TextPiece(first, part.space)
        yield from map(TextPiece, others)


def filled(parts: Iterable[TextPiece], fits: Callable[[str], bool]) -> tuple[str, ...]:
    """Fill lines with `parts`, each with as much as `fits`; one part at the least."""
    lines = [""]
    for part in parts:
        longer = f"{lines[-1]}{part.space}{part.text}" if lines[-1] else part.text
        if lines[-1] and not fits(longer):
            lines.append(part.text)
        else:
            lines[-1] = longer
    return tuple(lines)


def _is_tied(before: str, word: str) -> bool:
    """Whether a line may not end before `word`: a link, or the unit of a number."""
    is_unit = before[-1:].isdecimal() and word.rstrip(".,:;)") in UNITS
    return is_unit or word in LINKS


def _parts(word: str, is_too_long: Callable[[str], bool]) -> Iterator[str]:
    """Give the parts of a word between which a line may end."""
    if word.isascii() and not is_too_long(word):
        yield word
        return
    for part in _split(word, _is_free):
        yield from _split(part, _is_joint) if is_too_long(part) else (part,)


def _split(word: str, ends: Callable[[str, str], bool]) -> Iterator[str]:
    letters = tuple(clusters(word))
    part = "".join(letters[:1])
    for before, after in pairwise(letters):
        if ends(before[0], after[0]):
            yield part
            part = ""
        part += after
    yield part


def _is_free(before: str, after: str) -> bool:
    """Whether a line may end between two characters wherever it is full."""
    if after in SMALL_KANA or category(after) in NOT_FIRST:
        return False
    if category(before) in NOT_LAST:
        return False
    return _is_ideographic(before) or _is_ideographic(after)


def _is_ideographic(character: str) -> bool:
    code = ord(character)
    return any(first <= code <= last for first, last in IDEOGRAPHIC)


def _is_joint(before: str, after: str) -> bool:
    """Whether two parts of a long word meet there; a number stays whole."""
    if before in JOINTS or category(before) == "Pd":
        return after.isalpha()
    if _is_syllable(before) and _is_syllable(after):
        return True
    return after.isupper() and (before.islower() or before.isdecimal())


def _is_syllable(character: str) -> bool:
    """Whether it is one of Hangul, which parts at spaces while it can."""
    return 0xAC00 <= ord(character) <= 0xD7A3
