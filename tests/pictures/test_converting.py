from dataclasses import replace

import pytest

from designkit.pictures.converting import Svg, to_png
from designkit.pictures.pixels import MOST_SIDE

SQUARE = Svg(
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>', "", "", 40, 20
)


@pytest.mark.parametrize(
    ("width", "height", "pixels"),
    [(40, 20, (80, 40)), (MOST_SIDE, MOST_SIDE / 2, (MOST_SIDE, 2000))],
)
def test_pixels_are_twice_as_many_but_not_more_than_can_be_used(
    width: float, height: float, pixels: tuple[int, int]
) -> None:
    text = SQUARE.text.replace('"40"', f'"{width}"').replace('"20"', f'"{height}"')
    data = to_png(replace(SQUARE, text=text, width=width, height=height))

    assert (int.from_bytes(data[16:20]), int.from_bytes(data[20:24])) == pixels
