"""What a stepped wedge is worth, against published numbers and least squares."""

from collections.abc import Sequence
from fractions import Fraction
from statistics import NormalDist

import pytest

from designkit.estimates.formulas.stepped_wedge import (
    clusters_needed,
    independent_observations,
    stepped_wedge,
)

NORMAL = NormalDist()


@pytest.mark.parametrize(
    ("size", "steps", "published"), [(10, 4, 0.535), (20, 3, 0.767), (20, 4, 0.572)]
)
def test_the_factor_of_one_period_is_that_which_was_published(
    size: float, steps: float, published: float
) -> None:
    """Kristunas and others 2017, Trials 18:109, table 2; the ICC there is 5%."""
    found = stepped_wedge(steps, size, 0.05) / (steps + 1)

    assert found == pytest.approx(published, abs=0.0005)


def test_the_power_is_that_of_another_program() -> None:
    """The read-me of swCRTdesign 4.1: 24 clusters in 4 steps, 120 each, 5% to 3.5%.

    Its power is 78.61896%, with a standard deviation of 1 point between clusters, and
    within them that of the mean of both rates.
    """
    within = 0.0425 * (1 - 0.0425)
    total = within + 0.01**2
    worth = independent_observations(24, 4, 120, 0.01**2 / total)
    error = (2 * total / worth) ** 0.5

    reach = NORMAL.inv_cdf(0.975)
    power = NORMAL.cdf(0.015 / error - reach) + NORMAL.cdf(-0.015 / error - reach)

    assert power == pytest.approx(0.7861896, abs=5e-8)


@pytest.mark.parametrize(
    ("steps", "at_each_step", "size", "icc"),
    [
        (2, 1, 5, Fraction(1, 2)),
        (3, 2, 20, Fraction(1, 20)),
        (4, 6, 120, Fraction(1, 500)),
        (5, 3, 7, Fraction(3, 10)),
        (3, 1, 1, Fraction(1, 10)),
        (4, 1, 9, Fraction(0)),
    ],
)
def test_both_variances_and_the_factor_agree(
    steps: int, at_each_step: int, size: int, icc: Fraction
) -> None:
    """Of a total variance of 1, an arm of so many has the variance 1 / arm."""
    worth = independent_observations(steps * at_each_step, steps, size, float(icc))
    squares = by_least_squares(steps, at_each_step, size, icc)

    assert squares == by_hussey_and_hughes(steps, at_each_step, size, icc)
    assert 2 / worth == pytest.approx(float(squares), rel=1e-12)


def by_least_squares(k: int, each: int, size: int, icc: Fraction) -> Fraction:
    """Return the variance of the treatment in a model with a mean for each period.

    The inverse of s * I + icc * J, over k + 1 periods, is (I - icc / (s + (k + 1) *
    icc) * J) / s.
    """
    periods, within = k + 1, (1 - icc) / size
    shared = icc / (within + periods * icc)
    normal = [[Fraction(0)] * (periods + 1) for _ in range(periods + 1)]
    for step in range(1, k + 1):
        rows = [
            [*(Fraction(i == at) for i in range(periods)), Fraction(at >= step)]
            for at in range(periods)
        ]
        sums = [sum(column) for column in zip(*rows, strict=True)]
        for i in range(periods + 1):
            for j in range(periods + 1):
                alone = sum(row[i] * row[j] for row in rows)
                normal[i][j] += each * (alone - shared * sums[i] * sums[j]) / within
    return last_of_inverse(normal)


def last_of_inverse(matrix: Sequence[Sequence[Fraction]]) -> Fraction:
    """Return the last entry of the inverse: 1 over the last pivot."""
    rows = [list(row) for row in matrix]
    for at, pivot in enumerate(rows):
        for row in rows[at + 1 :]:
            part = row[at] / pivot[at]
            row[:] = [x - part * y for x, y in zip(row, pivot, strict=True)]
    return 1 / rows[-1][-1]


def by_hussey_and_hughes(k: int, each: int, size: int, icc: Fraction) -> Fraction:
    """Return the variance of their equation 8, from the sums of the design."""
    periods, clusters, within = k + 1, k * each, (1 - icc) / size
    treated = each * sum(range(1, k + 1))
    by_period = sum((each * steps) ** 2 for steps in range(1, k + 1))
    by_cluster = each * sum(steps**2 for steps in range(1, k + 1))
    own = (clusters * treated - by_period) * within
    between = treated**2 + clusters * periods * treated
    between -= periods * by_period + clusters * by_cluster
    return clusters * within * (within + periods * icc) / (own + between * icc)


@pytest.mark.parametrize("observations", [1, 700, 3_211.5])
def test_the_clusters_that_are_needed_are_enough_and_no_more(
    observations: float,
) -> None:
    clusters = clusters_needed(observations, 4, 30, 0.05)

    assert clusters % 4 == 0
    assert independent_observations(clusters, 4, 30, 0.05) >= observations
    if clusters > 4:
        fewer = independent_observations(clusters - 4, 4, 30, 0.05)
        assert fewer < observations


@pytest.mark.parametrize(
    ("steps", "size", "icc", "said"),
    [
        (1, 20, 0.1, "the number of steps must not lie below 2"),
        (4, 0.5, 0.1, "the size of a cluster"),
        (4, 20, 1.5, "the correlation within"),
    ],
)
def test_what_is_no_wedge_is_refused(
    steps: float, size: float, icc: float, said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        stepped_wedge(steps, size, icc)


@pytest.mark.parametrize(
    ("clusters", "icc", "said"),
    [(3, 0.1, "each takes one"), (8, 1.0, "the design effect")],
)
def test_what_is_worth_nothing_is_refused(
    clusters: float, icc: float, said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        independent_observations(clusters, 4, 20, icc)
