"""What a topic is: a function that computes the figures of one part of an estimate."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from designkit.analysis.facts import Facts
from designkit.analysis.stopping import NO_EXIT, Exits, Stopping, usually
from designkit.catalog.defaults import default
from designkit.estimates.choosing import criterion, is_known, known, one_of
from designkit.estimates.demand import Demand
from designkit.estimates.exits import calls_left, of_those_left, share_left
from designkit.estimates.figure import (
    Figure,
    FigureInput,
    Lack,
    Option,
    Result,
    Term,
    counted,
    stated,
)
from designkit.model.component import Component, Flow
from designkit.model.design import Design
from designkit.model.graph import Graph
from designkit.model.problem import PERCENTILES, Percentiles
from designkit.quantities.quantity import Origin, parse_quantity
from designkit.quantities.writing import listed
from designkit.source.keys import meaning_of
from designkit.source.kind_of import kind_of
from designkit.source.parts import SECTIONS_BY_ID


@dataclass(frozen=True)
class EstimateInputs:
    """A design as topics see it: what it states, and what is computed already."""

    facts: Facts
    results: Mapping[str, Result]

    @property
    def design(self) -> Design:
        """The design."""
        return self.facts.design

    @property
    def graph(self) -> Graph:
        """The design as a graph."""
        return self.facts.graph

    @cached_property
    def demand(self) -> Demand:
        """What a peak asks of the parts of a request."""
        return Demand(self.graph)

    def stated(self, *path: str, label: str = "") -> FigureInput | Lack:
        """Return what the design states at `path`, else that it is not there."""
        found = self.facts.quantity(*path)
        name = ".".join(path)
        if found is None:
            return Lack(name, self._meaning(path))
        if found.is_endless:
            return Lack("", f"{path[-2]} keeps for ever, so this has no end")
        return stated(found, name, label or label_of(path))

    def of_flow(self, number: int, name: str, label: str = "") -> FigureInput | Lack:
        """Return what flow `number` states as `name`, else that it is not there."""
        flow = self.design.flows[number]
        path = f"flows.{flow.source}->{flow.target}.{name}"
        found = getattr(flow, name.replace("-", "_"))
        if found is None:
            return Lack(path, meaning_of(Flow, (name,)))
        return stated(found, path, label or label_of((path, name)))

    def given_of_flow(self, number: int, name: str, label: str) -> FigureInput:
        """Return what flow `number` states as `name`, else the default of that name."""
        found = self.of_flow(number, name, label)
        return (
            found
            if isinstance(found, FigureInput)
            else _assumed(name, found.path, label)
        )

    def calls_of_flow(self, number: int, label: str) -> FigureInput:
        """Return how often a request takes a flow: stated, counted or assumed."""
        flow = self.design.flows[number]
        found = self.of_flow(number, "calls-per-request", label)
        if isinstance(found, Lack) and flow.target in self.demand.always_called:
            each = counted(found.path, label, 1, "every request, once")
        else:
            each = self.given_of_flow(number, "calls-per-request", label)
        return self._not_stopped(each, flow)

    def calls_of_busiest(self, numbers: Sequence[int], label: str) -> FigureInput:
        """Return how often a request takes the flow of `numbers` with the most calls.

        With other exits another of them may be the busiest.
        """
        busiest = self.calls_of_flow(self.busiest(numbers), label)
        if len(numbers) == 1 or not self._has_exits:
            return busiest
        flows = {number: self.design.flows[number] for number in numbers}
        some = [n for n, flow in flows.items() if flow.calls_per_request] or numbers
        options = (
            Option(self.calls_of_flow(n, label), criterion(calls_left, **self._of(n)))
            for n in some
        )
        return known(one_of(*options, Option(busiest)))

    def _of(self, number: int) -> dict[str, Term]:
        """Return the calls that a flow states, if any, and the part that takes it."""
        found = self.of_flow(number, "calls-per-request")
        share = self._share_of(self.design.flows[number])
        one = counted("", "calls", 1)
        return {
            "calls": found if isinstance(found, FigureInput) else one,
            "share": share or one,
        }

    @cached_property
    def _has_exits(self) -> bool:
        return any(part.stops for part in self.design.components.values())

    @cached_property
    def _exits(self) -> Exits:
        return Exits(self.graph)

    def _share_of(self, flow: Flow) -> FigureInput | None:
        """Return the part of all requests that takes a flow; nothing if all may."""
        ways = self._exits.before(flow) if self._has_exits else NO_EXIT
        if () in ways:
            return None
        ids = sorted({id for way in ways for id in way})
        stops = {
            f"stops_{n}": known(self.stated("components", id, "stops"))
            for n, id in enumerate(ids)
        }
        names = dict(zip(ids, stops, strict=True))
        return share_left(sorted([names[id] for id in way] for way in ways), stops)

    def _not_stopped(self, calls: FigureInput, flow: Flow) -> FigureInput:
        """Return `calls` of a request that comes as far, for all that set out."""
        share = self._share_of(flow)
        return calls if share is None else of_those_left(calls, share)

    @cached_property
    def _stopping(self) -> Stopping:
        return usually(self.graph)

    def busiest(self, numbers: Iterable[int]) -> int:
        """Return the flow of `numbers` that states the most calls, else the first.

        What is stopped before a flow is not called by it.
        """

        def calls(number: int) -> tuple[float, float]:
            flow = self.design.flows[number]
            stated, share = flow.calls_per_request, self._stopping.along(flow)
            return stated.value * share if stated else -1, share

        return max(numbers, key=calls)

    def given(self, name: str, *path: str, label: str = "") -> FigureInput:
        """Return what the design states at `path`, else the default called `name`."""
        found = self.stated(*path, label=label)
        if isinstance(found, FigureInput):
            return found
        return _assumed(name, found.path, label or label_of(path))

    def result(self, id: str) -> Term:
        """Return a figure of an earlier topic, or why it could not be computed."""
        return self.results.get(id) or Lack("", f"{id} is not known")

    def _meaning(self, path: tuple[str, ...]) -> str:
        if path[-1] in PERCENTILES and len(path) > 2:
            times = self._meaning(path[:-1]).rstrip(".")
            return f"{times}: {meaning_of(Percentiles, path[-1:])}"
        if path[0] == "components" and path[1] in self.design.components:
            component = self.design.components[path[1]]
            return _meaning_of_attribute(component, path[2:])
        return meaning_of(Design, path)


def mixed(*terms: Term) -> Lack | None:
    """Return why amounts of money give nothing together: several currencies."""
    known = (term for term in terms if isinstance(term, FigureInput | Figure))
    symbols = {term.unit.symbol.partition("/")[0] for term in known}
    currencies = sorted(symbols, key=lambda it: (not it, it))
    if len(currencies) < 2:
        return None
    named = listed(it or "no currency" for it in currencies)
    return Lack("", f"amounts are in {named}; use one currency")


def _assumed(name: str, place: str, label: str) -> FigureInput:
    """Return the default called `name`, for `place`, which says nothing."""
    assumed = default(name)
    quantity = parse_quantity(assumed.value, assumed.dimension)
    return replace(
        stated(quantity, f"default.{name}", label),
        origin=Origin.ASSUMED,
        note=f"{assumed.why} ({assumed.source})" if assumed.source else assumed.why,
        place=place,
    )


def first(*terms: Term) -> Term:
    """Return the first of `terms` that is known, else the first."""
    may_be = [term for term in terms if not isinstance(term, Lack)]
    if not may_be or isinstance(may_be[0], FigureInput):
        return may_be[0] if may_be else terms[0]
    return one_of(*(Option(it, is_known(it)) for it in may_be), Option(terms[0]))


def label_of(path: tuple[str, ...]) -> str:
    """Write what stands at `path` in a word or two: ``peak factor``, ``score p99``."""
    last = path[-1].replace("-", " ")
    is_percentile = path[-1] in PERCENTILES and len(path) > 2
    owner = path[1] if path[0] == "components" else path[-2]
    return f"{owner} {last}" if is_percentile else last


def _meaning_of_attribute(component: Component, path: tuple[str, ...]) -> str:
    of = kind_of(component)
    attribute = of.attribute(path[0]) if of else None
    if attribute and attribute.holds in SECTIONS_BY_ID and len(path) > 2:
        return meaning_of(SECTIONS_BY_ID[attribute.holds][1], path[2:])
    return attribute.meaning if attribute else meaning_of(Component, path)


class Chapter(StrEnum):
    """The headings of a document under which topics stand."""

    LOAD = "Capacity and latency"
    PROOF = "Experiment plan"
    LABELS = "Label delay and model age"
    COST = "Cost"


@dataclass(frozen=True, slots=True)
class Topic:
    """Figures that belong together. `order` is their place among all topics."""

    name: str
    order: int
    title: str
    heading: Chapter
    compute: Callable[[EstimateInputs], Iterator[Result]]


def topic(
    order: int, title: str, heading: Chapter
) -> Callable[[Callable[[EstimateInputs], Iterator[Result]]], Topic]:
    """Make a topic of a generator of figures; its name is that of the topic."""

    def make(function: Callable[[EstimateInputs], Iterator[Result]]) -> Topic:
        return Topic(
            function.__name__.replace("_", "-"), order, title, heading, function
        )

    return make
