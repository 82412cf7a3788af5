"""Guards one after another: what they stop by mistake, and what gets past them all."""

from collections.abc import Iterable
from math import prod

from designkit.quantities.bounds import finite, require_share


@finite
def false_alarms_of(guards: Iterable[float]) -> float:
    """Return the share of good requests that some guard stops: 1 - Π (1 - f).

    Raises:
        ValueError: a share is not from 0 to 1.
    """
    return 1 - prod(1 - share for share in _shares(guards))


@finite
def misses_of(guards: Iterable[float]) -> float:
    """Return the share of attacks that pass every guard at best: Π m.

    It holds for guards that fail independently. One who adapts passes all for the same
    reason, and then the best single guard is all there is.

    Raises:
        ValueError: a share is not from 0 to 1.
    """
    return prod(_shares(guards))


def _shares(guards: Iterable[float]) -> Iterable[float]:
    for share in guards:
        require_share(share_of_a_guard=share)
        yield share
