"""Whether the arms of an experiment got the units they should."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.estimates.formulas.ratio import (
    MISMATCH,
    chi_square,
    largest_deviation,
    p_value,
)


@pytest.mark.parametrize(
    ("first", "second", "distance", "probability"),
    [
        pytest.param(500_700, 499_300, 1.96, 0.16151332, id="by chance"),
        pytest.param(502_000, 498_000, 16, 6.3342484e-5, id="not by chance"),
        pytest.param(44_000, 45_000, 1e3 / 89, 8.0227812e-4, id="hardly by chance"),
    ],
)
def test_a_mismatch_is_improbable(
    first: float, second: float, distance: float, probability: float
) -> None:
    found = chi_square(first, second)

    assert found == pytest.approx(distance)
    assert p_value(found) == pytest.approx(probability, rel=1e-6)
    assert (p_value(found) < MISMATCH) == (distance > 11)


def test_the_ratio_need_not_be_equal() -> None:
    assert chi_square(100_000, 900_000, share=0.1) == 0
    assert chi_square(90, 910, share=0.1) == pytest.approx(10**2 / 100 + 10**2 / 900)


def test_no_distance_is_certain() -> None:
    assert p_value(0) == 1


def test_a_million_units_are_near_their_ratio() -> None:
    assert largest_deviation(1e6) == pytest.approx(0.001645263, rel=1e-6)


def test_one_unit_is_in_one_arm() -> None:
    assert largest_deviation(1) == 0.5
    assert largest_deviation(1, share=0.1) == 0.9


@settings(deadline=None, max_examples=50)
@given(st.floats(1e3, 1e12), st.floats(0.02, 0.98), st.floats(1e-6, 0.5))
def test_the_largest_deviation_just_passes(
    units: float, share: float, alpha: float
) -> None:
    deviation = largest_deviation(units, share=share, alpha=alpha)
    first = units * (share + deviation)
    if first > units:
        return

    found = p_value(chi_square(first, units - first, share=share))

    assert found == pytest.approx(alpha, rel=1e-3)


@settings(deadline=None, max_examples=50)
@given(st.floats(0, 1e30), st.floats(0, 1e30))
def test_a_larger_distance_is_never_more_probable(one: float, other: float) -> None:
    near, far = sorted((one, other))

    assert 0 <= p_value(far) <= p_value(near) <= 1


def test_no_units_have_no_ratio() -> None:
    with pytest.raises(ValueError, match="the number of units"):
        chi_square(0, 0)


def test_no_arm_is_negative() -> None:
    with pytest.raises(ValueError, match="the second arm"):
        chi_square(10, -1)


@pytest.mark.parametrize("share", [0, 1])
def test_each_arm_was_to_get_something(share: float) -> None:
    with pytest.raises(ValueError, match="the share"):
        chi_square(10, 10, share=share)
