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

    `finish` holds, for each component in the request, the seconds after which it is
    done when every hop takes its p99: a budget, since percentiles do not add.
    """

    components: tuple[str, ...]
    finish: Mapping[str, float]
    finish_p50: Mapping[str, float]

    @property
    def p99(self) -> float:
        """The sum of the p99 of the hops, in seconds."""
        return self.finish[self.components[-1]] if self.components else 0.0

    @property
    def p50(self) -> float:
        """The sum of the medians of the hops, in seconds."""
        return self.finish_p50[self.components[-1]] if self.components else 0.0

    def has(self, flow: Flow) -> bool:
        """Whether `flow` joins two neighbours of the path."""
        steps = zip(self.components, self.components[1:], strict=False)
        return flow.mode.is_synchronous and flow.ends in set(steps)


def _own(graph: Graph, id: str, percentile: str) -> float:
    latency = graph.design.components[id].latency
    quantity = getattr(latency, percentile, None) if latency else None
    return quantity.high if quantity else 0.0


def _critical_path(graph: Graph) -> CriticalPath:
    """Find the longest path by p99 over calls and lookups; p50 follows it."""
    if graph.cycles():
        return CriticalPath((), {}, {})
    before = _predecessors(graph)
    finish: dict[str, float] = {}
    best: dict[str, str] = {}
    for id in _in_order(graph.in_request, before):
        waits = before.get(id, ())
        slowest = max(waits, key=lambda w: finish[w], default=None)
        if slowest is not None:
            best[id] = slowest
        finish[id] = (finish[slowest] if slowest else 0.0) + _own(graph, id, "p99")
    if not finish:
        return CriticalPath((), {}, {})
    path = _trace(max(_answering(graph, finish), key=lambda id: finish[id]), best)
    return CriticalPath(path, finish, _along(graph, path))


def _answering(graph: Graph, finish: Mapping[str, float]) -> Iterable[str]:
    """Return the components that reply to a client; all, when none says so."""
    replying = {f.source for f in graph.design.flows if f.carries == REPLY}
    synchronous = [
        f.source
        for f in graph.design.flows
        if f.carries == REPLY and f.mode.is_synchronous and f.source in finish
    ]
    return synchronous or [id for id in finish if id in replying] or list(finish)


def _along(graph: Graph, path: tuple[str, ...]) -> Mapping[str, float]:
    total, finish = 0.0, {}
    for id in path:
        total += _own(graph, id, "p50")
        finish[id] = total
    return finish


def _predecessors(graph: Graph) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for flow in graph.synchronous:
        if flow.source in graph.in_request and flow.target in graph.in_request:
            found[flow.target] = (*found.get(flow.target, ()), flow.source)
    return found


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


def _trace(last: str, best: Mapping[str, str]) -> tuple[str, ...]:
    path = [last]
    while path[-1] in best:
        path.append(best[path[-1]])
    return tuple(reversed(path))


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
