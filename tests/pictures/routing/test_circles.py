"""Circles: what is taken out first where no order is without one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designkit.pictures.routing.circles import first_circle

onward = st.integers(2, 7).flatmap(
    lambda count: st.lists(
        st.sets(st.integers(0, count - 1), min_size=1).map(sorted),
        min_size=count,
        max_size=count,
    )
)


@pytest.mark.parametrize(
    ("onward", "circle"),
    [
        pytest.param([[1], [0]], {0, 1}, id="two"),
        pytest.param([[1], [2], [0, 3], [4], [3]], {0, 1, 2}, id="the first of two"),
        pytest.param([[1], [0], [0]], {2}, id="what comes before a circle"),
    ],
)
def test_nothing_comes_before_the_circle(
    onward: list[list[int]], circle: set[int]
) -> None:
    assert first_circle(range(len(onward)), onward) == circle


def test_what_is_not_left_makes_no_circle() -> None:
    assert first_circle([0, 2], [[1], [2], [0]]) == {2}


@given(onward)
def test_nothing_outside_a_circle_leads_into_it(onward: list[list[int]]) -> None:
    circle = first_circle(range(len(onward)), onward)
    outside = set(range(len(onward))) - circle

    assert circle
    assert not any(circle & {*onward[at]} for at in outside)
