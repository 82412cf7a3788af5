"""What requests send through the network: answers outside, features inside."""

from designkit.quantities.bounds import require_not_negative

BITS_OF_A_BYTE = 8


def egress(rate: float, size: float) -> float:
    """Return the bits a second that leave the system: Q * b * 8.

    Each of `rate` requests a second is answered with `size` bytes; networks are sold in
    bits. Headers, encryption and what is sent twice come on top; a few very large
    answers fill the link in bursts, which an average hides. Plain arithmetic, as in
    Dean 2009, Designs, Lessons and Advice from Building Large Distributed Systems.

    Raises:
        ValueError: something is below 0.
    """
    require_not_negative(rate=rate, size=size)
    return rate * size * BITS_OF_A_BYTE


def feature_traffic(
    rate: float, items: float, item_size: float, entity_size: float
) -> float:
    """Return the bytes a second of features that requests fetch: Q * (C * b + B).

    Each of `rate` requests a second reads `item_size` bytes for each of its `items` and
    `entity_size` bytes for whoever asks. That is easily ten times what leaves the
    system, which is why rankers keep the features of items in their own memory: with a
    cache, count as `items` only those that it misses. Keys, field names and the
    encoding are part of the sizes.

    Raises:
        ValueError: something is below 0.
    """
    require_not_negative(
        rate=rate, items=items, item_size=item_size, entity_size=entity_size
    )
    return rate * (items * item_size + entity_size)
