"""Legs of wires: how near they are to each other and to boxes."""

import pytest

from designkit.pictures.drawing import Box, Point
from designkit.pictures.gates.legs import Leg, beside, crossing, distance, legs_of

BOX = Box(100, 100, 50, 20)


def leg(*ends: Point) -> Leg:
    return Leg(0, *ends)


def test_stops_at_which_a_wire_does_not_turn_are_left_out() -> None:
    route = (0, 0), (5, 0), (5, 0.01), (9, 0.2), (9, 8)

    assert legs_of(3, route) == (Leg(3, (0, 0), (9, 0.2)), Leg(3, (9, 0.2), (9, 8)))


def test_a_wire_that_turns_back_has_two_legs() -> None:
    assert len(legs_of(0, ((0, 0), (9, 0), (4, 0)))) == 2
    assert legs_of(0, ((4, 4), (4, 4))) == ()


@pytest.mark.parametrize(
    ("other", "run", "gap"),
    [
        pytest.param(leg((40, 5), (90, 5)), 10, 5, id="level"),
        pytest.param(leg((90, 5), (40, 5)), 10, 5, id="the other way"),
        pytest.param(leg((60, 5), (90, 5)), 0, 5, id="further on"),
        pytest.param(leg((40, 0), (40, 50)), 0, 0, id="upright"),
        pytest.param(leg((0, 0), (50, 50)), 0, 0, id="slanted"),
    ],
)
def test_how_far_two_legs_run_beside_each_other(
    other: Leg, run: float, gap: float
) -> None:
    assert beside(leg((0, 0), (50, 0)), other) == (run, gap)


@pytest.mark.parametrize(
    ("other", "place"),
    [
        pytest.param(leg((20, -5), (20, 5)), (20, 0), id="crosses"),
        pytest.param(leg((20, 0), (20, 5)), None, id="touches"),
        pytest.param(leg((0, 0), (50, 0)), None, id="is the same"),
        pytest.param(leg((60, -5), (60, 5)), None, id="is beyond"),
        pytest.param(leg((10, -10), (30, 10)), (20, 0), id="crosses aslant"),
    ],
)
def test_where_two_legs_cross(other: Leg, place: Point | None) -> None:
    assert crossing(leg((0, 0), (50, 0)), other) == place


@pytest.mark.parametrize(
    ("ends", "far"),
    [
        pytest.param(((0, 110), (90, 110)), 10, id="beside"),
        pytest.param(((0, 96), (97, 96)), 5, id="at a corner"),
        pytest.param(((0, 110), (100, 110)), 0, id="touching"),
        pytest.param(((90, 90), (160, 130)), 0, id="cut aslant"),
        pytest.param(((94, 102), (102, 94)), 2.8284, id="aslant past a corner"),
    ],
)
def test_how_far_a_leg_is_from_a_box(ends: tuple[Point, Point], far: float) -> None:
    assert distance(leg(*ends), BOX) == pytest.approx(far, abs=1e-4)
