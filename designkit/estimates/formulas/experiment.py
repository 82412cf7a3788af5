"""How many units an experiment needs before it can see what it looks for.

All tests here compare an arm with a control that has `ratio` times as many units, from
both sides if nothing else is said, at a level `alpha`; the `power` is the probability
that a true effect of the given size is seen. What makes an experiment need more or
fewer units is in `variance`.
"""

import math
from statistics import NormalDist

from designkit.quantities.bounds import (
    finite,
    require_between,
    require_count,
    require_not_negative,
    require_positive,
)

DAYS_OF_A_WEEK = 7

HALF = 0.5

LEHR = 16
"""2 * (1.96 + 0.84)², rounded up: the level 0.05 and the power 0.8."""


@finite
def sample_size(
    before: float,
    after: float,
    *,
    alpha: float = 0.05,
    power: float = 0.8,
    ratio: float = 1.0,
) -> float:
    """Return the units of the arm that tell the rate `after` from the rate `before`.

    With r for the ratio and m = (p₂ + rp₁) / (1 + r) it is (z(1 - alpha/2) *
    √((1 + 1/r)m(1 - m)) + z(power) * √(p₁q₁/r + p₂q₂))² / (p₂ - p₁)²: the variance is
    pooled under the null hypothesis, and nothing is corrected for continuity. The
    result is not rounded; the control has r times as many.

    A rate per visit or per item, where users are what is assigned, varies more than
    this takes into account: see `clustered`.

    Source: Fleiss, Levin and Paik 2003, Statistical Methods for Rates and Proportions,
    sections 4.2 and 4.4.

    Raises:
        ValueError: the rates are equal, something is not between 0 and 1, the ratio is
            nothing, or the power is one that a test has by chance.
    """
    require_positive(ratio=ratio)
    if not all(0 < value < 1 for value in (before, after, alpha, power)):
        raise ValueError("rates, level and power lie between 0 and 1")
    if before == after:
        raise ValueError("no sample tells equal rates apart")
    mean = (after + ratio * before) / (1 + ratio)
    pooled = math.sqrt((1 + 1 / ratio) * mean * (1 - mean))
    apart = math.sqrt(before * (1 - before) / ratio + after * (1 - after))
    level, found = _quantiles(alpha, power)
    return ((level * pooled + found * apart) / (after - before)) ** 2


def changed(rate: float, effect: float, *, in_points: bool = False) -> float:
    """Return the `rate` after an `effect`: r(1 + e), or r + e where it is in points.

    Below 0 the effect is a fall: 12% with -10% becomes 10.8%, with -2 pp 10%.
    """
    return rate + (effect if in_points else rate * effect)


@finite
def rule_of_thumb(rate: float, effect: float) -> float:
    """Return roughly the units per arm that show an `effect` on `rate`: 16pq / δ².

    The effect is absolute: 0.001 takes 5% to 5.1%. It is for a level of 0.05 and a
    power of 0.8 only, and for a small effect: from 10% to 11% it is 2% too low.

    Source: Lehr 1992, Sixteen S-Squared over D-Squared: A Relation for Crude Sample
    Size Estimates, Statistics in Medicine 11.

    Raises:
        ValueError: the rate is not between 0 and 1, or there is no effect.
    """
    require_between(rate=rate)
    require_positive(effect=abs(effect))
    return LEHR * rate * (1 - rate) / effect**2


@finite
def sample_size_of_mean(
    deviation: float,
    effect: float,
    *,
    alpha: float = 0.05,
    power: float = 0.8,
    ratio: float = 1.0,
) -> float:
    """Return the units of the arm that show it on a mean: (1 + 1/r)(z + z)²σ²/δ².

    The standard `deviation` is that of one unit, with the unit of the effect, the same
    in both arms. Sums such as money spent have few units that are worth very much: the
    deviation of a short sample is then too low, and the mean of few units not normal.

    Source: Chow, Shao and Wang 2008, Sample Size Calculations in Clinical Research,
    chapter 3.

    Raises:
        ValueError: there is no effect, deviation or ratio, the level or the power is
            not between 0 and 1, or the power is one that a test has by chance.
    """
    require_positive(deviation=deviation, effect=abs(effect), ratio=ratio)
    require_between(level=alpha, power=power)
    reach = sum(_quantiles(alpha, power)) * deviation / effect
    return (1 + 1 / ratio) * reach**2


@finite
def sample_size_of_margin(
    deviation: float,
    margin: float,
    *,
    alpha: float = 0.05,
    power: float = 0.8,
    ratio: float = 1.0,
) -> float:
    """Return the units that show a guardrail to be no worse than by a `margin`.

    (1 + 1/r)(z(1 - alpha) + z(power))²σ² / δ²: a test from one side, of an arm that
    truly changes nothing. The `deviation` is that of one unit, √(pq) of a rate.

    Source: Chow, Shao and Wang 2008, Sample Size Calculations in Clinical Research,
    sections 3.2 and 4.2, on non-inferiority.

    Raises:
        ValueError: there is no margin, deviation or ratio, the level or the power is
            not between 0 and 1, or the power is not above the level.
    """
    require_positive(deviation=deviation, margin=abs(margin), ratio=ratio)
    require_between(level=alpha, power=power)
    return sample_size_of_mean(
        deviation, margin, alpha=_both_sides(alpha), power=power, ratio=ratio
    )


def _both_sides(alpha: float) -> float:
    """Return the level from both sides that has `alpha` on each.

    Raises:
        ValueError: half of all tests, or more, would find something.
    """
    if alpha >= HALF:
        raise ValueError("the level of a test from one side lies below 50%")
    return 2 * alpha


@finite
def smallest_effect(
    units: float,
    rate: float,
    *,
    alpha: float = 0.05,
    power: float = 0.8,
    ratio: float = 1.0,
) -> float:
    """Return the absolute effect on `rate` that `units` of the arm show.

    (z + z)√((1 + 1/r)pq/n), with r control units for each of the arm. Both are given
    the variance of `rate`, so that it is a little too small for an effect that is large
    beside it. Divided by the rate it is the relative effect.

    Source: Bloom 1995, Minimum Detectable Effects: A Simple Way to Report the
    Statistical Power of Experimental Designs, Evaluation Review 19(5).

    Raises:
        ValueError: there are no units or no ratio, the rate, level or power is not
            between 0 and 1, or the power is one that a test has by chance.
    """
    require_between(rate=rate)
    deviation = math.sqrt(rate * (1 - rate))
    return smallest_effect_on_mean(
        units, deviation, alpha=alpha, power=power, ratio=ratio
    )


@finite
def smallest_effect_on_mean(
    units: float,
    deviation: float,
    *,
    alpha: float = 0.05,
    power: float = 0.8,
    ratio: float = 1.0,
) -> float:
    """Return the effect on a mean that `units` show: (z + z)√((1 + 1/r)σ²/n).

    It has the unit of the standard `deviation` of one unit.

    Source: Bloom 1995, Minimum Detectable Effects, Evaluation Review 19(5).

    Raises:
        ValueError: there are no units, no deviation or no ratio, the level or power is
            not between 0 and 1, or the power is one that a test has by chance.
    """
    require_positive(units=units, deviation=deviation, ratio=ratio)
    require_between(level=alpha, power=power)
    return (
        sum(_quantiles(alpha, power)) * deviation * math.sqrt((1 + 1 / ratio) / units)
    )


@finite
def smallest_margin(
    units: float,
    deviation: float,
    *,
    alpha: float = 0.05,
    power: float = 0.8,
    ratio: float = 1.0,
) -> float:
    """Return the margin that `units` of the arm show not to be crossed, from one side.

    Raises:
        ValueError: as for `sample_size_of_margin`, or there are no units.
    """
    require_between(level=alpha, power=power)
    return smallest_effect_on_mean(
        units, deviation, alpha=_both_sides(alpha), power=power, ratio=ratio
    )


@finite
def per_comparison(alpha: float, comparisons: float) -> float:
    """Return the level of each of k tests that keeps `alpha` for all: alpha / k.

    Each variant against the control, each primary metric and each look at the numbers
    before the end is a comparison. It is safe and, where metrics go together, strict.

    Source: Dunn 1961, Multiple Comparisons Among Means, Journal of the American
    Statistical Association 56.

    Raises:
        ValueError: the level is not between 0 and 1, or there is less than one test.
    """
    require_between(level=alpha)
    require_count(number_of_comparisons=comparisons)
    return alpha / comparisons


@finite
def days_needed(units: float, units_per_day: float) -> float:
    """Return the days until `units`, those of all arms, have come: n / (units a day).

    Only new units count. Users who come back are few new ones on the second day: where
    most do, take the distinct ones of a week, a seventh of them a day.

    Raises:
        ValueError: the units are negative, or none come.
    """
    require_not_negative(units=units)
    require_positive(units_per_day=units_per_day)
    return units / units_per_day


@finite
def whole_weeks(days: float) -> int:
    """Return the days of the whole weeks that hold `days`, at least one week.

    Monday's users are not Saturday's; a test of whole weeks has as many of each.

    Raises:
        ValueError: the days have no end.
    """
    return max(1, math.ceil(days / DAYS_OF_A_WEEK)) * DAYS_OF_A_WEEK


def _quantiles(alpha: float, power: float) -> tuple[float, float]:
    """Return how far a result must lie from nothing, and a true effect from there."""
    level, found = -NormalDist().inv_cdf(alpha / 2), NormalDist().inv_cdf(power)
    if level + found <= 0:
        raise ValueError("the power must lie above half the level")
    return level, found
