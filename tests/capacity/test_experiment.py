"""How many units an experiment needs."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.capacity.experiment import sample_size, whole_weeks

rates = st.floats(0.001, 0.4)
lifts = st.floats(0.01, 1)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(0.05, 0.051, 752_702.463, id="2% on 5%"),
        pytest.param(0.10, 0.102, 356_334.037, id="2% on 10%"),
        pytest.param(0.02, 0.0204, 1_941_807.743, id="2% on 2%"),
        pytest.param(0.10, 0.11, 14_750.790, id="10% on 10%"),
    ],
)
def test_the_sample_is_that_of_the_exact_formula(before, after, expected):
    assert sample_size(before, after) == pytest.approx(expected, rel=1e-7)


def test_three_comparisons_at_a_third_of_the_level_need_more():
    size = sample_size(0.05, 0.051, alpha=0.05 / 3)

    assert math.ceil(size) == 1_003_982


@settings(deadline=None, max_examples=50)
@given(rates, lifts)
def test_a_smaller_effect_needs_a_larger_sample(rate, lift):
    assert sample_size(rate, rate * (1 + lift / 2)) > sample_size(
        rate, rate * (1 + lift)
    )


@settings(deadline=None, max_examples=50)
@given(rates, lifts, st.floats(0.5, 0.9))
def test_more_power_needs_a_larger_sample(rate, lift, power):
    after = rate * (1 + lift)

    assert sample_size(rate, after, power=power + 0.05) > sample_size(
        rate, after, power=power
    )


@settings(deadline=None, max_examples=50)
@given(rates, lifts)
def test_it_does_not_matter_which_rate_is_called_before(rate, lift):
    after = rate * (1 + lift)

    assert sample_size(rate, after) == pytest.approx(sample_size(after, rate))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(0.05, 0.05, id="no effect"),
        pytest.param(0.0, 0.05, id="nothing before"),
        pytest.param(0.6, 1.2, id="more than all"),
    ],
)
def test_what_no_sample_can_tell_is_refused(before, after):
    with pytest.raises(ValueError, match=r"between 0 and 1|equal rates"):
        sample_size(before, after)


@pytest.mark.parametrize(
    ("days", "weeks"), [(7.527, 14), (7, 7), (0.2, 7), (14.001, 21)]
)
def test_a_test_runs_for_whole_weeks(days, weeks):
    assert whole_weeks(days) == weeks
