"""Confidence in a mean of few replications, and percentiles of many times."""

import math
from collections.abc import Sequence
from statistics import NormalDist, fmean, stdev

from designkit.estimates.simulation.results import Interval

STUDENT = (
    *(12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912),
    *(2.364624, 2.306004, 2.262157, 2.228139, 2.200985, 2.178813),
    *(2.160369, 2.144787, 2.131450, 2.119905, 2.109816, 2.100922),
    *(2.093024, 2.085963, 2.079614, 2.073873, 2.068658, 2.063899),
    *(2.059539, 2.055529, 2.051831, 2.048407, 2.045230, 2.042272),
)
"""What Student's t exceeds once in 40 times, from 1 degree of freedom on."""


def interval(values: Sequence[float]) -> Interval:
    """Return the mean of replications, give or take t * s / √n, not below nothing.

    They are independent, and means of so many that they are about normal (Law 2015,
    Simulation Modeling and Analysis, chapter 9, on replication and deletion).

    Raises:
        ValueError: there are fewer than two, which do not show how runs differ.
    """
    if len(values) < 2:
        raise ValueError("an interval needs two replications")
    mean = fmean(values)
    reach = student(len(values) - 1) * stdev(values) / math.sqrt(len(values))
    return Interval(mean, max(mean - reach, 0.0), mean + reach)


def student(freedom: int) -> float:
    """Return what Student's t exceeds once in 40 times, to five digits.

    Beyond 30 degrees of `freedom` by its expansion in their inverse (Abramowitz and
    Stegun 1964, Handbook of Mathematical Functions, 26.7.5).

    Raises:
        ValueError: there is no degree of freedom.
    """
    if freedom < 1:
        raise ValueError("Student's t has a degree of freedom")
    if freedom <= len(STUDENT):
        return STUDENT[freedom - 1]
    z = NormalDist().inv_cdf(0.975)
    first, second = (z**3 + z) / 4, (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + (first + (second + third / freedom) / freedom) / freedom


def percentile(ordered: Sequence[float], part: float) -> float:
    """Return the first of the `ordered` values that `part` of them do not exceed.

    Of no values it is 0.
    """
    rank = math.ceil(part * len(ordered))
    return ordered[max(rank - 1, 0)] if ordered else 0.0
