"""The font of the pictures: where it is, and how wide a text in it is.

Text is measured with the widths of the font that designkit ships, never with the
fonts of the machine, so that a picture is the same everywhere. The widths come from
``font-widths.json``, which ``make docs`` takes from the font files.
"""

import json
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from enum import IntEnum
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path

from designkit.errors import MissingLibraryError
from designkit.pictures.breaking import filled, pieces
from designkit.text.clusters import follows

FAMILY = "Inter"
FALLBACKS = "Inter, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
WIDTHS = Path(__file__).with_name("font-widths.json")
UNITS_PER_EM = 2048
WIDE, NARROW = 2048, 1229


class Weight(IntEnum):
    """The two weights that the pictures use."""

    REGULAR = 400
    SEMIBOLD = 600


@lru_cache(maxsize=4096)
def text_width(text: str, size: float, weight: Weight = Weight.REGULAR) -> float:
    """Return the width of `text` in pixels at `size` pixels, without kerning."""
    return sum(_units(text, weight)) * size / UNITS_PER_EM


def fit_text(text: str, size: float, width: float, weight: Weight) -> str:
    """Return `text`, cut with an ellipsis if it is wider than `width` pixels."""
    ends = [units * size / UNITS_PER_EM for units in accumulate(_units(text, weight))]
    if not ends or ends[-1] <= width:
        return text
    kept = bisect_right(ends, width - text_width("…", size, weight))
    return text[:kept].rstrip(" ·,-") + "…"


def wrap_text(text: str, size: float, width: float, weight: Weight) -> tuple[str, ...]:
    """Break `text` into lines of at most `width` pixels, where `breaking` allows it.

    A no-break space keeps a number and its unit together.
    """

    def fits(line: str) -> bool:
        return text_width(line, size, weight) <= width

    return filled(pieces(text, lambda word: not fits(word)), fits)


def clamp_text(
    text: str, size: float, width: float, weight: Weight, *, most: int, widest: float
) -> tuple[str, ...]:
    """Break `text` like `wrap_text`, into at most `most` lines.

    The last line takes what is left; lines are cut where they are wider than `widest`.
    """
    lines = wrap_text(text, size, width, weight) if text else ()
    if len(lines) > most:
        lines = (*lines[: most - 1], " ".join(lines[most - 1 :]))
    return tuple(fit_text(line, size, widest, weight) for line in lines)


def has_all(text: str) -> bool:
    """Whether the shipped font has every character of `text`.

    Where it has not, fonts of the machine are better than empty boxes.
    """
    return text.isascii() or not lacking(text)


def lacking(text: str) -> frozenset[str]:
    """Return the letters of `text` that the shipped font has not."""
    known = _widths()[Weight.REGULAR].keys()
    return frozenset(set(text) - known - {"\t", "\n", "\r"})


def font_files() -> tuple[Path, ...]:
    """Return the files of the shipped font.

    Raises:
        MissingLibraryError: the font package is not installed.
    """
    spec = find_spec("fontpkg_inter")
    if spec is None or spec.origin is None:
        raise MissingLibraryError("fontpkg-inter", "pip install fontpkg-inter")
    folder = Path(spec.origin).parent / "files"
    return tuple(sorted(p for p in folder.glob("*.ttf") if "Italic" not in p.name))


def _units(text: str, weight: Weight) -> Iterator[int]:
    """Give the width of each character in units of the font."""
    widths = _widths()[weight]
    if text.isascii():
        return (widths.get(char) or NARROW for char in text)
    return (
        widths.get(char) or (0 if is_attached else _guess(char))
        for char, is_attached in zip(text, follows(text), strict=True)
    )


def _guess(char: str) -> int:
    """Guess the width of a character that the font does not have."""
    return WIDE if unicodedata.east_asian_width(char) in "WF" else NARROW


@cache
def _widths() -> Mapping[Weight, Mapping[str, int]]:
    loaded = json.loads(WIDTHS.read_text(encoding="utf-8"))
    return {weight: _expand(loaded[str(weight.value)]) for weight in Weight}


def _expand(grouped: dict[str, str]) -> dict[str, int]:
    """Turn ``{width: characters}`` into ``{character: width}``."""
    return {char: int(width) for width, chars in grouped.items() for char in chars}
