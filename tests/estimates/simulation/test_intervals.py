"""Confidence intervals of few replications."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designkit.estimates.simulation.intervals import (
    STUDENT,
    interval,
    percentile,
    student,
)
from designkit.estimates.simulation.results import Interval


@pytest.mark.parametrize(
    ("freedom", "expected"),
    [
        (1, 12.706205),
        (2, 4.302653),
        (9, 2.262157),
        (30, 2.042272),
        (31, 2.039513),
        (40, 2.021075),
        (60, 2.000298),
        (120, 1.979930),
    ],
)
def test_student_is_that_of_the_tables(freedom: int, expected: float):
    assert student(freedom) == pytest.approx(expected, abs=2e-6)


def test_student_falls_towards_the_normal():
    points = [student(freedom) for freedom in range(1, 2 * len(STUDENT))]

    assert points == sorted(points, reverse=True)
    assert student(10**9) == pytest.approx(1.959964, abs=1e-6)


def test_student_needs_a_degree_of_freedom():
    with pytest.raises(ValueError, match="has a degree of freedom"):
        student(0)


def test_an_interval_is_the_mean_give_or_take_its_standard_error():
    found = interval([10, 11, 12])

    assert found.value == 11
    assert found.high - found.value == pytest.approx(4.302653 / math.sqrt(3))
    assert found.value - found.low == pytest.approx(4.302653 / math.sqrt(3))


def test_an_interval_does_not_go_below_nothing():
    assert interval([0, 0, 3]).low == 0


def test_equal_runs_leave_no_doubt():
    assert interval([2.0, 2.0]) == Interval(2, 2, 2)


def test_one_run_is_not_enough():
    with pytest.raises(ValueError, match="needs two replications"):
        interval([1])


@given(st.lists(st.floats(0, 1e9), min_size=2, max_size=50))
def test_a_mean_lies_within_its_interval(values: list[float]):
    found = interval(values)

    assert 0 <= found.low <= found.value <= found.high < math.inf


@pytest.mark.parametrize(
    ("part", "expected"),
    [(0, 1), (0.01, 1), (0.5, 50), (0.95, 95), (0.99, 99), (1, 100)],
)
def test_a_percentile_is_one_of_the_values(part: float, expected: float):
    assert percentile(range(1, 101), part) == expected


def test_of_no_values_a_percentile_is_nothing():
    assert percentile([], 0.99) == 0
