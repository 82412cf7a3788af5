"""The graph of a design: who reaches whom, who waits for whom, what goes in circles."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from graphlib import TopologicalSorter
from operator import attrgetter
from typing import Literal

from designkit.model.component import Flow
from designkit.model.cycles import cycles_of
from designkit.model.design import Design
from designkit.model.unknown import chosen, closure, grouped, known, mapped

REPLY = "response"
"""The data type that closes the request path; it is left out of paths and cycles."""

Percentile = Literal["p50", "p99"]


def waits(flow: Flow) -> bool:
    """Whether somebody waits at one end of `flow` for the other; a reply waits not."""
    return flow.mode.is_synchronous and flow.carries != REPLY


@dataclass(frozen=True)
class Graph:
    """Components and flows as a graph, with the questions that are asked of it."""

    design: Design

    @cached_property
    def outgoing(self) -> Mapping[str, tuple[Flow, ...]]:
        """The flows that leave each component."""
        return self._by(lambda flow: flow.source)

    @cached_property
    def incoming(self) -> Mapping[str, tuple[Flow, ...]]:
        """The flows that enter each component."""
        return self._by(lambda flow: flow.target)

    def _by(self, end: Callable[[Flow], str]) -> Mapping[str, tuple[Flow, ...]]:
        return grouped(self.design.flows, end, known(self.design.components))

    @cached_property
    def synchronous(self) -> tuple[Flow, ...]:
        """Calls and lookups, without the replies."""
        return chosen(self.design.flows, waits)

    def reachable(
        self,
        starts: Collection[str],
        flows: Collection[Flow] | None = None,
        *,
        backwards: bool = False,
    ) -> frozenset[str]:
        """Return what `starts` reach over `flows` (all of them by default)."""
        over = self.design.flows if flows is None else flows
        here, there = ("target", "source") if backwards else ("source", "target")
        reached = closure(starts, over, attrgetter(here), attrgetter(there))
        return reached | frozenset(known(starts))

    def reachable_by(self, starts: Collection[str], *types: str) -> frozenset[str]:
        """Return what `starts` reach over flows that carry one of `types`."""
        carriers = chosen(self.design.flows, lambda flow: flow.carries in types)
        return self.reachable(starts, carriers)

    @cached_property
    def in_request(self) -> frozenset[str]:
        """The components that a client's request waits for, the clients included."""
        clients = mapped(self.design.of_kind("client"), lambda client: client.id)
        called = self.reachable(clients, self._calls)
        readers = chosen(
            self.synchronous,
            lambda flow: flow.source not in called and flow.target in called,
        )
        return called | mapped(readers, lambda flow: flow.source)

    @cached_property
    def _calls(self) -> tuple[Flow, ...]:
        return chosen(self.synchronous, lambda flow: flow.mode == "call")

    def cycles(
        self, flows: Iterable[Flow] | None = None
    ) -> tuple[tuple[str, ...], ...]:
        """Return one cycle among `flows` (synchronous by default) for each knot.

        A knot is a set of components that all reach each other. Its cycle is the
        shortest through its first component in the order of the alphabet.
        """
        return cycles_of(
            flow.ends for flow in (self.synchronous if flows is None else flows)
        )

    @cached_property
    def critical_path(self) -> "CriticalPath":
        """The chain of calls and lookups that decides how long a request takes."""
        return _critical_path(self)


@dataclass(frozen=True)
class CriticalPath:
    """The slowest way from a client to its answer, hop by hop.

    A component starts when the slowest of its callers is done, then waits for the
    slowest of its lookups (they run side by side), then takes its own time. With every
    hop at its p99 the sum is a budget, not a p99: percentiles do not add.
    """

    components: tuple[str, ...] = ()
    flows: frozenset[tuple[str, str]] = frozenset()
    p99: float = 0.0
    p50: float = 0.0

    def has(self, flow: Flow) -> bool:
        """Whether `flow` is one of the steps of the path."""
        return flow.mode.is_synchronous and flow.ends in self.flows


def _critical_path(graph: Graph) -> CriticalPath:
    """Find the path; there is none while components wait for each other."""
    if graph.cycles():
        return CriticalPath()
    waits = _Waits(graph, _ends(graph, "call"), _ends(graph, "lookup"))
    last = max(_answering(waits), key=lambda id: waits.finish[id], default=None)
    if last is None or not waits.finish[last]:
        return CriticalPath()
    hops, flows = _trace(waits, last)
    p50 = sum(_own(graph, id, "p50") for id in hops)
    return CriticalPath(hops, frozenset(flows), waits.finish[last], p50)


@dataclass(frozen=True)
class _Waits:
    """Who waits for whom in a request: for callers one by one, for stores at once."""

    graph: Graph
    callers: Mapping[str, tuple[str, ...]]
    stores: Mapping[str, tuple[str, ...]]

    @cached_property
    def finish(self) -> Mapping[str, float]:
        """Seconds after the start of the request at which each component is done."""
        found: dict[str, float] = {}
        before = {id: self.callers.get(id, ()) for id in sorted(self.graph.in_request)}
        for id in TopologicalSorter(before).static_order():
            found[id] = (
                max((found[caller] for caller in before[id]), default=0.0)
                + self.lookup(id)
                + _own(self.graph, id, "p99")
            )
        return found

    def lookup(self, id: str) -> float:
        """Seconds that `id` waits for the slowest thing it reads."""
        store = self.slowest_store(id)
        return _own(self.graph, store, "p99") if store else 0.0

    def slowest_store(self, id: str) -> str | None:
        """The slowest thing that `id` reads, the first written of equals."""
        return max(
            self.stores.get(id, ()),
            key=lambda store: _own(self.graph, store, "p99"),
            default=None,
        )

    def slowest_caller(self, id: str) -> str | None:
        """The caller of `id` that is done last, the first written of equals."""
        return max(
            self.callers.get(id, ()), key=lambda id: self.finish[id], default=None
        )


def _own(graph: Graph, id: str, percentile: Percentile) -> float:
    """Return the seconds that `id` itself takes; nothing if that is unstated."""
    quantity = graph.design.components[id].time(percentile)
    return quantity.high if quantity else 0.0


def _ends(graph: Graph, mode: str) -> Mapping[str, tuple[str, ...]]:
    """Return, for each component in the request, the sources of its `mode` flows."""
    found: dict[str, list[str]] = {}
    for flow in graph.synchronous:
        both = flow.source in graph.in_request and flow.target in graph.in_request
        if both and flow.mode == mode:
            found.setdefault(flow.target, []).append(flow.source)
    return {id: tuple(sources) for id, sources in found.items()}


def _answering(waits: _Waits) -> Iterable[str]:
    """Return the components that reply to a client; all, when none says so.

    A store that is read and not called replies when whoever reads it is done.
    """
    replies = [
        answering
        for flow in waits.graph.design.flows
        if flow.carries == REPLY
        and flow.mode.is_synchronous
        and flow.source in waits.finish
        for answering in _asking(waits, flow.source)
    ]
    return replies or tuple(waits.finish)


def _asking(waits: _Waits, replying: str) -> tuple[str, ...]:
    """Return those who read `replying` in the request if nobody calls it; else it."""
    readers = [id for id, read in waits.stores.items() if replying in read]
    is_read = bool(readers) and not waits.callers.get(replying)
    return tuple(readers) if is_read else (replying,)


def _trace(waits: _Waits, last: str) -> tuple[tuple[str, ...], list[tuple[str, str]]]:
    """Go back from `last` over whatever each hop had to wait for longest."""
    hops, flows = [last], list[tuple[str, str]]()
    id: str | None = last
    while id is not None:
        if waits.lookup(id):
            store = waits.slowest_store(id)
            assert store is not None  # something was waited for
            hops.append(store)
            flows.append((store, id))
        caller = waits.slowest_caller(id)
        if caller is not None:
            hops.append(caller)
            flows.append((caller, id))
        id = caller
    return tuple(reversed(hops)), flows
