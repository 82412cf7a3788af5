"""Where a function that only ever falls comes down to a value."""

from collections.abc import Callable

from designkit.quantities.bounds import LARGEST


def falls_to(function: Callable[[float], float], value: float) -> float:
    """Return the least number from 0 on at which `function` is at most `value`.

    The function falls, or stays, from 0 on. Doubling from 1 finds an upper end, halving
    the place, until no number lies between: some sixty steps for answers near 1, about
    a thousand for the smallest.

    Raises:
        ValueError: it has not come down to the value by 1e60.
    """
    if function(0.0) <= value:
        return 0.0
    low, high = 0.0, 1.0
    while function(high) > value:
        if high > LARGEST / 2:
            raise ValueError(f"does not come down to {value:g} by {LARGEST:g}")
        low, high = high, high * 2
    return _halved(function, value, low, high)


def _halved(
    function: Callable[[float], float], value: float, low: float, high: float
) -> float:
    while low < (middle := (low + high) / 2) < high:
        if function(middle) > value:
            low = middle
        else:
            high = middle
    return high
