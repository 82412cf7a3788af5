"""How often a system answers, from how often its parts do."""

import math
from collections.abc import Iterable

MINUTES = 43_200
"""Minutes in a month of 30 days."""


def in_series(availabilities: Iterable[float]) -> float:
    """Return the availability of something that needs all of its parts.

    Failures are taken as independent, so that the product is exact for parts without a
    common cause and pessimistic otherwise (Treynor and others 2017, The Calculus of
    Service Availability).
    """
    return math.prod(availabilities)


def with_fallback(main: float, other: float) -> float:
    """Return the availability of `main` where `other` answers in its place."""
    return main + (1 - main) * other


def minutes_down(availability: float) -> float:
    """Return the minutes without an answer in a month of 30 days."""
    return (1 - availability) * MINUTES
