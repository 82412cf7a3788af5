from designkit.pictures.routing.circles import first_circle
from designkit.pictures.routing.separation import Line, Shortage, spread

WIDE = Line(50, 0, 100)


def test_lines_that_crowd_are_spread_to_both_sides() -> None:
    result = spread([WIDE, WIDE, WIDE], {(0, 1): 10, (1, 2): 10})

    assert (result.places, result.short) == ((40, 50, 60), {})


def test_a_circle_turns_no_pair_round_that_is_not_part_of_it() -> None:
    circle = {(0, 1): 10.0, (1, 2): 10.0, (2, 0): 10.0}
    behind = Line(80, 75, 85)
    result = spread([WIDE, WIDE, WIDE, behind], {**circle, (0, 3): 10, (2, 3): 10})

    assert (result.places, result.short) == ((40, 50, 60, 80), {})


def test_the_first_circle_is_the_one_before_which_nothing_comes() -> None:
    onward = [[1], [0, 2], [3], [2]]

    assert first_circle(range(4), onward) == {0, 1}
    assert first_circle(range(2, 4), onward) == {2, 3}


def test_a_line_that_is_pushed_on_the_way_tells_what_is_missing_from_there() -> None:
    first, wall, last = Line(0, 0, 100), Line(30, 30, 100), Line(35, 0, 35)
    result = spread([first, wall, last], {(0, 1): 40, (1, 2): 11})

    assert result.short == {2: Shortage(16, 0, 16, ((1, 6),))}
    assert list(result.short[2].parts()) == [(0, 16), (1, 6)]


def test_all_that_is_missing_is_needed_where_a_line_would_lie_on_a_label() -> None:
    low, high = Line(0, 0, 100), Line(30, 0, 30)
    near, label = (spread([low, high], {(0, 1): gap}).short for gap in (36, 42))

    assert near == {1: Shortage(6, 0)}
    assert label == {1: Shortage(12, 0, 12)}
