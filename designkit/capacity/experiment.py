"""How many units an experiment needs before it can see what it looks for."""

import math
from statistics import NormalDist

DAYS_OF_A_WEEK = 7


def sample_size(
    before: float, after: float, *, alpha: float = 0.05, power: float = 0.8
) -> float:
    """Return the units per arm that tell the rate `after` from the rate `before`.

    Two arms of equal size, a two-sided test at level `alpha` with its variance pooled
    under the null hypothesis (Fleiss, Levin and Paik 2003, section 4.2, without
    continuity correction). The result is not rounded.

    Raises:
        ValueError: the rates are equal, or something is not between 0 and 1.
    """
    if not all(0 < value < 1 for value in (before, after, alpha, power)):
        raise ValueError("rates, level and power lie between 0 and 1")
    if before == after:
        raise ValueError("no sample tells equal rates apart")
    mean = (before + after) / 2
    pooled = math.sqrt(2 * mean * (1 - mean))
    apart = math.sqrt(before * (1 - before) + after * (1 - after))
    quantile = NormalDist().inv_cdf
    reach = quantile(1 - alpha / 2) * pooled + quantile(power) * apart
    return (reach / (after - before)) ** 2


def whole_weeks(days: float) -> int:
    """Return the days of the whole weeks that hold `days`, at least one week.

    Monday's users are not Saturday's; a test of whole weeks has as many of each.
    """
    return max(1, math.ceil(days / DAYS_OF_A_WEEK)) * DAYS_OF_A_WEEK
