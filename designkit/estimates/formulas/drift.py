"""How far a distribution has moved, and how often a test says so by mistake."""

from collections.abc import Sequence
from math import isclose, log

from designkit.quantities.bounds import finite, require_not_negative, require_share

ROUNDING = 0.02
"""How far shares may be from 1 together: they are often rounded to percents."""


@finite
def psi(expected: Sequence[float], actual: Sequence[float]) -> float:
    """Return the population stability index: the sum of (a - e) * ln(a / e) over bins.

    Both are shares of the same bins, `expected` of the reference and `actual` of today.
    That 0.1 is a little and 0.25 much is convention and no test: the number grows with
    the number of bins and, by chance alone, with fewer examples. It says nothing about
    whether the model gets worse.

    Source: Yurdakul and Naranjo 2020, Statistical Properties of the Population
    Stability Index, Journal of Risk Model Validation 14(4).

    Raises:
        ValueError: the bins are not as many, fewer than two or empty, or the shares of
            one side are not 1 together.
    """
    if len(expected) != len(actual) or len(expected) < 2:
        raise ValueError("both sides need the same bins, two or more")
    _require_distribution(expected)
    _require_distribution(actual)
    return sum(
        (a - e) * (log(a) - log(e)) for e, a in zip(expected, actual, strict=True)
    )


@finite
def false_alarms(tests: float, checks_a_day: float, alpha: float) -> float:
    """Return the alarms a day when nothing has changed: tests * checks * alpha.

    A test is one feature in one segment. They need not be independent for this mean,
    but those that are not sound together. It is the least there will be: with many
    examples a test also finds differences that do no harm.

    Raises:
        ValueError: a number is negative, or the level is not from 0 to 1.
    """
    require_not_negative(tests=tests, checks_a_day=checks_a_day)
    require_share(level=alpha)
    return tests * checks_a_day * alpha


def _require_distribution(shares: Sequence[float]) -> None:
    for share in shares:
        if not 0 < share <= 1:
            raise ValueError("no bin may be empty or hold more than all: merge bins")
    if not isclose(sum(shares), 1, abs_tol=ROUNDING):
        raise ValueError("the shares of the bins must be 1 together")
