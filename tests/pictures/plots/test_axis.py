from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from designkit.pictures.plots.axis import APART, LARGEST, SMALLEST, axis_of

VALUES = st.lists(st.text(max_size=40), min_size=1, max_size=100)


def shown(*values: str) -> list[str]:
    return [label.text for label in axis_of(values, -60, 316, 20).labels]


@given(VALUES, st.floats(-120, 0), st.floats(120, 600))
def test_labels_stand_apart_and_within_their_plot(
    values: Sequence[str], left: float, right: float
) -> None:
    axis = axis_of(values, left, right, 20)
    ends = [(label.x, label.x + label.width) for label in axis.labels]

    assert left - 0.01 <= ends[0][0]
    assert ends[-1][1] <= right + 0.01
    assert all(a[1] + APART <= b[0] + 0.01 for a, b in pairwise(ends))


@given(VALUES)
def test_values_stand_evenly_within_the_axis(values: Sequence[str]) -> None:
    axis = axis_of(values, -60, 316, 20)
    steps = [b - a for a, b in pairwise(axis.places)]

    assert len(axis.places) == len(values)
    assert not steps or max(steps) - min(steps) < 1e-9
    assert 0 < axis.places[0] <= axis.places[-1] < 316
    assert SMALLEST <= axis.radius <= LARGEST


def test_every_value_has_a_label_where_there_is_room() -> None:
    assert shown(*"2468") == ["2", "4", "6", "8"]
    assert shown("2") == ["2"]


def test_of_many_values_first_and_last_are_shown_if_that_costs_little() -> None:
    assert shown(*(f"{i}0 M" for i in range(1, 11))) == snapshot(
        ["10 M", "40 M", "70 M", "100 M"]
    )
    assert shown(*(f"{i}0 M" for i in range(1, 13))) == snapshot(
        ["10 M", "30 M", "50 M", "70 M", "90 M", "110 M"]
    )


def test_what_is_too_long_is_cut_so_that_two_labels_have_room() -> None:
    assert shown("1." + "3" * 60, "2." + "3" * 60) == snapshot(
        ["1.3333333333333333333…", "2.333333333333333333…"]
    )
