from hypothesis import given
from hypothesis import strategies as st

from designkit.pictures.drawing import Box, Group
from tests.drawn import card

numbers = st.integers(-100, 100).map(float)
sizes = st.integers(0, 100).map(float)
boxes = st.builds(Box, numbers, numbers, sizes, sizes)


def test_a_box_has_sides_and_a_middle() -> None:
    box = Box(10, 20, 30, 40)

    assert (box.right, box.bottom, box.centre) == (40, 60, (25, 40))
    assert box.moved(1, 2) == Box(11, 22, 30, 40)
    assert box.grown(5) == Box(5, 15, 40, 50)


def test_boxes_that_only_touch_do_not_overlap() -> None:
    assert not Box(0, 0, 10, 10).overlaps(Box(10, 0, 10, 10))
    assert Box(0, 0, 10, 10).overlaps(Box(9, 9, 10, 10))


def test_a_box_may_stick_out_by_the_slack() -> None:
    assert Box(0, 0, 10, 10).contains(Box(-0.5, 0, 10.5, 10.5))
    assert not Box(0, 0, 10, 10).contains(Box(-0.6, 0, 5, 5))


@given(first=boxes, second=boxes)
def test_overlap_goes_both_ways(first: Box, second: Box) -> None:
    assert first.overlaps(second) == second.overlaps(first)


@given(first=boxes, second=boxes, dx=numbers, dy=numbers)
def test_moving_two_boxes_together_changes_nothing_between_them(
    first: Box, second: Box, dx: float, dy: float
) -> None:
    moved = first.moved(dx, dy), second.moved(dx, dy)

    assert moved[0].overlaps(moved[1]) == first.overlaps(second)
    assert moved[0].contains(moved[1]) == first.contains(second)


def test_a_node_stands_where_it_was_put() -> None:
    assert card("a", 0, 0).at(7, 8).box == Box(7, 8, 100, 50)


def test_the_title_of_a_band_stands_in_its_upper_left_corner() -> None:
    band = Group("serving", "Serving", "serving", Box(100, 200, 500, 300), 60)

    assert band.title_box == Box(114, 208, 60, 20)
