"""How long a request takes that calls many at once, and what keeps the slowest away.

The more leaves a request waits for, the more likely one of them is slow. Leaves are
taken as alike and independent: a pause that hits all at once is felt less often than
stated, a slow machine that is in every request more often (Dean and Barroso 2013, The
Tail at Scale).
"""

from math import exp, expm1, fsum, lgamma, log

from designkit.estimates.formulas.bisection import falls_to
from designkit.estimates.formulas.latency import Lognormal
from designkit.quantities.bounds import require_not_negative, require_quantile

MOST_LEAVES = 1_000
"""Terms of a sum that is worked out some sixty times; a tenth of a second for all."""


def any_slow(n: float, q: float = 0.99) -> float:
    """Return the share of requests with one of `n` leaves beyond its `q`: 1 - qⁿ.

    One or more of them. Of requests that wait for a hundred leaves, 63% see the p99 of
    one.

    Raises:
        ValueError: there is less than one leaf, or `q` is not between 0 and 1.
    """
    require_quantile(q)
    _check_leaves(n)
    return -expm1(n * log(q))


def leaf_quantile(n: float, q: float = 0.99) -> float:
    """Return the share of its calls that a leaf must answer in time: q^(1/n).

    Then all of `n` leaves are in time for the share `q` of the requests.

    Raises:
        ValueError: there is less than one leaf, or `q` is not between 0 and 1.
    """
    require_quantile(q)
    _check_leaves(n)
    return exp(log(q) / n)


def slowest_of(leaf: Lognormal, n: float, *, q: float = 0.99) -> float:
    """Return the seconds within which the slowest of `n` leaves is done: F(t)ⁿ = q.

    The distribution of a maximum (David and Nagaraja 2003, Order Statistics). A far
    quantile of the leaf is asked for, where a fitted distribution is least certain.

    Raises:
        ValueError: there is less than one leaf, or `q` is not between 0 and 1.
    """
    in_time = leaf_quantile(n, q)
    if in_time < 0.5:
        return leaf.quantile(in_time)
    return leaf.exceeded_by(-expm1(log(q) / n))


def first_of(leaf: Lognormal, k: int, *, of: int, q: float = 0.99) -> float:
    """Return the seconds within which `k` leaves `of` all those called are done.

    The answer goes out without the last few: P(T > t) is the chance that fewer than k
    are done by t, each with probability F(t), by the binomial distribution (David and
    Nagaraja 2003, Order Statistics). Found by bisection. What the others would have
    answered is missing from the result, and it may be always the same ones.

    Raises:
        ValueError: k is not from 1 to the number of leaves, or these are over 1,000.
    """
    require_quantile(q)
    if not 1 <= k <= of <= MOST_LEAVES:
        raise ValueError(f"of at most {MOST_LEAVES:,} leaves, one or more are awaited")
    return leaf.median * falls_to(
        lambda time: _chance_of_fewer(k, of, leaf, time * leaf.median), 1 - q
    )


def hedged(leaf: Lognormal, delay: float, *, q: float = 0.99) -> float:
    """Return the seconds within which a call or its repetition after `delay` is done.

    P(T > t) = S(t) * S(t - delay), where S is the tail of the leaf and the first answer
    counts. Found by bisection. The share `leaf.tail(delay)` of the calls is made twice:
    a delay at the p95 costs 5% more load, which is not added to the times here. What is
    slow because of the call itself, a long text or a hot key, is slow the second time
    as well.

    Raises:
        ValueError: the delay is below 0, or `q` is not between 0 and 1.
    """
    require_quantile(q)
    require_not_negative(delay=delay)
    return leaf.median * falls_to(
        lambda time: _both_late(leaf, time * leaf.median, delay), 1 - q
    )


def _both_late(leaf: Lognormal, time: float, delay: float) -> float:
    return leaf.tail(time) * (leaf.tail(time - delay) if time > delay else 1.0)


def _chance_of_fewer(k: int, leaves: int, leaf: Lognormal, time: float) -> float:
    """Return the chance that fewer than `k` of the leaves are done by `time`."""
    done, late = leaf.cdf(time), leaf.tail(time)
    if not (done and late):
        return float(done == 0)
    of_all = lgamma(leaves + 1)
    return fsum(
        exp(
            of_all
            - lgamma(number + 1)
            - lgamma(leaves - number + 1)
            + number * log(done)
            + (leaves - number) * log(late)
        )
        for number in range(k)
    )


def _check_leaves(n: float) -> None:
    require_not_negative(leaves=n)
    if n < 1:
        raise ValueError("a request waits for one leaf or more")
