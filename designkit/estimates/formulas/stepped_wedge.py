"""What a stepped wedge is worth: clusters that cross over to a treatment, step by step.

With k steps there are k + 1 periods of the same length, one before the first step; at
each step the same number of clusters crosses over, for good. Each cluster brings `size`
new observations in each period. Observations of one cluster are correlated by `icc`,
whatever their period; where the correlation fades over time, more clusters are needed
(Hemming and Taljaard 2016, Journal of Clinical Epidemiology 69).
"""

import math

from designkit.quantities.bounds import (
    finite,
    require_count,
    require_not_negative,
    require_positive,
    require_share,
)

LEAST_STEPS = 2
"""With one step, whatever else changed at that moment cannot be told apart."""


@finite
def stepped_wedge(steps: float, size: float, icc: float) -> float:
    """Return the factor on the observations of a test that draws each unit alone.

    With k steps of n observations: (k + 1) * (1 + ICC(kn + n - 1)) / (1 + ICC(kn/2 + n
    - 1)) * 3(1 - ICC) / (2(k - 1/k)). It multiplies the observations of both arms of a
    test in which each unit is drawn for itself, and gives those of all clusters and
    periods together. The factor as published is without k + 1: it gives those of one
    period (Baio and others 2015, Trials 16:354).

    Source: Woertman and others 2013, Stepped Wedge Designs Could Reduce the Required
    Sample Size in Cluster Randomized Trials, Journal of Clinical Epidemiology 66; the
    variance is that of Hussey and Hughes 2007, Design and Analysis of Stepped Wedge
    Cluster Randomized Trials, Contemporary Clinical Trials 28.

    Raises:
        ValueError: there are fewer than two steps, less than one observation in a
            period, or the correlation is not from 0 to 1.
    """
    require_count(size_of_a_cluster=size)
    require_share(correlation_within=icc)
    _require_steps(steps)
    periods = 1 + icc * (steps * size + size - 1)
    halves = 1 + icc * (steps * size / 2 + size - 1)
    per_period = periods / halves * 3 * (1 - icc) / (2 * (steps - 1 / steps))
    return (steps + 1) * per_period


@finite
def independent_observations(
    clusters: float, steps: float, size: float, icc: float
) -> float:
    """Return how many observations in each of two independent arms a wedge is worth.

    All observations, clusters * (k + 1) * size, by the factor of `stepped_wedge`, and
    half of that for each arm.

    Raises:
        ValueError: as `stepped_wedge`, or there are fewer clusters than steps, or all
            observations of a cluster are the same.
    """
    require_count(number_of_clusters=clusters)
    if clusters < steps:
        raise ValueError("the clusters must not lie below the steps: each takes one")
    effect = stepped_wedge(steps, size, icc)
    require_positive(design_effect=effect)
    return clusters * (steps + 1) * size / effect / 2


@finite
def clusters_needed(
    observations: float, steps: float, size: float, icc: float
) -> float:
    """Return the clusters of a wedge that is worth so many observations in each arm.

    They are rounded up to as many at each step.

    Raises:
        ValueError: as `stepped_wedge`, or the observations are negative.
    """
    require_not_negative(observations=observations)
    all_of_them = 2 * observations * stepped_wedge(steps, size, icc)
    at_each_step = all_of_them / (size * (steps + 1) * steps)
    return max(1, math.ceil(at_each_step)) * steps


def _require_steps(steps: float) -> None:
    require_count(number_of_steps=steps)
    if steps < LEAST_STEPS:
        raise ValueError("the number of steps must not lie below 2")
