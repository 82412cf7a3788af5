"""Letters that no font has are found, and do not take others along."""

from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from designkit.pictures.coverage import unlettered, with_boxes

ROCKET, HANGUL = "\U0001f680", "\uc11c"
FAMILY = "\U0001f468\u200d\U0001f467"


def a_font(file: Path, letters: str) -> None:
    """Write a font that has `letters`, each an empty glyph."""
    names = {ord(letter): f"g{ord(letter)}" for letter in letters}
    order = [".notdef", *names.values()]
    made = FontBuilder(1024)
    made.setupGlyphOrder(order)
    made.setupCharacterMap(names)
    made.setupGlyf({name: TTGlyphPen(None).glyph() for name in order})
    made.setupHorizontalMetrics(dict.fromkeys(order, (512, 0)))
    made.setupHorizontalHeader()
    made.setupPost()
    made.save(file)


def test_without_fonts_of_the_machine_all_that_we_lack_is_missing(
    tmp_path: Path,
) -> None:
    assert unlettered(f"Stra\u00dfe {HANGUL} {ROCKET}", [tmp_path]) == {HANGUL, ROCKET}


@pytest.mark.parametrize("letters", [HANGUL, f"{HANGUL}{ROCKET}"])
def test_a_font_below_a_folder_is_asked(tmp_path: Path, letters: str) -> None:
    (tmp_path / "more").mkdir()
    a_font(tmp_path / "more" / "some.ttf", letters)
    (tmp_path / "broken.ttf").write_bytes(b"\0\1\0\0\0\x09")

    missing = unlettered(f"{HANGUL}{ROCKET}", [tmp_path, tmp_path / "nowhere"])

    assert missing == {HANGUL, ROCKET} - set(letters)


def test_a_letter_without_a_font_is_one_box(tmp_path: Path) -> None:
    text = f"{FAMILY} log \u2192 {ROCKET}{HANGUL}"

    assert with_boxes(text, [tmp_path]) == "\u25a1 log \u2192 \u25a1\u25a1"
    assert with_boxes("\u2192 log\u200d", [tmp_path]) == "\u2192 log\u200d"
