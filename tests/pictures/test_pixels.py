import pytest
from inline_snapshot import snapshot

from designkit.errors import SizeError
from designkit.pictures.pixels import Pixels


def refused(scale: float | None = None, width: int | None = None) -> str:
    with pytest.raises(SizeError) as raised:
        Pixels(scale, width)
    return str(raised.value)


def test_a_picture_is_twice_as_large_unless_that_is_too_large() -> None:
    assert Pixels().zoom(1600, 900) == 2
    assert Pixels().zoom(8000, 900) == 0.5


def test_a_scale_and_a_width_are_kept_to_however_large_it_becomes() -> None:
    assert Pixels(scale=3).zoom(1600, 900) == 3
    assert Pixels(width=8000).zoom(1600, 900) == 5


@pytest.mark.parametrize("scale", [0, -1, 0.09, 16.1, float("nan"), float("inf")])
def test_a_scale_has_bounds(scale: float) -> None:
    assert refused(scale) == f"the scale {scale:g} is not in 0.1 to 16"


@pytest.mark.parametrize("width", [0, -1, 15, 16_001])
def test_a_width_has_bounds(width: int) -> None:
    assert refused(width=width) == f"the width {width:,} is not in 16 to 16,000"


def test_only_one_of_the_two_says_how_large() -> None:
    assert refused(2, 800) == "a scale and a width both say how large a picture is"


def test_what_cannot_be_drawn_says_what_can() -> None:
    with pytest.raises(SizeError) as raised:
        Pixels(scale=10).zoom(3819.1, 1772.2)

    assert str(raised.value) == snapshot(
        "a picture of 38,191 x 17,722 pixels is more than 64 million; the most is a scale of 3.07, a width of 11,743"
    )
