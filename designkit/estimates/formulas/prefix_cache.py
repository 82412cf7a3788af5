"""What it saves to keep the beginning of prompts that does not change.

Only a beginning that is the same byte for byte, and longer than the provider's least
length, is found again.
"""

from math import expm1

from designkit.quantities.bounds import finite, require_not_negative, require_share


@finite
def prefix_saving(prefix: float, hits: float, read: float, write: float) -> float:
    """Return the part of the input bill that is saved: s(1 - (hr + (1 - h)w)).

    `prefix` is the share of the prompt that stays, `hits` the share of calls that find
    it kept. `read` and `write` are what a kept token costs to read and to put there, in
    prices of a fresh one. Below 0, keeping it costs more than it saves.

    Raises:
        ValueError: a share is not from 0 to 1, or a price is negative.
    """
    require_share(prefix_share=prefix, hit_ratio=hits)
    require_not_negative(read_price=read, write_price=write)
    return prefix * (1 - (hits * read + (1 - hits) * write))


@finite
def prefix_break_even(read: float, write: float) -> float:
    """Return the hit ratio from which keeping a prefix pays: (w - 1) / (w - r).

    Where writing costs no more than a fresh token, it always pays: 0.

    Raises:
        ValueError: a price is negative, or reading costs no less than a fresh token.
    """
    require_not_negative(read_price=read, write_price=write)
    if read >= 1:
        raise ValueError("the read price must lie below that of a fresh token")
    return max(0.0, write - 1) / (write - read) if write > 1 else 0.0


@finite
def prefix_hits(rate: float, lifetime: float) -> float:
    """Return the share of calls that find their prefix kept: 1 - exp(-λT).

    Calls with one and the same prefix come at random, `rate` in a second, and each use
    keeps it for another `lifetime` in seconds. The rate is that of one prefix of one
    tenant in one region, never that of all.

    Raises:
        ValueError: something is negative.
    """
    require_not_negative(rate=rate, lifetime=lifetime)
    return -expm1(-rate * lifetime)
