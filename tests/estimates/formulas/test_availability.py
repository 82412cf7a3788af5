"""How often a system answers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.estimates.formulas.availability import (
    in_series,
    minutes_down,
    with_fallback,
)

parts = st.floats(0, 1)


def test_four_parts_in_series_fail_four_times_as_often():
    together = in_series([0.9995] * 4)

    assert together == pytest.approx(0.99800150, abs=5e-9)
    assert minutes_down(together) == pytest.approx(86.335, abs=5e-4)


def test_a_fallback_takes_most_of_the_failures_of_two_parts():
    covered = with_fallback(in_series([0.9995] * 2), 0.999)
    together = in_series([0.9995, 0.9995, covered])

    assert together == pytest.approx(0.99899925, abs=5e-9)
    assert minutes_down(together) == pytest.approx(43.232, abs=5e-4)


@settings(deadline=None, max_examples=50)
@given(st.lists(parts, min_size=1), parts)
def test_a_part_more_never_helps_and_a_fallback_never_harms(others, part):
    together = in_series(others)

    assert in_series([*others, part]) <= together
    assert with_fallback(together, part) >= together
