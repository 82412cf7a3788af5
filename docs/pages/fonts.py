"""The widths of the letters of the shipped font, so that boxes fit their text."""

import json
from collections.abc import Iterator
from pathlib import Path

import fontpkg_inter
from fontTools.ttLib import TTFont

WEIGHTS = (400, 600)
OPTICAL_SIZE = 14
SURROGATES = range(0xD800, 0xE000)
FIRST, LAST = 0x20, 0xFFFF
"""Letters that are measured: no control characters, nothing beyond the first plane."""


def pages() -> Iterator[tuple[str, bytes]]:
    """Give the path, below docs, and the content of the file of widths.

    It maps weights to advance widths, in units of the font, to the letters that are
    that wide.
    """
    widths = {str(weight): _widths(weight) for weight in WEIGHTS}
    text = json.dumps(widths, ensure_ascii=False, indent=0, sort_keys=True)
    yield "../designkit/font-widths.json", text.encode()


def _widths(weight: int) -> dict[str, str]:
    font = TTFont(_upright())
    glyphs = font.getGlyphSet(location={"wght": weight, "opsz": OPTICAL_SIZE})
    letters: dict[str, list[str]] = {}
    for point, glyph in sorted((font.getBestCmap() or {}).items()):
        if FIRST <= point <= LAST and point not in SURROGATES:
            width = str(round(glyphs[glyph].width))
            letters.setdefault(width, []).append(chr(point))
    return {width: "".join(found) for width, found in letters.items()}


def _upright() -> Path:
    files = Path(fontpkg_inter.__file__).parent / "files"
    return next(
        path for path in sorted(files.glob("*.ttf")) if "Italic" not in path.name
    )
