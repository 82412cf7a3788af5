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
class Spread:
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
    applies=lambda facts: any(_spreads(facts)),
)
def too_few_partitions(facts: Facts) -> Iterator[Finding]:
    """A log should have the partitions that its peak needs.

    A partition lies on one machine and is read by one consumer of a group, so it is the
    limit of both: more readers than partitions have nothing to do. What comes beyond is
    refused or waits, at the hour that matters, and a partition that is added later
    sends keys elsewhere, which breaks the order of their events.

    The partitions are those of `designkit estimate`, by what is stated alone: peak
    events, times their size, over `partition-bytes`, and over `partition-events`. Where
    more than 70% is filled, an info says so.

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
    for spread in _spreads(facts):
        path = ("components", spread.log.id, "partitions")
        related = ((spread.feed.path, "what comes at peak"),)
        if spread.needed > spread.partitions.high * (1 + ROUNDING):
            yield Finding(path, _short(spread), related)
        elif spread.full > ROOM + ROUNDING:
            yield Finding(path, _thin(spread), related, severity=Severity.INFO)


def _spreads(facts: Facts) -> Iterator[Spread]:
    """Give the logs that state their partitions and what one of them takes."""
    load = facts.design.workload
    for log in facts.of_kind("event-log"):
        feed, partitions = feed_of(facts, log), log.quantity("partitions")
        size = log.quantity("event-size") or (load.event_size if load else None)
        bytes_each = _limit(log, "partition-bytes") if size else None
        events_each = _limit(log, "partition-events")
        if feed and partitions and partitions.high and (bytes_each or events_each):
            yield Spread(feed, partitions, size, bytes_each, events_each)


def _limit(log: Component, name: str) -> Quantity | None:
    """Return what one partition takes; a limit of nothing is another rule's."""
    limit = log.quantity(name)
    return limit if limit and SMALLEST <= limit.high <= LARGEST else None


def _short(spread: Spread) -> str:
    missing = 1 - spread.partitions.high / spread.needed
    return (
        f"{spread.log.id} has {spread.partitions} of the {shown_count(spread.needed)} "
        f"partitions that the peak needs, {shown_fraction(round(missing, 3))} are "
        f"missing: {_arithmetic(spread)}"
    )


def _thin(spread: Spread) -> str:
    return (
        f"the peak fills {shown_fraction(round(spread.full, 2))} of the "
        f"{spread.partitions} partitions of {spread.log.id}, which leaves little for a "
        f"replay: {_arithmetic(spread)}"
    )


def _arithmetic(spread: Spread) -> str:
    """Write what comes at peak, against what one partition takes of it."""
    sizes = f" {TIMES} {spread.size} = {shown_bytes(spread.byte_rate)}/s"
    counted = sizes if spread.bytes_each else ""
    each = listed(str(it) for it in (spread.bytes_each, spread.events_each) if it)
    return f"{spread.feed.arithmetic}{counted}, {each} a partition"
