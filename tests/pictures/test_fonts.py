import string
from functools import cache
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.errors import MissingLibraryError
from designkit.pictures import fonts
from designkit.pictures.fonts import (
    FAMILY,
    UNITS_PER_EM,
    Weight,
    clamp_text,
    fit_text,
    font_files,
    has_all,
    text_width,
    wrap_text,
)
from designkit.pictures.renderer import Theme
from designkit.pictures.renderers.svg import svg_text
from designkit.source.inputs import shipped
from tests.drawn import placed_views

SAMPLES = ("Card payment fraud", "p99 8 ms · keeps 14 d", "Größe → 0,5 %", "WWW iii")
REGULAR = Weight.REGULAR
few = settings(deadline=None, max_examples=60)
widths = st.floats(min_value=0, max_value=400)


@cache
def advances(weight: Weight) -> dict[str, float]:
    """The widths of the letters of the samples, in units, as the font has them."""
    font = TTFont(font_files()[0])
    glyphs = font.getGlyphSet(location={"wght": int(weight), "opsz": 14})
    names = font.getBestCmap() or {}
    letters = {*"".join(SAMPLES), *string.ascii_letters}
    return {letter: glyphs[names[ord(letter)]].width for letter in letters}


@pytest.mark.parametrize("text", [*SAMPLES, string.ascii_letters])
@pytest.mark.parametrize("weight", Weight)
def test_a_text_is_as_wide_as_the_font_says(text: str, weight: Weight) -> None:
    units = sum(advances(weight)[letter] for letter in text)

    assert text_width(text, 15, weight) == pytest.approx(
        units * 15 / UNITS_PER_EM, rel=0.005
    )


def test_the_font_has_as_many_units_as_are_assumed() -> None:
    head: Any = TTFont(font_files()[0])["head"]

    assert head.unitsPerEm == UNITS_PER_EM


def test_letters_that_the_font_lacks_have_a_width_as_well() -> None:
    assert text_width("漢", 10) == 10.0
    assert text_width("\u0e01", 10) == pytest.approx(6.0, abs=0.01)
    assert text_width("a\u0305", 10) == text_width("a", 10)


def test_semibold_is_wider_than_regular() -> None:
    assert text_width("Serving", 15, Weight.SEMIBOLD) > text_width("Serving", 15)


@given(text=st.text(max_size=40), other=st.text(max_size=40))
@few
def test_widths_add_up(text: str, other: str) -> None:
    both = text_width(text, 14) + text_width(other, 14)

    assert text_width(text + other, 14) == pytest.approx(both)


def test_a_text_that_fits_is_not_cut() -> None:
    assert fit_text("Redis", 15, text_width("Redis", 15), REGULAR) == "Redis"


def test_a_cut_text_ends_with_an_ellipsis_and_no_space_before_it() -> None:
    width = text_width("Feature st…", 15)

    assert fit_text("Feature store", 15, width, REGULAR) == "Feature st…"
    assert fit_text("Feature - store", 15, width, REGULAR) == "Feature…"
    assert fit_text("Feature", 15, 1, REGULAR) == "…"


@given(text=st.text(max_size=60), width=widths)
@few
def test_what_was_fitted_fits_and_begins_as_the_text(text: str, width: float) -> None:
    fitted = fit_text(text, 14, width, REGULAR)

    assert text.startswith(fitted.removesuffix("…"))
    assert text_width(fitted, 14) <= max(width, text_width("…", 14)) + 0.01


def test_a_text_is_broken_at_spaces() -> None:
    width = text_width("Payment event", 15)

    assert wrap_text("Payment  event\nlog", 15, width, REGULAR) == (
        "Payment event",
        "log",
    )


def test_a_no_break_space_keeps_a_number_and_its_unit_together() -> None:
    width = text_width("keeps 14", 15)

    assert wrap_text("keeps 14\u00a0d", 15, width, REGULAR) == ("keeps", "14\u00a0d")


@given(text=st.text("ab \n", max_size=60), width=widths)
@few
def test_wrapping_keeps_every_word_in_its_order(text: str, width: float) -> None:
    lines = wrap_text(text, 14, width, REGULAR)

    assert " ".join(lines).split() == text.split()
    assert all(text_width(line, 14) <= width for line in lines if " " in line)


def test_what_does_not_fit_into_the_lines_goes_to_the_last_and_is_cut() -> None:
    width = text_width("Payment event", 15)
    lines = clamp_text(
        "Payment event log of all the shops",
        15,
        width,
        REGULAR,
        most=2,
        widest=text_width("log of all the sh…", 15),
    )

    assert lines == ("Payment event", "log of all the sh…")


def test_no_text_has_no_lines() -> None:
    assert clamp_text("", 15, 100, REGULAR, most=2, widest=100) == ()


@pytest.mark.parametrize(
    "text", ["", "p99: 5 ms → Müller ≥ 1 €\n", "Łódź, Ελλάς, Київ"]
)
def test_the_font_has_what_most_of_europe_writes(text: str) -> None:
    assert has_all(text)


@pytest.mark.parametrize("text", ["\U0001f468\u200d\U0001f467", "\U0001f44b\U0001f3fe"])
def test_what_is_drawn_as_one_letter_is_as_wide_as_one(text: str) -> None:
    assert text_width(f"{text} log", 20, REGULAR) == text_width(
        f"{text[0]} log", 20, REGULAR
    )
    room = text_width(f"{text} ...", 20, REGULAR)
    assert fit_text(f"{text} of four", 20, room, REGULAR).startswith(text)


@pytest.mark.parametrize("text", ["不正検知", "رتبه", "😀"])
def test_the_font_lacks_what_it_was_not_drawn_for(text: str) -> None:
    assert not has_all(f"Fraud {text}")


@pytest.mark.parametrize("name", shipped())
def test_pictures_of_shipped_designs_need_no_other_font(name: str) -> None:
    for drawing in placed_views(name).values():
        assert has_all(svg_text(drawing, Theme.LIGHT))


def test_the_font_is_the_upright_one_of_its_family() -> None:
    (file,) = font_files()

    assert file.name.startswith(FAMILY)
    assert "Italic" not in file.name


def test_a_missing_font_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "find_spec", lambda name: None)

    with pytest.raises(MissingLibraryError, match="pip install fontpkg-inter"):
        font_files()
