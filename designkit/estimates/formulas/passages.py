"""Passages: how many a document gives, and how many a filter leaves of those found."""

from math import exp, fsum, lgamma, log, log1p

from designkit.estimates.formulas.rounding import rounded_up
from designkit.quantities.bounds import (
    finite,
    require_between,
    require_count,
    require_not_negative,
    require_positive,
)

MOST_NEEDED = 10_000
"""Terms of a sum that is worked out some sixty times."""


@finite
def passages_of(tokens: float, size: float, overlap: float = 0) -> int:
    """Return the passages of a document: ⌈(tokens - overlap) / (size - overlap)⌉.

    Each has `size` tokens and shares `overlap` of them with the one before. A document
    that is shorter than the overlap is one passage.

    Raises:
        ValueError: a number is negative, or passages do not get on.
    """
    require_count(number_of_tokens=tokens)
    require_not_negative(overlap=overlap)
    require_positive(new_tokens_of_a_passage=size - overlap)
    return max(1, rounded_up((tokens - overlap) / (size - overlap)))


@finite
def enough_left(found: float, selectivity: float, needed: float) -> float:
    """Return how likely a filter leaves enough: P(Bin(n, q) ≥ m).

    Each of `found` passages is let through with the probability `selectivity`, and
    `needed` ones have to be.

    Raises:
        ValueError: a number is negative or too large, or the selectivity is not between
            0 and 1.
    """
    require_not_negative(found=found, needed=needed)
    require_between(selectivity=selectivity)
    if needed > MOST_NEEDED:
        raise ValueError(f"the number needed must lie below {MOST_NEEDED:,}")
    if needed > found:
        return 0.0
    return max(0.0, 1 - _fewer(int(found), selectivity, int(needed)))


@finite
def search_depth(selectivity: float, needed: float, sure: float = 0.99) -> int:
    """Return how many to find so that a filter leaves `needed`, with that probability.

    The least n with P(Bin(n, q) ≥ m) ≥ `sure`. A filter inside of the index needs no
    such depth.

    Raises:
        ValueError: fewer than one are needed or too many, or a probability is not
            between 0 and 1.
    """
    require_count(number_needed=needed)
    require_between(sure=sure, selectivity=selectivity)
    low, high = int(needed) - 1, int(needed)
    while enough_left(high, selectivity, needed) < sure:
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        is_enough = enough_left(middle, selectivity, needed) >= sure
        low, high = (low, middle) if is_enough else (middle, high)
    return high


def _fewer(n: int, q: float, m: int) -> float:
    """Return the probability that fewer than `m` of `n` are let through."""
    return fsum(
        exp(
            lgamma(n + 1)
            - lgamma(k + 1)
            - lgamma(n - k + 1)
            + k * log(q)
            + (n - k) * log1p(-q)
        )
        for k in range(m)
    )
