"""What a cache can hold back, and what an answer then takes."""

import math

from designkit.quantities.bounds import (
    finite,
    require_count,
    require_not_negative,
    require_share,
)

HEAD = 100
"""Terms that are summed one by one. The error of the rest is below 1e-13 of the sum."""

STEEPEST = 100
"""From here on, all terms but the first are below 1e-30."""


@finite
def hit_bound(entries: float, keys: float, exponent: float) -> float:
    """Return the part of the reads that a cache can answer at best: H(k, s) / H(N, s).

    H(n, s) is 1 + 2^-s + ... + n^-s. The keys are read independently, each with a
    probability of 1 / rank^s (Zipf), and the cache holds the most read `entries` of all
    `keys`. A real one does worse: it does not know the ranks, entries expire, and what
    is new is missed once. It does better only where a key comes in bursts.

    The exponent is measured, on the keys that the cache sees; 0.6 to 1.1 is usual, and
    the bound depends on it strongly.

    Source: Breslau et al. 1999, Web Caching and Zipf-like Distributions: Evidence and
    Implications, INFOCOM.

    Raises:
        ValueError: the entries or the exponent are negative, or there is no key.
    """
    require_not_negative(entries=entries, exponent=exponent)
    require_count(number_of_keys=keys)
    if entries >= keys:
        return 1.0
    steepness = float(min(exponent, STEEPEST))
    held, all_keys = float(math.floor(entries)), float(math.floor(keys))
    return min(1.0, _harmonic(held, steepness) / _harmonic(all_keys, steepness))


@finite
def effective_latency(hit_ratio: float, hit_time: float, miss_time: float) -> float:
    """Return the mean seconds of a read: h * hit + (1 - h) * miss.

    The `miss_time` includes the look into the cache that was in vain. This is a mean:
    as long as more than 1% miss, the 99th percentile is one of the misses. What lies
    behind must bear a cold cache, with a ratio of 0, or turn reads away.

    Source: Hennessy and Patterson 2017, Computer Architecture, appendix B, on the
    average memory access time.

    Raises:
        ValueError: the ratio is not from 0 to 1, or a time is negative.
    """
    require_share(hit_ratio=hit_ratio)
    require_not_negative(hit_time=hit_time, miss_time=miss_time)
    return hit_ratio * hit_time + (1 - hit_ratio) * miss_time


def _harmonic(count: float, exponent: float) -> float:
    """Return 1 + 2^-s + ... + n^-s, however many: the head, and a formula for the rest.

    Euler and Maclaurin: the integral, half of the ends, and corrections by derivatives.
    """
    ranks = range(1, int(min(count, HEAD)) + 1)
    head = sum(math.pow(rank, -exponent) for rank in ranks)
    if count <= HEAD:
        return head
    ends = _end(count, exponent) - _end(HEAD, exponent)
    return head + _integral(HEAD, count, exponent) + ends


def _integral(start: float, end: float, exponent: float) -> float:
    """Return the area under x^-s, in a form that is exact for s near 1."""
    width = math.log(end / start)
    growth = (1 - exponent) * width
    mean = math.expm1(growth) / growth if growth else 1.0
    return width * mean * math.pow(start, 1 - exponent)


def _end(rank: float, exponent: float) -> float:
    """Return f/2 + f'/12 - f'''/720 of f = x^-s."""
    first = exponent / rank
    third = first * (exponent + 1) / rank * (exponent + 2) / rank
    return math.pow(rank, -exponent) * (1 / 2 - first / 12 + third / 720)
