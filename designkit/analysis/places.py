"""The replicas of a server that carry calls, and those that are left without a zone."""

import math

from designkit.model.component import Component
from designkit.model.design import Design
from designkit.quantities.bounds import ROUNDING
from designkit.quantities.quantity import Dimension, Quantity


def at_work(server: Component) -> Quantity | None:
    """Return the replicas that carry calls: all that are stated but those on standby.

    Its ends are the fewest and the most that ranges allow, none below 0; its text is
    that of a difference: ``6 - 2``. Nothing if `server` states no replicas.
    """
    replicas, standby = server.replicas, server.quantity("standby")
    if replicas is None or standby is None:
        return replicas
    low = max(replicas.low - standby.high, 0.0)
    high = max(replicas.high - standby.low, 0.0)
    return Quantity(low, high, Dimension.COUNT, f"({replicas} - {standby})")


def without_zone(replicas: float, zones: float) -> int:
    """Return how many of `replicas` are left when the fullest zone is gone.

    They are taken to be spread evenly, and those on standby to start to work:
    ⌊n * (Z - 1) / Z⌋.

    Raises:
        ValueError: there is no zone.
    """
    if zones < 1:
        raise ValueError("replicas run in one zone at least")
    return math.floor(replicas * (1 + ROUNDING) / zones * (zones - 1))


def zones_of(server: Component) -> int:
    """Return the zones or regions of `server`; none where they are not stated."""
    stated = server.quantity("zones")
    regions = len(set(server.region))
    return int(stated.high) if stated else regions if regions > 1 else 0


def is_on_device(design: Design, part: Component) -> bool:
    """Whether `part` runs inside a device, which works for itself alone."""
    host = design.components.get(part.host or "")
    return bool(host and host.kind == "device")
