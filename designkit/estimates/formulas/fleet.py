"""Sending a new version to a fleet of devices: bytes, time, money."""

import math

from designkit.quantities.bounds import (
    ROUNDING,
    finite,
    require_not_negative,
    require_positive,
    require_share,
)

GIGABYTE = 1e9


@finite
def download_time(size: float, link: float, online: float = 1.0) -> float:
    """Return the seconds until one device has `size` bytes: F / (d * o).

    `link` is in bytes a second, and `online` the part of the time in which the device
    can be reached. A download that breaks off and starts anew takes longer.

    Raises:
        ValueError: there is no link, it is never online, or a number is below 0.
    """
    require_not_negative(size=size)
    require_positive(link=link, online=online)
    require_share(online=online)
    return size / (link * online)


@finite
def sending_time(size: float, devices: float, bandwidth: float) -> float:
    """Return the seconds in which a server sends `size` bytes to each: N * F / u.

    With the time of one download, the greater is the least time of the whole:
    max(N * F / u, F / d) (Kurose and Ross 2021, Computer Networking, section 2.5, on
    distribution from a server to its clients).

    Raises:
        ValueError: there is no bandwidth, or a number is below 0.
    """
    require_not_negative(size=size, devices=devices)
    require_positive(bandwidth=bandwidth)
    return size * devices / bandwidth


@finite
def sending_cost(traffic: float, price: float) -> float:
    """Return what it costs to send `traffic` bytes at a price of a gigabyte.

    Raises:
        ValueError: a number is below 0.
    """
    require_not_negative(traffic=traffic, price=price)
    return traffic / GIGABYTE * price


@finite
def versions_at_once(delay: float, interval: float) -> float:
    """Return how many versions run side by side: 1 + ⌈L / I⌉.

    A device that is `delay` seconds late runs what was newest so long ago. Since then
    one version has come every `interval` seconds; right after the last of them, the
    distance is greatest.

    Raises:
        ValueError: there is no interval, or the delay is below 0.
    """
    require_not_negative(delay=delay)
    require_positive(interval=interval)
    return 1 + math.ceil(delay / interval * (1 - ROUNDING))
