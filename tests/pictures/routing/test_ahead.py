"""What is left of a way is never more than it takes."""

import pytest

from designkit.pictures.drawing import Box
from designkit.pictures.routing.ahead import Ahead, costs_ahead
from designkit.pictures.routing.grid import DOWN, LEFT, RIGHT, UP, grid_of, nearest

CARD = Box(0, 0, 100, 60)
FREE_SIDES = [0.0, 0.0, 0.0, 0.0]


def least(start: tuple[float, float], heading: int, coming: list[float]) -> float:
    """What a way from `start` to `CARD` costs at least, with 100 a turn."""
    others = [Box(x, y, 100, 60) for x in (-300, 300) for y in (-200, 0, 200)]
    grid = grid_of([CARD, *others])
    place = nearest(grid.ys, start[1]) * len(grid.xs) + nearest(grid.xs, start[0])
    far, where = Ahead(grid, 0)[place]
    return far + costs_ahead(coming, 100)[where + heading]


@pytest.mark.parametrize(
    ("start", "heading", "cost"),
    [
        pytest.param((350, 30), LEFT, 300, id="straight on"),
        pytest.param((350, 30), RIGHT, 600, id="turning round"),
        pytest.param((350, 230), UP, 600, id="one turn"),
        pytest.param((350, 230), DOWN, 700, id="two turns"),
        pytest.param((50, 230), UP, 200, id="from below"),
    ],
)
def test_what_is_left_is_the_distance_and_the_fewest_turns(
    start: tuple[float, float], heading: int, cost: float
) -> None:
    assert least(start, heading, FREE_SIDES) == cost


def test_what_is_left_has_the_cheapest_side_to_arrive_at() -> None:
    only_left = [1000.0, 1000.0, 5.0, 1000.0]

    assert least((350, 30), LEFT, only_left) == 300 + 400 + 5
    assert least((-250, 30), RIGHT, only_left) == 300 + 5
