"""What events take up on disk and in a log, and how long a backlog of them lasts."""

import math

from designkit.estimates.formulas.rounding import rounded_up
from designkit.quantities.bounds import require_not_negative, require_positive


def bytes_a_day(events: float, size: float) -> float:
    """Return the bytes that `events` a day bring, each of `size` bytes: E * b.

    The size is that of an event as it is written, keys, headers and padding included;
    its values alone are often a fraction of that. Plain arithmetic, as in Dean 2009,
    Designs, Lessons and Advice from Building Large Distributed Systems.

    Raises:
        ValueError: something is below 0.
    """
    require_not_negative(events=events, size=size)
    return events * size


def kept(
    bytes_a_day: float, days: float, *, copies: float = 1, compression: float = 1
) -> float:
    """Return the bytes that `days` of events occupy: B * days * copies / compression.

    `compression` is how many bytes become one, 4 for a quarter of the size. It is that
    of columns in a table; a log of single events compresses less. Days that are all
    alike are assumed: growth fills the disks earlier, and so do snapshots, indexes and
    files that are rewritten before their older versions go.

    Raises:
        ValueError: something is below 0, or nothing is left by compression.
    """
    require_not_negative(bytes_a_day=bytes_a_day, days=days, copies=copies)
    require_positive(compression=compression)
    return bytes_a_day * days * copies / compression


def partitions_used(
    byte_rate: float,
    event_rate: float,
    *,
    bytes_each: float = math.inf,
    events_each: float = math.inf,
) -> float:
    """Return how many partitions a peak fills: max(B / b, E / e), not rounded.

    A partition takes `bytes_each` bytes a second, and the one consumer that may read it
    works off `events_each` events a second (Rao 2015, How to choose the number of
    topics/partitions in a Kafka cluster?). A limit that is left out does not count.

    Raises:
        ValueError: a rate is below 0, or a partition takes nothing.
    """
    require_not_negative(byte_rate=byte_rate, event_rate=event_rate)
    limits = {"bytes_each": bytes_each, "events_each": events_each}
    require_positive(**{name: it for name, it in limits.items() if it != math.inf})
    return max(byte_rate / bytes_each, event_rate / events_each)


def partitions_needed(
    byte_rate: float,
    event_rate: float,
    *,
    bytes_each: float = math.inf,
    events_each: float = math.inf,
) -> int:
    """Return the partitions that carry a log at peak: ⌈max(B / b, E / e)⌉.

    The limits are those of `partitions_used`. Keys are taken as evenly spread; one that
    is hot overloads its partition, however many others there are. Ask for the peak of
    next year: a new partition sends keys elsewhere and so breaks their order.

    Raises:
        ValueError: a rate is below 0, or a partition takes nothing.
    """
    used = partitions_used(
        byte_rate, event_rate, bytes_each=bytes_each, events_each=events_each
    )
    return rounded_up(used)


def drain_time(outage: float, rate: float, capacity: float) -> float:
    """Return the seconds until a backlog is worked off: λ * T / (μ - λ).

    Events go on arriving at `rate` a second, during the `outage` of so many seconds and
    while consumers catch up at their `capacity` of events a second. Both are taken as
    constant, as in the fluid approximation of a queue (Newell 1982, Applications of
    Queueing Theory). Who was down at night may have to catch up at the peak of the day,
    and a consumer that calls a store catches up only as fast as the store allows.

    Raises:
        ValueError: no capacity is left over, so the backlog never drains.
    """
    require_not_negative(outage=outage, rate=rate, capacity=capacity)
    if capacity <= rate:
        raise ValueError("the backlog never drains: no capacity is left over")
    return outage * (rate / (capacity - rate))
