"""Colours: texts can be read on whatever is behind them, in both themes."""

from collections.abc import Iterator

import pytest

from designkit.pictures.svg_markup import AROUND, HOP, OVER, PATCH
from designkit.pictures.theme import DARK, LIGHT, Palette

LEAST = 4.5
"""Contrast of text that WCAG 2.2 asks for (1.4.3, level AA)."""

LEAST_LINE = 3.0
"""Contrast of what is no text (1.4.11, level AA): wires and borders."""

every_theme = pytest.mark.parametrize(
    "palette", [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]
)


def channels(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))


def laid(colour: str, opacity: float, ground: str) -> str:
    """`colour` on `ground`, as it is seen."""
    mixed = (
        round((over * opacity + under * (1 - opacity)) * 255)
        for over, under in zip(channels(colour), channels(ground), strict=True)
    )
    return "#" + "".join(f"{value:02x}" for value in mixed)


def luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG: 1 of a colour and itself, 21 of black and white."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def grounds(palette: Palette) -> Iterator[str]:
    """What labels, notes and titles may stand on."""
    tints = [tint for _, tint in palette.stages.values()]
    plain = [palette.paper, palette.card, *tints]
    yield from plain
    yield from (laid(palette.ink, AROUND, ground) for ground in plain)
    yield from (laid(palette.paper, PATCH, ground) for ground in plain)


@every_theme
@pytest.mark.parametrize("role", ["ink", "muted", "strong"])
def test_texts_can_be_read_wherever_they_stand(palette: Palette, role: str) -> None:
    colour = getattr(palette, role)
    poor = {ground: contrast(colour, ground) for ground in grounds(palette)}

    assert {it: ratio for it, ratio in poor.items() if ratio < LEAST} == {}


@every_theme
def test_texts_of_a_stage_can_be_read_on_its_cards_and_bands(palette: Palette) -> None:
    tints = [tint for _, tint in palette.stages.values()]
    poor = {
        (stage, ground): ratio
        for stage, (accent, _) in palette.stages.items()
        for ground in (palette.card, palette.paper, *tints)
        if (ratio := contrast(accent, ground)) < LEAST
    }

    assert poor == {}


@every_theme
def test_numbers_and_bars_can_be_read(palette: Palette) -> None:
    pieces = [laid(palette.strong, part, palette.paper) for part in (HOP, OVER)]

    assert contrast(palette.card, palette.strong) >= LEAST
    assert min(contrast(palette.ink, piece) for piece in pieces) >= LEAST


@every_theme
def test_lines_can_be_seen_on_every_ground(palette: Palette) -> None:
    lines = {palette.line, palette.strong, *(it for it, _ in palette.stages.values())}
    poor = {
        (line, ground): ratio
        for line in lines
        for ground in grounds(palette)
        if (ratio := contrast(line, ground)) < LEAST_LINE
    }

    assert poor == {}
