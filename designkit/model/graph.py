"""The graph of a design: who reaches whom, what waits for what, what goes in circles."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from designkit.model.component import Flow
from designkit.model.design import Design

REPLY = "response"
"""The data type that closes the request path; it is left out of paths and cycles."""


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
        found: dict[str, list[Flow]] = {id: [] for id in self.design.components}
        for flow in self.design.flows:
            found[end(flow)].append(flow)
        return {id: tuple(flows) for id, flows in found.items()}

    @cached_property
    def synchronous(self) -> tuple[Flow, ...]:
        """Calls and lookups, without the replies."""
        return tuple(
            flow
            for flow in self.design.flows
            if flow.mode.is_synchronous and flow.carries != REPLY
        )

    def reachable(
        self, starts: Iterable[str], flows: Iterable[Flow] | None = None
    ) -> frozenset[str]:
        """Return what `starts` reach over `flows` (all of them by default)."""
        onward: dict[str, list[str]] = {}
        for flow in self.design.flows if flows is None else flows:
            onward.setdefault(flow.source, []).append(flow.target)
        found, waiting = set(starts), list(starts)
        while waiting:
            for target in onward.get(waiting.pop(), ()):
                if target not in found:
                    found.add(target)
                    waiting.append(target)
        return frozenset(found)

    def reachable_by(self, starts: Iterable[str], *types: str) -> frozenset[str]:
        """Return what `starts` reach over flows that carry one of `types`."""
        return self.reachable(
            starts, (flow for flow in self.design.flows if flow.carries in types)
        )

    @cached_property
    def in_request(self) -> frozenset[str]:
        """The components that a client's request waits for, the clients included."""
        clients = [c.id for c in self.design.of_kind("client")]
        called = self.reachable(clients, self._calls)
        readers = [f.source for f in self.synchronous if f.target in called]
        return called | set(readers)

    @cached_property
    def _calls(self) -> tuple[Flow, ...]:
        return tuple(flow for flow in self.synchronous if flow.mode == "call")

    def cycles(
        self, flows: Iterable[Flow] | None = None
    ) -> tuple[tuple[str, ...], ...]:
        """Return each cycle among `flows` (synchronous by default), once."""
        return tuple(_cycles(tuple(self.synchronous if flows is None else flows)))

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


def _own(graph: Graph, id: str, percentile: str) -> float:
    """Return the seconds that `id` itself takes; nothing if that is unstated."""
    latency = graph.design.components[id].latency
    quantity = getattr(latency, percentile, None) if latency else None
    return quantity.high if quantity else 0.0


def _critical_path(graph: Graph) -> CriticalPath:
    if graph.cycles():
        return CriticalPath()
    callers = _ends(graph, "call")
    stores = _ends(graph, "lookup")
    finish: dict[str, float] = {}
    for id in _in_order(graph.in_request, callers):
        finish[id] = (
            max((finish[caller] for caller in callers.get(id, ())), default=0.0)
            + max((_own(graph, store, "p99") for store in stores.get(id, ())), default=0)
            + _own(graph, id, "p99")
        )
    last = max(_answering(graph, finish), key=lambda id: finish[id], default=None)
    if last is None or not finish[last]:
        return CriticalPath()
    hops, flows = _trace(graph, last, finish, callers, stores)
    p50 = sum(_own(graph, id, "p50") for id in hops)
    return CriticalPath(hops, frozenset(flows), finish[last], p50)


def _ends(graph: Graph, mode: str) -> Mapping[str, tuple[str, ...]]:
    """Return, for each component in the request, the sources of its `mode` flows."""
    found: dict[str, tuple[str, ...]] = {}
    for flow in graph.synchronous:
        both = flow.source in graph.in_request and flow.target in graph.in_request
        if both and flow.mode == mode:
            found[flow.target] = (*found.get(flow.target, ()), flow.source)
    return found


def _answering(graph: Graph, finish: Mapping[str, float]) -> Iterable[str]:
    """Return the components that reply to a client; all, when none says so."""
    replies = [
        flow.source
        for flow in graph.design.flows
        if flow.carries == REPLY and flow.mode.is_synchronous and flow.source in finish
    ]
    return replies or tuple(finish)


def _trace(
    graph: Graph,
    last: str,
    finish: Mapping[str, float],
    callers: Mapping[str, tuple[str, ...]],
    stores: Mapping[str, tuple[str, ...]],
) -> tuple[tuple[str, ...], list[tuple[str, str]]]:
    """Go back from `last` over whatever each hop had to wait for longest."""
    hops, flows, id = [last], list[tuple[str, str]](), last
    while True:
        store = max(
            stores.get(id, ()), key=lambda s: _own(graph, s, "p99"), default=None
        )
        if store is not None and _own(graph, store, "p99"):
            hops.insert(0, store)
            flows.append((store, id))
        caller = max(callers.get(id, ()), key=lambda c: finish[c], default=None)
        if caller is None:
            return tuple(hops), flows
        hops.insert(0, caller)
        flows.append((caller, id))
        id = caller


def _in_order(
    ids: Iterable[str], before: Mapping[str, tuple[str, ...]]
) -> Iterator[str]:
    """Give the ids so that each comes after all that it waits for."""
    done: set[str] = set()
    for start in sorted(ids):
        stack = [start]
        while stack:
            id = stack[-1]
            waiting = [w for w in before.get(id, ()) if w not in done]
            if waiting:
                stack.extend(waiting)
                continue
            stack.pop()
            if id not in done:
                done.add(id)
                yield id


def _cycles(flows: tuple[Flow, ...]) -> Iterator[tuple[str, ...]]:
    """Give one cycle for each knot of components that reach each other."""
    onward: dict[str, list[str]] = {}
    for flow in flows:
        onward.setdefault(flow.source, []).append(flow.target)
    seen: set[str] = set()
    for start in sorted(onward):
        cycle = _cycle_from(start, onward) if start not in seen else ()
        if cycle:
            yield cycle
            seen.update(cycle)


def _cycle_from(start: str, onward: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Return the shortest way from `start` back to itself, empty if there is none."""
    came: dict[str, str] = {}
    waiting = [start]
    for id in waiting:
        for target in onward.get(id, ()):
            if target == start:
                return _back(start, id, came)
            if target not in came:
                came[target] = id
                waiting.append(target)
    return ()


def _back(start: str, last: str, came: Mapping[str, str]) -> tuple[str, ...]:
    path = [last]
    while path[-1] != start:
        path.append(came[path[-1]])
    return tuple(reversed(path))
