"""Whether jobs are done in time: chains of runs from a start by the clock on.

A job that states no start of its own begins when what it reads is there. What states no
time takes none here, so a chain is done at the soonest. All clocks show the same time:
time zones, and the nights on which clocks are changed, are not known here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from designkit.analysis.facts import Facts
from designkit.analysis.freshness import step_of
from designkit.model.component import Component, Mode
from designkit.quantities.clock import read_clock, until
from designkit.quantities.durations import YEAR
from designkit.quantities.quantity import Quantity

STEERS = ("model", "policy", "trigger", "feature-def", "alert", "metric")
"""What a job does not wait for: it takes what is there."""


CENTURY = 100 * YEAR
"""No work counts for longer: nobody waits for more."""


@dataclass(frozen=True, slots=True)
class Work:
    """How long a part of a chain takes: what it states, or things over their rate."""

    part: Component
    times: tuple[Quantity, ...]
    entities: Quantity | None = None
    throughput: Quantity | None = None

    @property
    def least(self) -> float:
        """Its seconds, at least."""
        if self.entities and self.throughput:
            return min(self.entities.low / self.throughput.high, CENTURY)
        return min(sum(time.low for time in self.times), CENTURY)

    def __str__(self) -> str:
        """Write it as a term of a sum."""
        if self.entities and self.throughput:
            return f"{self.part.id} {self.entities} / {self.throughput}"
        return f"{self.part.id} {' + '.join(map(str, self.times))}"


@dataclass(frozen=True, slots=True)
class Chain:
    """Work, one after the other, that begins at `start` by the clock."""

    start: float
    works: tuple[Work, ...]

    @property
    def first(self) -> Component:
        """What starts by the clock."""
        return self.works[0].part

    @property
    def taking(self) -> tuple[Work, ...]:
        """The work that takes time."""
        return tuple(work for work in self.works if work.least)

    @property
    def ready(self) -> float:
        """Seconds from the midnight before its start until it is done, at least."""
        return self.start + sum(work.least for work in self.works)

    def deadline(self, by: float) -> float:
        """Return when it is next `by` on the clock after the start, as `ready` is."""
        return self.start + until(self.start, by)

    def room(self, by: float) -> float:
        """Return the seconds that are left until `by`, at most; below 0 it is late."""
        return self.deadline(by) - self.ready


def clock_of(part: Component, name: str) -> float | None:
    """Return the time of day that `part` states as `name`, in seconds of the day."""
    said = part.attributes.get(name)
    return read_clock(said) if isinstance(said, str) else None


def chain_to(facts: Facts, part: Component, by: float) -> Chain | None:
    """Return the chain to `part` that leaves the least room until it is `by`."""
    return _Chains(facts, by, {}).to(part.id)


@dataclass(frozen=True)
class _Chains:
    """The chains of a design towards one time of day."""

    facts: Facts
    by: float
    known: dict[str, Chain | None]

    def to(self, id: str) -> Chain | None:
        if id not in self.known:
            self.known[id] = None  # a circle has no beginning
            self.known[id] = self._found(self.facts.design.components[id])
        return self.known[id]

    def _found(self, part: Component) -> Chain | None:
        start, work = clock_of(part, "at"), work_of(part)
        if start is not None:
            return Chain(start, (work,))
        before = (self.to(source.id) for source in sources(self.facts, part))
        chains = [chain for chain in before if chain]
        if not chains:
            return None
        slowest = min(chains, key=lambda chain: chain.room(self.by))
        return replace(slowest, works=(*slowest.works, work))


def sources(facts: Facts, part: Component) -> Iterator[Component]:
    """Give the parts whose data `part` reads in a batch."""
    for flow in facts.flows_to(part.id):
        if flow.mode is Mode.BATCH and flow.carries not in STEERS:
            yield facts.design.components[flow.source]


def work_of(part: Component) -> Work:
    """Return how long `part` takes: stated, else what it scores over its rate."""
    times = step_of(part).works
    entities, rate = part.quantity("entities"), part.quantity("throughput")
    if part.kind == "batch-scorer" and not times and entities and rate and rate.low > 0:
        return Work(part, (), entities, rate)
    return Work(part, times)
