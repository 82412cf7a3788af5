"""Times drawn from a distribution: mostly short, sometimes long."""

from collections.abc import Iterator
from itertools import repeat
from math import exp, expm1, log
from random import Random

from designkit.estimates.formulas.latency import NORMAL, Lognormal
from designkit.quantities.bounds import ROUNDING

LONGEST = 1e9
"""Seconds of the longest time that is drawn from: some 30 years."""

RAREST = 1e-300
"""A chance for which the normal quantile still has an answer."""

FARTHEST = 10_000.0
"""How many times its p50 a p99 may be; nothing that answers is as uneven."""


def draws(time: Lognormal, random: Random, shards: int = 1) -> Iterator[float]:
    """Give seconds without end, each the longest of as many as there are `shards`."""
    if not time.spread:
        return repeat(time.median)
    return _longest(time, random, shards) if shards > 1 else _each(time, random)


def _each(time: Lognormal, random: Random) -> Iterator[float]:
    median, spread, gauss = time.median, time.spread, random.gauss
    return (median * exp(gauss(0.0, spread)) for _ in repeat(None))


def _longest(time: Lognormal, random: Random, shards: int) -> Iterator[float]:
    """Give the longest of n at one draw, for F(t)ⁿ is its law."""
    while True:
        beyond = -expm1(log(1.0 - random.random()) / shards)
        z = -NORMAL.inv_cdf(max(beyond, RAREST))
        yield time.median * exp(time.spread * z)


def lognormal_through(p50: float, p99: float) -> Lognormal:
    """Return the times in seconds with these percentiles; 0 and 0 take no time.

    Raises:
        ValueError: the p50 is above the p99 or some 10,000 times below it, or a time is
            longer than 30 years.
    """
    if not (0 <= p50 <= LONGEST and 0 <= p99 <= LONGEST):
        raise ValueError("a time lies between nothing and 30 years")
    if p50 > p99:
        raise ValueError("its p50 is above its p99")
    if p99 > p50 * FARTHEST * (1 + ROUNDING):
        raise ValueError(f"its p99 is more than {FARTHEST:,.0f} times its p50")
    return Lognormal.fitted(p50, p99)
