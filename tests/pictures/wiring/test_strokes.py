"""Strokes of wires as paths: bends, breaks, and heads."""

import pytest

from designkit.pictures.drawing import Point
from designkit.pictures.wiring.strokes import Breaks, head, stroked, wire


def path(*route: Point, breaks: Breaks | None = None) -> str:
    return wire(stroked(0, route), breaks)


def test_a_wire_ends_where_its_head_begins() -> None:
    assert path((0, 0), (100, 0)) == "M0 0L92 0"


def test_a_wire_has_round_corners() -> None:
    assert path((0, 0), (50, 0), (50, 100)) == "M0 0L41 0Q50 0 50 9L50 92"


def test_a_corner_between_short_stretches_is_sharper() -> None:
    bent = path((0, 0), (50, 0), (50, 4), (100, 4))

    assert bent == "M0 0L48 0Q50 0 50 2L50 2Q50 4 52 4L92 4"


def test_a_wire_shorter_than_its_head_is_no_line() -> None:
    assert path((0, 0), (5, 0)) == "M0 0L0 0"


def test_a_stop_without_a_turn_is_no_corner() -> None:
    assert path((0, 0), (40, 0), (100, 0)) == path((0, 0), (100, 0))


def test_a_break_is_left_out_and_one_of_no_length_begins_anew() -> None:
    breaks = {0: ((20, 31), (60, 60))}

    assert path((0, 0), (100, 0), breaks=breaks) == "M0 0L20 0M31 0L60 0M60 0L92 0"


@pytest.mark.parametrize(
    ("breaks", "bend"),
    [
        pytest.param(
            {0: ((30, 41),)}, "M0 0L30 0M41 0L41 0Q50 0 50 9L50 92", id="free"
        ),
        pytest.param(
            {0: ((34, 45),)}, "M0 0L34 0M45 0L45 0Q50 0 50 5L50 92", id="before"
        ),
        pytest.param(
            {1: ((6, 17),)}, "M0 0L44 0Q50 0 50 6L50 6M50 17L50 92", id="after"
        ),
    ],
)
def test_a_bend_keeps_clear_of_a_break(breaks: Breaks, bend: str) -> None:
    assert path((0, 0), (50, 0), (50, 100), breaks=breaks) == bend


@pytest.mark.parametrize(
    ("end", "path"),
    [
        pytest.param((100, 0), "M100 0L91 3.5L91 -3.5Z", id="to the right"),
        pytest.param((-100, 0), "M-100 0L-91 -3.5L-91 3.5Z", id="to the left"),
        pytest.param((0, 100), "M0 100L-3.5 91L3.5 91Z", id="down"),
        pytest.param((0, 0), "M0 0L0 0L0 0Z", id="nowhere"),
    ],
)
def test_a_head_points_where_the_wire_goes(end: Point, path: str) -> None:
    assert head(((0, 0), end)) == path
