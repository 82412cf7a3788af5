"""What a small exposure can show: a canary, a sample for review."""

import math
from statistics import NormalDist

from designkit.quantities.bounds import (
    finite,
    require_between,
    require_count,
    require_positive,
)

THREE = 3
"""-ln 0.05, rounded."""

Z975 = 1.96
"""The quantile of 0.975, rounded as everyone writes it."""


@finite
def rule_of_three(trials: float) -> float:
    """Return the rate that no failure in `trials` leaves possible, with 95%: 3 / n.

    The true rate may still be as high. The trials have to be independent: a hundred
    requests of one user are nearer to one. For fewer than 30 it is too high.

    Source: Hanley and Lippman-Hand 1983, If Nothing Goes Wrong, Is Everything All
    Right? Interpreting Zero Numerators, JAMA 249(13).

    Raises:
        ValueError: there is not one trial.
    """
    require_count(number_of_trials=trials)
    return min(1.0, THREE / trials)


@finite
def units_to_tell(
    usual: float, worse: float, *, alpha: float = 0.05, power: float = 0.8
) -> float:
    """Return the units that tell the rate `worse` from a known `usual` one.

    (z(1 - alpha)√(p₀q₀) + z(power)√(p₁q₁))² / (p₁ - p₀)², for one group and a test from
    one side: a canary beside a rate that is known from long before. Where the old
    version runs beside it and is counted too, it is `sample_size` of an experiment.
    With fewer than five failures to be expected it is a rough number.

    Source: Fleiss, Levin and Paik 2003, Statistical Methods for Rates and Proportions,
    chapter 2, without the correction for continuity.

    Raises:
        ValueError: something is not between 0 and 1, the worse rate is not the higher
            one, or the power is not above the level.
    """
    require_between(usual_rate=usual, worse_rate=worse, level=alpha, power=power)
    if not usual < worse:
        raise ValueError("the worse rate must lie above the usual one")
    if not alpha < power:
        raise ValueError("the power must lie above the level")
    level, found = -NormalDist().inv_cdf(alpha), NormalDist().inv_cdf(power)
    reach = level * _deviation(usual) + found * _deviation(worse)
    return (reach / (worse - usual)) ** 2


@finite
def half_width(rate: float, units: float) -> float:
    """Return how far `rate`, seen in `units`, may be off, with 95%: 1.96√(pq / n).

    The units are a random sample of what the rate is about: of the flagged for a
    precision, of all items for a prevalence. With fewer than ten on either side the
    interval is too narrow, and with none `rule_of_three` has to do.

    Source: Brown, Cai and DasGupta 2001, Interval Estimation for a Binomial Proportion,
    Statistical Science 16(2), section 2, which also says how far it can be trusted.

    Raises:
        ValueError: the rate is not between 0 and 1, or there is no unit.
    """
    require_between(rate=rate)
    require_count(number_of_units=units)
    return Z975 * _deviation(rate) / math.sqrt(units)


@finite
def units_for_half_width(rate: float, width: float) -> float:
    """Return the units that show `rate` to ± `width`, with 95%: pq(1.96 / w)².

    Raises:
        ValueError: the rate is not between 0 and 1, or the width is nothing.
    """
    require_between(rate=rate)
    require_positive(half_width=width)
    return (Z975 * _deviation(rate) / width) ** 2


def _deviation(rate: float) -> float:
    return math.sqrt(rate * (1 - rate))
