"""Whether jobs are done in time: chains of runs from a start by the clock on.

A job that states no start of its own begins when what it reads is there. What states no
time takes none here, so a chain is done at the soonest. All clocks show the same time:
time zones, and the nights on which clocks are changed, are not known here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from designkit.analysis.facts import Facts
from designkit.analysis.freshness import step_of
from designkit.analysis.slowest import Slowest, Tree, walk
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


@dataclass(frozen=True)
class Chains:
    """The chains of jobs of a design, for one time of day after the other."""

    facts: Facts

    def to(self, part: Component, by: float) -> Chain | None:
        """Return the chain to `part` that leaves the least room until it is `by`."""
        way = walk(self._tree(by), part.id)
        works = tuple(self._works[id] for id in way)
        return Chain(self._starts[way[0]], works) if way else None

    def _tree(self, by: float) -> Tree:
        """Return the ways on which the least is left until it is `by`."""
        if by not in self._trees:
            stays = {id: work.least for id, work in self._works.items()}
            begun = {id: -until(start, by) for id, start in self._starts.items()}
            self._trees[by] = Slowest(self._sources, stays, begun).ways()
        return self._trees[by]

    @cached_property
    def _trees(self) -> dict[float, Tree]:
        return {}

    @cached_property
    def _works(self) -> Mapping[str, Work]:
        parts = self.facts.design.components
        return {id: work_of(part) for id, part in parts.items()}

    @cached_property
    def _starts(self) -> Mapping[str, float]:
        parts = self.facts.design.components.values()
        clocks = {part.id: clock_of(part, "at") for part in parts}
        return {id: start for id, start in clocks.items() if start is not None}

    @cached_property
    def _sources(self) -> Mapping[str, tuple[str, ...]]:
        parts = self.facts.design.components.values()
        return {p.id: tuple(s.id for s in sources(self.facts, p)) for p in parts}


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
