"""The formulas of experiments against statsmodels and scipy."""

import pytest
from scipy.stats import chisquare
from statsmodels.stats.power import NormalIndPower, TTestIndPower
from statsmodels.stats.proportion import (
    proportion_effectsize,
    samplesize_proportions_2indep_onetail,
)

from designkit.estimates.formulas.experiment import (
    sample_size,
    sample_size_of_margin,
    sample_size_of_mean,
    smallest_effect,
    smallest_effect_on_mean,
    smallest_margin,
)
from designkit.estimates.formulas.ratio import chi_square, p_value

TESTS = [(0.05, 0.8), (0.01, 0.9), (0.05 / 3, 0.95)]


@pytest.mark.parametrize(("alpha", "power"), TESTS)
@pytest.mark.parametrize(
    ("before", "after"),
    [(0.05, 0.051), (0.02, 0.0204), (0.10, 0.11), (0.3, 0.2), (1e-6, 2e-6)],
)
def test_the_sample_is_that_of_statsmodels(
    before: float, after: float, alpha: float, power: float
) -> None:
    theirs = samplesize_proportions_2indep_onetail(
        after - before, before, power, alpha=alpha
    )

    assert sample_size(before, after, alpha=alpha, power=power) == pytest.approx(
        theirs, rel=1e-9
    )


@pytest.mark.parametrize(
    ("before", "after", "printed"),
    [
        (0.05, 0.051, 752_683.95),
        (0.10, 0.102, 356_326.15),
        (0.02, 0.0204, 1_941_757.21),
        (0.10, 0.11, 14_744.10),
    ],
)
def test_the_sample_is_near_that_of_the_arcsine(
    before: float, after: float, printed: float
) -> None:
    effect = proportion_effectsize(before, after)
    theirs = NormalIndPower().solve_power(effect, alpha=0.05, power=0.8)

    assert theirs == pytest.approx(printed, rel=1e-6)
    assert sample_size(before, after) == pytest.approx(theirs, rel=1e-3)


@pytest.mark.parametrize(("alpha", "power"), TESTS)
@pytest.mark.parametrize(("deviation", "effect"), [(30, 0.5), (1, 0.05), (400, -8)])
def test_the_sample_of_a_mean_is_near_that_of_a_t_test(
    deviation: float, effect: float, alpha: float, power: float
) -> None:
    ours = sample_size_of_mean(deviation, effect, alpha=alpha, power=power)
    stated = {"effect_size": abs(effect) / deviation, "alpha": alpha, "power": power}

    assert ours == pytest.approx(NormalIndPower().solve_power(**stated), rel=1e-5)
    assert ours == pytest.approx(TTestIndPower().solve_power(**stated), rel=1e-3)


@pytest.mark.parametrize("ratio", [9, 1 / 9, 2, 0.5])
@pytest.mark.parametrize(
    ("before", "after"), [(0.05, 0.051), (0.12, 0.108), (0.3, 0.2), (1e-4, 2e-4)]
)
def test_the_sample_of_unequal_arms_is_that_of_statsmodels(
    before: float, after: float, ratio: float
) -> None:
    theirs = samplesize_proportions_2indep_onetail(
        after - before, before, 0.8, ratio=ratio
    )

    assert sample_size(before, after, ratio=ratio) == pytest.approx(theirs, rel=1e-9)


@pytest.mark.parametrize("ratio", [1, 9, 1 / 9])
def test_a_mean_in_unequal_arms_is_that_of_statsmodels(ratio: float) -> None:
    ours = sample_size_of_mean(60, 0.6, ratio=ratio)
    theirs = NormalIndPower().solve_power(0.01, alpha=0.05, power=0.8, ratio=ratio)

    assert ours == pytest.approx(theirs, rel=1e-5)
    assert smallest_effect_on_mean(ours, 60, ratio=ratio) == pytest.approx(0.6)


@pytest.mark.parametrize(("alpha", "power"), TESTS)
@pytest.mark.parametrize("ratio", [1, 9, 1 / 9])
def test_a_margin_is_shown_from_one_side(
    alpha: float, power: float, ratio: float
) -> None:
    stated = {"alpha": alpha, "power": power, "ratio": ratio, "alternative": "larger"}
    theirs = NormalIndPower().solve_power(0.01, **stated)
    errors = {"alpha": alpha, "power": power, "ratio": ratio}
    ours = sample_size_of_margin(60, 0.6, **errors)

    assert ours == pytest.approx(theirs, rel=1e-6)
    assert smallest_margin(ours, 60, **errors) == pytest.approx(0.6)


@pytest.mark.parametrize(("units", "rate"), [(1e6, 0.05), (2e4, 0.3)])
def test_the_smallest_effect_is_that_of_statsmodels(units: float, rate: float) -> None:
    theirs = NormalIndPower().solve_power(nobs1=units, alpha=0.05, power=0.8)
    deviation = (rate * (1 - rate)) ** 0.5

    assert smallest_effect(units, rate) / deviation == pytest.approx(theirs, rel=1e-3)


@pytest.mark.parametrize(
    ("first", "second", "share"),
    [
        (500_700, 499_300, 0.5),
        (502_000, 498_000, 0.5),
        (44_000, 45_000, 0.5),
        (98_000, 902_000, 0.1),
        (7, 3, 0.5),
    ],
)
def test_a_mismatch_is_that_of_scipy(first: int, second: int, share: float) -> None:
    units = first + second
    theirs = chisquare([first, second], [units * share, units * (1 - share)])
    ours = chi_square(first, second, share=share)

    assert ours == pytest.approx(theirs.statistic, rel=1e-9)
    assert p_value(ours) == pytest.approx(theirs.pvalue, rel=1e-9)
