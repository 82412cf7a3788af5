"""What a section of a handout is: blocks about one step of a case, full or blank."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from designkit.analysis.facts import Facts
from designkit.catalog.concept import Concept
from designkit.documents.paper import Block, Heading, Lines
from designkit.estimates.estimator import estimate
from designkit.estimates.figure import Estimate, Figure
from designkit.model.design import Design
from designkit.quantities.quantity import Origin, Quantity
from designkit.source.concepts import concepts_of

LOAD = ("traffic.average-qps", "traffic.peak-qps", "events.bytes-per-day")
SERVERS = ("calls-at-once", "replicas", "replicas-with-spare")
"""Figures of the server that needs most; the others go the same way."""

SIZES = (
    "store.{}.reads",
    "store.{}.memory",
    "index.{}.memory",
)
"""Figures of stores and indexes."""

PROMISES = (
    "bandwidth.responses",
    "latency.p99-budget",
    "latency.p99-estimate",
    "availability.minutes-down",
    "cost.per-1k-requests",
)


@dataclass(frozen=True)
class Lesson:
    """A design as a learner meets it: with its numbers, and the concepts that bite.

    The `seed` decides what is drawn by lot for a worksheet.
    """

    design: Design
    seed: int = 1

    @cached_property
    def facts(self) -> Facts:
        """The design with the questions that rules ask of it."""
        return Facts(self.design)

    @cached_property
    def estimate(self) -> Estimate:
        """The numbers of the design."""
        return estimate(self.design)

    @cached_property
    def concepts(self) -> tuple[Concept, ...]:
        """The concepts on which its questions rest, then those asked of its kind."""
        return concepts_of(self.design)

    @cached_property
    def aloud(self) -> tuple[Figure, ...]:
        """The figures that a candidate computes aloud, in the order of telling."""
        ids = [*LOAD, *(f"serving.{self._busiest}.{name}" for name in SERVERS)]
        for id in self.design.components:
            ids += [name.format(id) for name in SIZES]
        found = (self.estimate.get(id) for id in (*ids, *PROMISES))
        return tuple(figure for figure in found if figure)

    @property
    def _busiest(self) -> str:
        """The server of which the peak needs most replicas."""
        needs = {
            server.id: found.value
            for server in self.facts.of_kind("model-server")
            if (found := self.estimate.get(f"serving.{server.id}.replicas"))
        }
        return max(needs, key=lambda id: needs[id], default="")

    def number(self, id: str) -> str:
        """Return the figure `id` as people write it; nothing if it is not known."""
        found = self.estimate.get(id)
        return found.text if found else ""

    def cited(self, quantity: Quantity | None) -> str:
        """Return a number with its origin: the number of a source, or a word."""
        if quantity is None:
            return ""
        if quantity.origin is Origin.SOURCE and quantity.note in self.design.sources:
            number = list(self.design.sources).index(quantity.note) + 1
            return f"{quantity} [{number}]"
        is_plain = quantity.origin is Origin.STATED
        return str(quantity) if is_plain else f"{quantity} ({quantity.origin})"

    def title(self, id: str) -> str:
        """Return the name of the component `id`."""
        return self.design.components[id].title


@dataclass(frozen=True, slots=True)
class HandoutSection:
    """A part of a handout. `order` is its place, `room` its empty lines in a blank one.

    `ask` gives what a blank handout shows instead: questions, and no answers.
    """

    name: str
    order: int
    title: str
    room: int
    tell: Callable[[Lesson], Iterator[Block]]
    ask: Callable[[Lesson], Iterator[Block]] | None = None

    def full(self, lesson: Lesson) -> Iterator[Block]:
        """Give the heading and the blocks; nothing where the design says nothing."""
        blocks = tuple(self.tell(lesson))
        if blocks:
            yield Heading(self.title, 2)
            yield from blocks

    def blank(self, lesson: Lesson) -> Iterator[Block]:
        """Give the heading, what is asked, and room to write."""
        blocks = tuple(self.ask(lesson)) if self.ask else ()
        if blocks or self.room:
            yield Heading(self.title, 2)
            yield from blocks
        if self.room:
            yield Lines(self.room)


def section(
    order: int,
    title: str,
    *,
    room: int = 6,
    ask: Callable[[Lesson], Iterator[Block]] | None = None,
) -> Callable[[Callable[[Lesson], Iterator[Block]]], HandoutSection]:
    """Make a section of a generator of blocks; its name is that of the section."""

    def make(function: Callable[[Lesson], Iterator[Block]]) -> HandoutSection:
        name = function.__name__.replace("_", "-")
        return HandoutSection(name, order, title, room, function, ask)

    return make


def table_rows(*rows: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the rows that have anything beside their first cell."""
    return tuple(row for row in rows if any(row[1:]))
