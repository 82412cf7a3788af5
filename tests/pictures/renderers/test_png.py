from dataclasses import replace

import pytest

from designkit.pictures.layout.placement import place
from designkit.pictures.pixels import MOST_SIDE, Pixels
from designkit.pictures.renderer import Theme
from designkit.pictures.renderers.png import png, sized_png
from tests.drawn import arrow, card, picture

PAIR = place(
    picture(card("a", 0, 0), card("b", 300, 0), arrows=(arrow("a", "b", "events"),))
)


def size(data: bytes) -> tuple[int, int]:
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])


def test_a_picture_is_twice_as_large_as_it_was_drawn() -> None:
    width, height = size(png.render(PAIR, Theme.LIGHT))

    assert width == pytest.approx(2 * PAIR.width, abs=1)
    assert height == pytest.approx(2 * PAIR.height, abs=1)


def test_no_side_is_longer_than_can_be_used() -> None:
    wide = replace(PAIR, width=8000.0, height=20.0)

    assert size(png.render(wide, Theme.LIGHT)) == (MOST_SIDE, 10)


def test_a_picture_without_a_screen_to_follow_is_light() -> None:
    light, dark, automatic = (png.render(PAIR, theme) for theme in Theme)

    assert automatic == light
    assert dark != light


def test_a_picture_is_as_large_as_is_asked_for() -> None:
    wide, _ = size(sized_png(PAIR, Theme.LIGHT, Pixels(width=1920)))
    small, _ = size(sized_png(PAIR, Theme.LIGHT, Pixels(scale=0.5)))

    assert wide == 1920
    assert small == pytest.approx(PAIR.width / 2, abs=1)
