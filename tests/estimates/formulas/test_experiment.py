"""How many units an experiment needs."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.estimates.formulas.experiment import (
    days_needed,
    per_comparison,
    rule_of_thumb,
    sample_size,
    sample_size_of_mean,
    smallest_effect,
    whole_weeks,
)

rates = st.floats(0.001, 0.4)
lifts = st.floats(0.01, 1)
wide_rates = st.floats(1e-12, 1 - 1e-6)
powers = st.floats(0.5, 0.999)

few = settings(deadline=None, max_examples=50)


@pytest.mark.parametrize(
    ("before", "after", "exact", "whole", "roughly"),
    [
        pytest.param(0.05, 0.051, 752_702.463, 752_703, 760_000, id="2% on 5%"),
        pytest.param(0.10, 0.102, 356_334.037, 356_335, 360_000, id="2% on 10%"),
        pytest.param(0.02, 0.0204, 1_941_807.743, 1_941_808, 1_960_000, id="2% on 2%"),
        pytest.param(0.10, 0.11, 14_750.790, 14_751, 14_400, id="10% on 10%"),
    ],
)
def test_the_sample_is_that_of_the_exact_formula(
    before: float, after: float, exact: float, whole: int, roughly: float
) -> None:
    size = sample_size(before, after)

    assert size == pytest.approx(exact, abs=0.0006)
    assert math.ceil(size) == whole
    assert rule_of_thumb(before, after - before) == pytest.approx(roughly)


def test_three_comparisons_at_a_third_of_the_level_need_more() -> None:
    size = sample_size(0.05, 0.051, alpha=per_comparison(0.05, 3))

    assert math.ceil(size) == 1_003_982


def test_a_mean_needs_more_the_more_it_varies() -> None:
    assert sample_size_of_mean(30, 0.5) == pytest.approx(56_511.934, rel=1e-7)
    assert sample_size_of_mean(60, -1) == pytest.approx(56_511.934, rel=1e-7)


def test_a_sample_shows_what_is_not_smaller_than_this() -> None:
    effect = smallest_effect(1e6, 0.05)

    assert effect == pytest.approx(0.00086351, abs=0.5e-8)
    assert effect / 0.05 == pytest.approx(0.01727, abs=0.5e-5)


def test_traffic_and_whole_weeks_make_the_duration() -> None:
    days = days_needed(2 * math.ceil(sample_size(0.05, 0.051)), 1e6 * 0.20)

    assert days == pytest.approx(7.52703, rel=1e-6)
    assert whole_weeks(days) == 14


@few
@given(rates, lifts)
def test_a_smaller_effect_needs_a_larger_sample(rate: float, lift: float) -> None:
    assert sample_size(rate, rate * (1 + lift / 2)) > sample_size(
        rate, rate * (1 + lift)
    )


@few
@given(wide_rates, wide_rates, st.floats(0.001, 1), powers)
def test_half_way_to_a_rate_never_needs_fewer(
    before: float, after: float, part: float, power: float
) -> None:
    nearer = before + (after - before) * part
    if before in (after, nearer):
        return

    fewer = sample_size(before, after, power=power)

    assert sample_size(before, nearer, power=power) >= fewer * (1 - 1e-6)


@few
@given(wide_rates, st.floats(1e-12, 1e30), st.floats(1, 1e6), powers)
def test_a_smaller_effect_on_a_mean_never_needs_fewer(
    deviation: float, effect: float, times: float, power: float
) -> None:
    fewer = sample_size_of_mean(deviation, effect * times, power=power)

    assert sample_size_of_mean(deviation, effect, power=power) >= fewer


@few
@given(rates, lifts, st.floats(0.5, 0.9))
def test_more_power_needs_a_larger_sample(
    rate: float, lift: float, power: float
) -> None:
    after = rate * (1 + lift)

    assert sample_size(rate, after, power=power + 0.05) > sample_size(
        rate, after, power=power
    )


@few
@given(rates, lifts)
def test_it_does_not_matter_which_rate_is_called_before(
    rate: float, lift: float
) -> None:
    after = rate * (1 + lift)

    assert sample_size(rate, after) == pytest.approx(sample_size(after, rate))


@few
@given(rates, st.floats(1, 1e12), powers)
def test_the_smallest_effect_is_that_of_the_sample(
    rate: float, units: float, power: float
) -> None:
    effect = smallest_effect(units, rate, power=power)
    deviation = math.sqrt(rate * (1 - rate))

    assert sample_size_of_mean(deviation, effect, power=power) == pytest.approx(units)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(0.05, 0.05, id="no effect"),
        pytest.param(0.0, 0.05, id="nothing before"),
        pytest.param(0.6, 1.2, id="more than all"),
        pytest.param(1e-320, 2e-320, id="more units than can be written"),
    ],
)
def test_what_no_sample_can_tell_is_refused(before: float, after: float) -> None:
    with pytest.raises(ValueError, match=r"between 0 and 1|equal rates|no finite"):
        sample_size(before, after)


def test_the_level_may_be_very_low() -> None:
    assert sample_size(0.05, 0.051, alpha=1e-20) == pytest.approx(9.9e6, rel=0.02)


@pytest.mark.parametrize("power", [0.025, 0.01])
def test_a_power_that_a_test_has_by_chance_is_refused(power: float) -> None:
    with pytest.raises(ValueError, match="above half the level"):
        sample_size(0.05, 0.06, power=power)
    with pytest.raises(ValueError, match="above half the level"):
        smallest_effect(1_000, 0.05, power=power)


def test_a_power_just_above_that_needs_few() -> None:
    assert 0 < sample_size(0.05, 0.06, power=0.03) < 100


def test_no_effect_on_a_mean_is_refused() -> None:
    with pytest.raises(ValueError, match="the effect must lie above 0"):
        sample_size_of_mean(30, 0)
    with pytest.raises(ValueError, match="the effect must lie above 0"):
        rule_of_thumb(0.05, 0)


def test_there_is_at_least_one_comparison() -> None:
    with pytest.raises(ValueError, match="number of comparisons"):
        per_comparison(0.05, 0)


def test_without_new_units_no_test_ends() -> None:
    with pytest.raises(ValueError, match="the units per day must lie above 0"):
        days_needed(1_000, 0)


@pytest.mark.parametrize(
    ("days", "weeks"), [(7.527, 14), (7, 7), (0.2, 7), (14.001, 21)]
)
def test_a_test_runs_for_whole_weeks(days: float, weeks: int) -> None:
    assert whole_weeks(days) == weeks


def test_a_test_without_end_has_no_whole_weeks() -> None:
    with pytest.raises(ValueError, match="no finite number"):
        whole_weeks(math.inf)
