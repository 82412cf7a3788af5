"""A time that differs from call to call: mostly short, sometimes long."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import repeat
from random import Random
from statistics import NormalDist

NORMAL = NormalDist()

Z99 = NORMAL.inv_cdf(0.99)

LONGEST = 1e9
"""Seconds of the longest time that is drawn from: some 30 years."""

WIDEST = 1e6
"""How many times its p50 a p99 may be; nothing that answers is as uneven."""

RAREST = 1e-300
"""A chance for which the normal quantile still has an answer."""


@dataclass(frozen=True, slots=True)
class TimeSampler:
    """Times whose logarithm is normal, around a `median`, as wide as `sigma` says.

    Latencies look like it: never below nothing, with a tail of long ones. With a sigma
    of 0 every time is the median.
    """

    median: float = 0.0
    sigma: float = 0.0

    @property
    def mean(self) -> float:
        """The mean, above the median by the weight of the tail: m * e^(sigma² / 2)."""
        return self.median * math.exp(self.sigma**2 / 2)

    def with_mean(self, mean: float) -> "TimeSampler":
        """Return times of the same shape that are `mean` on average."""
        return TimeSampler(mean / math.exp(self.sigma**2 / 2), self.sigma)

    def draws(self, random: Random, shards: int = 1) -> Iterator[float]:
        """Give times without end, each the longest of as many as there are `shards`."""
        if not self.sigma:
            return repeat(self.median)
        return self._longest(random, shards) if shards > 1 else self._each(random)

    def _each(self, random: Random) -> Iterator[float]:
        median, sigma, exp, gauss = self.median, self.sigma, math.exp, random.gauss
        return (median * exp(gauss(0.0, sigma)) for _ in repeat(None))

    def _longest(self, random: Random, shards: int) -> Iterator[float]:
        """Give the longest of n at one draw, for F(t)ⁿ is its law."""
        while True:
            beyond = -math.expm1(math.log(1.0 - random.random()) / shards)
            z = -NORMAL.inv_cdf(max(beyond, RAREST))
            yield self.median * math.exp(self.sigma * z)


def lognormal_through(p50: float, p99: float) -> TimeSampler:
    """Return the times with these percentiles: sigma = ln(p99 / p50) / 2.326.

    Raises:
        ValueError: the p50 is above the p99 or a million times below it, or a time is
            longer than 30 years.
    """
    if not (0 <= p50 <= LONGEST and 0 <= p99 <= LONGEST):
        raise ValueError("a time lies between nothing and 30 years")
    if p50 > p99:
        raise ValueError("its p50 is above its p99")
    if p99 > p50 * WIDEST:
        raise ValueError(f"its p99 is more than {WIDEST:,.0f} times its p50")
    return TimeSampler(p50, (math.log(p99) - math.log(p50)) / Z99 if p50 else 0.0)
