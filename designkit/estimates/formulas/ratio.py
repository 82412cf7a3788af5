"""Whether the arms of an experiment got the units they should: sample ratio mismatch.

A mismatch says that units were lost or assigned in a way that depends on the arm. The
ones that are left are then not alike, and no result of the experiment can be trusted.
A difference that looks tiny may be one: with a million users, 50.2% instead of 50%.
"""

import math
from statistics import NormalDist

from designkit.quantities.bounds import (
    finite,
    require_between,
    require_count,
    require_not_negative,
)

MISMATCH = 0.001
"""Below this p-value the ratio is taken as wrong."""


@finite
def chi_square(first: float, second: float, *, share: float = 0.5) -> float:
    """Return how far two arms are from their ratio: (n₁ - nf)² / (nf(1 - f)).

    The first arm was to get the `share` f of all n units. It is the sum over both arms
    of (observed - expected)² / expected, with one degree of freedom. For a few units in
    an arm it is not yet chi-square: five or more are to be expected in each.

    Source: Pearson 1900, On the Criterion that a Given System of Deviations from the
    Probable is Such That it Can be Reasonably Supposed to have Arisen from Random
    Sampling.

    Raises:
        ValueError: a number is negative, there is no unit, or the share is not between
            0 and 1.
    """
    require_not_negative(first_arm=first, second_arm=second)
    require_count(number_of_units=first + second)
    require_between(share=share)
    lead = first * (1 - share) - second * share
    return lead * (lead / ((first + second) * share * (1 - share)))


@finite
def p_value(chi_square: float) -> float:
    """Return the probability of such a `chi_square` or a larger one: erfc(√(χ² / 2)).

    Below 0.001 the ratio is taken as wrong. The threshold is that low because the check
    is made in every experiment, each day and for each segment: a higher one would often
    be crossed by chance.

    Source: Fabijan et al. 2019, Diagnosing Sample Ratio Mismatch in Online Controlled
    Experiments, KDD; the threshold is that of Kohavi, Tang and Xu 2020, Trustworthy
    Online Controlled Experiments, chapter 21.

    Raises:
        ValueError: the number is negative.
    """
    require_not_negative(chi_square=chi_square)
    return math.erfc(math.sqrt(chi_square / 2))


@finite
def largest_deviation(
    units: float, *, share: float = 0.5, alpha: float = MISMATCH
) -> float:
    """Return how far from `share` the first arm may be: z(1 - alpha/2)√(f(1 - f)/n).

    Up to there the `p_value` is not below `alpha`. Of a few `units` the arm may have
    all or none: then it is the farthest that there is.

    Raises:
        ValueError: there is no unit, or the share or level is not between 0 and 1.
    """
    require_count(number_of_units=units)
    require_between(share=share, level=alpha)
    reach = -NormalDist().inv_cdf(alpha / 2)
    return min(reach * math.sqrt(share * (1 - share) / units), max(share, 1 - share))
