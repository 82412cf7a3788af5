"""What a small exposure can show."""

from math import expm1, log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.estimates.formulas.exposure import (
    half_width,
    rule_of_three,
    units_for_half_width,
    units_to_tell,
)

rates = st.floats(1e-6, 1 - 1e-6)

few = settings(deadline=None, max_examples=50)


def test_three_in_so_many_may_still_fail() -> None:
    assert rule_of_three(3_000) == 0.001
    assert rule_of_three(1) == 1


@few
@given(st.floats(1, 1e30))
def test_the_rule_of_three_promises_no_more_than_the_exact_bound(
    trials: float,
) -> None:
    exact = -expm1(log(0.05) / trials)

    assert exact <= rule_of_three(trials) <= 1.6 * exact


def test_a_rate_three_times_as_high_is_soon_told() -> None:
    assert units_to_tell(0.001, 0.003) == pytest.approx(2_401.84, abs=0.005)


@few
@given(st.floats(1e-12, 0.4), st.floats(1.01, 2), st.floats(0.5, 0.999))
def test_a_smaller_difference_never_needs_fewer(
    usual: float, times: float, power: float
) -> None:
    nearer = usual * (1 + times) / 2
    fewer = units_to_tell(usual, usual * times, power=power)

    assert units_to_tell(usual, nearer, power=power) >= fewer


@pytest.mark.parametrize(
    ("rate", "units", "width"),
    [
        pytest.param(0.001, 50_000, 0.000277, id="prevalence"),
        pytest.param(0.001, 1.5e6, 0.0000506, id="prevalence, larger sample"),
        pytest.param(0.9, 864.36, 0.02, id="precision"),
    ],
)
def test_an_interval_gets_narrower_with_the_sample(
    rate: float, units: float, width: float
) -> None:
    assert half_width(rate, units) == pytest.approx(width, rel=1e-3)


def test_a_width_asks_for_a_sample() -> None:
    assert units_for_half_width(0.9, 0.02) == pytest.approx(864.36, rel=1e-12)


@few
@given(rates, st.floats(1, 1e30))
def test_a_sample_for_a_width_has_it(rate: float, units: float) -> None:
    width = half_width(rate, units)

    assert units_for_half_width(rate, width) == pytest.approx(units)


def test_without_a_trial_nothing_is_promised() -> None:
    with pytest.raises(ValueError, match="the number of trials"):
        rule_of_three(0)


@pytest.mark.parametrize("worse", [0.001, 0.0005])
def test_only_a_higher_rate_is_worse(worse: float) -> None:
    with pytest.raises(ValueError, match="above the usual one"):
        units_to_tell(0.001, worse)


def test_a_power_that_a_test_has_by_chance_is_refused() -> None:
    with pytest.raises(ValueError, match="above the level"):
        units_to_tell(0.001, 0.003, power=0.05)


@pytest.mark.parametrize("rate", [0, 1])
def test_what_was_never_seen_has_no_interval(rate: float) -> None:
    with pytest.raises(ValueError, match="the rate must lie between 0 and 1"):
        half_width(rate, 100)


def test_no_sample_is_exact() -> None:
    with pytest.raises(ValueError, match="the half width"):
        units_for_half_width(0.9, 0)
