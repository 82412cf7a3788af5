"""DK625 too-few-partitions."""

from collections.abc import Iterator
from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.feed import Feed, feed_of
from designkit.estimates.formulas.storage import partitions_needed, partitions_used
from designkit.model.component import Component
from designkit.quantities.bounds import LARGEST, ROUNDING, SMALLEST
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import (
    TIMES,
    listed,
    shown_bytes,
    shown_count,
    shown_fraction,
)

ROOM = 0.7
"""Part of what its partitions take that a peak may fill: the rest is for a replay."""


@dataclass(frozen=True, slots=True)
class PartitionLoad:
    """A log at peak, its partitions, and what one of them takes, where it is stated."""

    feed: Feed
    partitions: Quantity
    size: Quantity | None
    bytes_each: Quantity | None
    events_each: Quantity | None

    @property
    def log(self) -> Component:
        """The log."""
        return self.feed.log

    @property
    def rate(self) -> float:
        """Events a second at peak, at least."""
        return min(self.feed.rate, LARGEST)

    @property
    def byte_rate(self) -> float:
        """Bytes a second at peak, at least."""
        return min(self.rate * self.size.low, LARGEST) if self.size else 0.0

    @property
    def limits(self) -> dict[str, float]:
        """What one partition takes at most, as the formula names it."""
        named = {"bytes_each": self.bytes_each, "events_each": self.events_each}
        return {name: limit.high for name, limit in named.items() if limit}

    @property
    def needed(self) -> int:
        """Partitions that the peak needs for certain: the figure of the estimate."""
        return partitions_needed(self.byte_rate, self.rate, **self.limits)

    @property
    def full(self) -> float:
        """Part of what the partitions take that the peak fills for certain."""
        used = partitions_used(self.byte_rate, self.rate, **self.limits)
        return used / self.partitions.high


@rule(
    "DK625",
    Severity.ERROR,
    kinds=("event-log",),
    keys=("components.*.partitions",),
    applies=lambda facts: any(_loads(facts)),
)
def too_few_partitions(facts: Facts) -> Iterator[Finding]:
    """A log should have the partitions that its peak needs.

    A partition lies on one machine and is read by one consumer of a group, so it is the
    limit of both: more readers than partitions have nothing to do. What comes beyond is
    refused or waits, at the hour that matters, and a partition that is added later
    sends keys elsewhere, which breaks the order of their events.

    The partitions are those of `designkit estimate`, by what is stated alone: peak
    events, times their size, over `partition-bytes`, and over `partition-events`. A log
    that states no peak-events gets the rates of the flows into it, or as the only log
    the events of the workload, times the peak factor. Where more than 70% is filled, an
    info says so.

    Bad:
    ```yaml
    components:
      log:
        kind: event-log
        peak-events: 9.2 M/s
        event-size: 2 B
        partitions: 1                               # <- 18.4 MB/s need 8
        partition-bytes: 2.5 MB/s
    ```

    Good:
    ```yaml
    components:
      log:
        kind: event-log
        peak-events: 9.2 M/s
        event-size: 2 B
        partitions: 12
        partition-bytes: 2.5 MB/s
    ```

    Fix: Add partitions before there is data in them, pack several events into one
    message, or drop what nobody reads before it is written.

    Source: Rao 2015, How to choose the number of topics/partitions in a Kafka cluster?,
    Confluent.
    """
    for load in _loads(facts):
        path = ("components", load.log.id, "partitions")
        related = ((load.feed.path, "what comes at peak"),)
        if load.needed > load.partitions.high * (1 + ROUNDING):
            yield Finding(path, _short(load), related)
        elif load.full > ROOM + ROUNDING:
            yield Finding(path, _thin(load), related, severity=Severity.INFO)


def _loads(facts: Facts) -> Iterator[PartitionLoad]:
    """Give the logs that state their partitions and what one of them takes."""
    workload = facts.design.workload
    for log in facts.of_kind("event-log"):
        feed, partitions = feed_of(facts, log), log.quantity("partitions")
        size = log.quantity("event-size") or (workload.event_size if workload else None)
        bytes_each = _limit(log, "partition-bytes") if size else None
        events_each = _limit(log, "partition-events")
        if feed and partitions and partitions.high and (bytes_each or events_each):
            yield PartitionLoad(feed, partitions, size, bytes_each, events_each)


def _limit(log: Component, name: str) -> Quantity | None:
    """Return what one partition takes; a limit of nothing is another rule's."""
    limit = log.quantity(name)
    return limit if limit and SMALLEST <= limit.high <= LARGEST else None


def _short(load: PartitionLoad) -> str:
    missing = 1 - load.partitions.high / load.needed
    return (
        f"{load.log.id} has {load.partitions} of the {shown_count(load.needed)} "
        f"partitions that the peak needs, {shown_fraction(round(missing, 3))} are "
        f"missing: {_arithmetic(load)}"
    )


def _thin(load: PartitionLoad) -> str:
    return (
        f"the peak fills {shown_fraction(round(load.full, 2))} of the "
        f"{load.partitions} partitions of {load.log.id}, which leaves little for a "
        f"replay: {_arithmetic(load)}"
    )


def _arithmetic(load: PartitionLoad) -> str:
    """Write what comes at peak, against what one partition takes of it."""
    sizes = f" {TIMES} {load.size} = {shown_bytes(load.byte_rate)}/s"
    counted = sizes if load.bytes_each else ""
    each = listed(str(it) for it in (load.bytes_each, load.events_each) if it)
    return f"{load.feed.arithmetic}{counted}, {each} a partition"
