"""DK617 stream-underfed."""

from collections.abc import Iterator
from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.analysis.lineage import Trail
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.feed import Feed, feed_of, feed_to
from designkit.model.component import Component
from designkit.quantities.bounds import ROUNDING
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import shown_count

ALL_OF_THEM = Trail(
    ("event",), ends_at=(*kinds_with(Role.STREAM_READER), "event-log", "hash-matcher")
)
"""The events of a log, as long as nothing may have kept some of them back."""


@dataclass(frozen=True, slots=True)
class Limit:
    """The events a second that a part keeps up with, against those that come."""

    part: Component
    most: Quantity
    feed: Feed

    @property
    def is_passed(self) -> bool:
        """Whether more come for certain."""
        return self.feed.rate > self.most.high * (1 + ROUNDING)


@rule(
    "DK617",
    Severity.ERROR,
    kinds=("event-log",),
    keys=("components.*.max-events",),
    applies=lambda facts: any(_limits(facts)),
)
def stream_underfed(facts: Facts) -> Iterator[Finding]:
    """A log and what reads it should keep up with the events of the peak.

    A reader that is slower than its log falls behind for as long as the peak lasts, and
    works the rest of the day to catch up. Nothing is red: every event is counted in the
    end, but a counter that was to be five seconds old is an hour old in just the hour
    that matters. If the average is too much as well, it never catches up, and the log
    forgets events before they are read.

    What a log brings is its peak-events; where it states none, the rates of the flows
    into it times the peak factor of the workload, or for the only log the events of a
    day times that factor. What reads it is taken to read all of it, unless the flow
    states its own `rate`.

    Bad:
    ```yaml
    workload: {events-per-day: 12 bn, peak-factor: 2.5}    # 347,222/s at peak
    components:
      log: {kind: event-log, max-events: 640 k/s}
      counts:
        kind: stream-transform
        slide: 10 s
        max-events: 200 k/s                         # <- 147,222 more come every second
    flows:
      streams:
        - log -> counts: event
    ```

    Good:
    ```yaml
    workload: {events-per-day: 12 bn, peak-factor: 2.5}
    components:
      log: {kind: event-log, max-events: 640 k/s}
      counts: {kind: stream-transform, slide: 10 s, max-events: 640 k/s}
    flows:
      streams:
        - log -> counts: event
    ```

    Fix: Add partitions and as many workers, drop or sum up events before the costly
    step, or give a reader a log with only the events that it needs.

    Source: Kleppmann 2017, Designing Data-Intensive Applications, chapter 11, on
    consumers that cannot keep up with producers.
    """
    for limit in _limits(facts):
        if limit.is_passed:
            yield Finding(
                ("components", limit.part.id, "max-events"),
                _told(limit),
                related=((limit.feed.path, "what comes at peak"),),
                rests_on=(limit.most,),
            )


def _limits(facts: Facts) -> Iterator[Limit]:
    for log in facts.of_kind("event-log"):
        for part in (log, *_readers(facts, log)):
            feed = feed_of(facts, log) if part == log else feed_to(facts, log, part.id)
            most = part.quantity("max-events")
            if feed and most:
                yield Limit(part, most, feed)


def _readers(facts: Facts, log: Component) -> Iterator[Component]:
    ids = facts.lineage.ahead((log.id,), ALL_OF_THEM)
    return (part for part in facts.with_role(Role.STREAM_READER) if part.id in ids)


def _told(limit: Limit) -> str:
    part, log = limit.part.id, limit.feed.log.id
    comes = "" if part == log else f" of {log}"
    behind = shown_count(limit.feed.rate - limit.most.high)
    return (
        f"{part} keeps up with {limit.most}, and the events{comes} are "
        f"{limit.feed.arithmetic}: {behind} more wait after every second of the peak"
    )
