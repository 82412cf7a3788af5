"""The grid: where wires may turn, and what stands between its places."""

from hypothesis import given
from hypothesis import strategies as st

from designkit.pictures.drawing import Box
from designkit.pictures.routing.grid import DOWN, UP, Grid, grid_of, nearest
from designkit.pictures.routing.grid import LEFT as LEFTWARD
from designkit.pictures.routing.grid import RIGHT as RIGHTWARD

LEFT, RIGHT = Box(0, 0, 200, 60), Box(300, 0, 200, 60)
GAP_BETWEEN = 250.0

numbers = st.lists(st.floats(-1e6, 1e6), min_size=1, unique=True).map(sorted)


def owners_across(grid: Grid, x: float) -> set[int]:
    """Through whose cards steps go that begin or end at `x`, in the middle row."""
    return {
        step.owner
        for place, steps in enumerate(grid.steps)
        for step in steps
        if grid.point(place) == (x, LEFT.centre[1])
        and grid.point(step.place)[1] == LEFT.centre[1]
    }


def test_ways_begin_in_the_middle_of_a_narrow_card() -> None:
    narrow = Box(0, 0, 100, 60)
    grid = grid_of([narrow, narrow.moved(300, 0)])

    assert [[*map(grid.point, doors)] for doors in grid.doors] == [
        [(50, 30)],
        [(350, 30)],
    ]
    assert [grid.inside[doors[0]] for doors in grid.doors] == [0, 1]


def test_ways_begin_at_both_ends_of_a_wide_card_as_well() -> None:
    (doors,) = (grid := grid_of([Box(0, 0, 400, 60)])).doors

    assert [*map(grid.point, doors)] == [(200, 30), (40, 30), (360, 30)]


def test_a_step_knows_through_whose_card_it_goes() -> None:
    assert owners_across(grid_of([LEFT, RIGHT]), GAP_BETWEEN) == {0, 1}


def test_nothing_goes_through_a_title() -> None:
    title = Box(LEFT.right + 10, 20, 80, 20)
    grid = grid_of([LEFT, RIGHT], [title])

    assert owners_across(grid, GAP_BETWEEN) == set()


def test_a_step_between_cards_has_room_for_as_many_wires_as_fit() -> None:
    above, below = LEFT, Box(0, 100, 200, 60)
    grid = grid_of([above, below])
    room = {
        grid.room[step.edge]
        for place, steps in enumerate(grid.steps)
        for step in steps
        if grid.point(place)[1] == grid.point(step.place)[1] == 80
    }

    assert room == {2}


def test_a_step_has_one_number_there_and_back() -> None:
    grid = grid_of([LEFT, RIGHT])
    steps = [(at, step) for at, steps in enumerate(grid.steps) for step in steps]

    assert {*grid.edges} == {(min(at, it.place), max(at, it.place)) for at, it in steps}
    assert [it.edge for _, it in steps] == [
        grid.edges[min(at, it.place), max(at, it.place)] for at, it in steps
    ]
    assert sorted(grid.edges.values()) == [*range(len(grid.edges))]


def test_steps_are_level_or_upright() -> None:
    grid = grid_of([LEFT, RIGHT])
    kept = {RIGHTWARD: 1, DOWN: 0, LEFTWARD: 1, UP: 0}

    for place, steps in enumerate(grid.steps):
        for step in steps:
            axis = kept[step.way]
            assert grid.point(place)[axis] == grid.point(step.place)[axis]


@given(numbers, st.floats(-1e6, 1e6))
def test_what_is_nearest_has_nothing_nearer(values: list[float], wanted: float) -> None:
    found = abs(values[nearest(values, wanted)] - wanted)

    assert found == min(abs(value - wanted) for value in values)
