"""How a quotient becomes a number of whole things: replicas, partitions, servers."""

import math

from designkit.quantities.bounds import ROUNDING


def rounded_up(number: float) -> int:
    """Return the whole things that `number` of them are, the last one begun.

    2.1 / 0.7 is a little more than 3 to a computer, and three things all the same.
    """
    return math.ceil(number * (1 - ROUNDING))
