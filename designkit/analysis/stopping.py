"""Early exits: the share of requests that come as far as each part of a path.

A filter, rules, a cache or a cheap first stage says `stops: 60%`: so many of the
requests that reach it are done there, and call nothing behind it. Shares on one way
multiply; of several ways to a part the one that most come by counts, so that a way past
the exit keeps its own. Behind an exit is what it calls itself, and what its caller
calls or reads `after` it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from math import prod

from designkit.model.component import Component, Flow, Mode
from designkit.model.graph import Graph
from designkit.model.waiting import asked, asker
from designkit.quantities.quantity import Quantity


@dataclass(frozen=True)
class Stopping:
    """The shares of a design by one reading of its ranges: low end, middle or high."""

    graph: Graph
    read: Callable[[Quantity], float]

    def along(self, flow: Flow) -> float:
        """Return the share of requests on which `flow` is called or read.

        Who reads has not stopped yet; who calls on has let the request through.
        """
        return self.reaching.get(asker(flow), 1.0) * self.onward(flow)

    def onward(self, flow: Flow) -> float:
        """Return the share on which `flow` is taken of what reaches who asks by it."""
        return prod(map(self._passed, passed_by(self.graph, flow)))

    @cached_property
    def reaching(self) -> Mapping[str, float]:
        """The share that reaches each part; all do where calls go in circles."""
        if not any(part.stops for part in self._parts.values()):
            return {}
        found: dict[str, float] = {}
        for id, calls in _in_order(self.graph):
            shares = [found[flow.source] * self.onward(flow) for flow in calls]
            found[id] = max(shares, default=1.0)
        return found

    @property
    def _parts(self) -> Mapping[str, Component]:
        return self.graph.design.components

    def _passed(self, id: str) -> float:
        stops = self._parts[id].stops
        return min(max(1 - self.read(stops), 0.0), 1.0) if stops else 1.0


def passed_by(graph: Graph, flow: Flow) -> tuple[str, ...]:
    """Return what lets a request through before it takes `flow`: who calls, and more.

    What its caller waits for before, and asks itself, has let it through as well.
    """
    caller = (flow.source,) if flow.mode is Mode.CALL else ()
    return (*caller, *(id for id in flow.after if _asks(graph, flow, id)))


def _asks(graph: Graph, flow: Flow, id: str) -> bool:
    """Whether each request of the caller of `flow` asks `id` itself."""
    return any(
        asked(other) == id
        and asker(other) == asker(flow)
        and other.calls_per_request is None
        for other in graph.synchronous
    )


def _in_order(graph: Graph) -> Iterator[tuple[str, tuple[Flow, ...]]]:
    """Give each part with the calls of it, after its callers; none if in a circle."""
    calls: dict[str, list[Flow]] = {id: [] for id in graph.design.components}
    for flow in graph.synchronous:
        if flow.mode is Mode.CALL:
            calls[flow.target].append(flow)
    before = {id: [flow.source for flow in flows] for id, flows in calls.items()}
    try:
        order = tuple(TopologicalSorter(before).static_order())
    except CycleError:
        return
    yield from ((id, tuple(calls[id])) for id in order)


@dataclass(frozen=True)
class Exits:
    """The parts with an exit that requests pass on each of their ways."""

    graph: Graph

    def before(self, flow: Flow) -> frozenset[tuple[str, ...]]:
        """Return the exits that are passed before `flow`, for each way to it."""
        here = self._reaching.get(asker(flow), NO_EXIT)
        return frozenset(self._longer(way, flow) for way in here)

    @cached_property
    def _reaching(self) -> Mapping[str, frozenset[tuple[str, ...]]]:
        found: dict[str, frozenset[tuple[str, ...]]] = {}
        for id, calls in _in_order(self.graph):
            ways = (
                self._longer(way, flow) for flow in calls for way in found[flow.source]
            )
            found[id] = frozenset(ways) or NO_EXIT
        return found

    def _longer(self, way: tuple[str, ...], flow: Flow) -> tuple[str, ...]:
        parts, passed = self.graph.design.components, passed_by(self.graph, flow)
        return tuple(sorted((*way, *(id for id in passed if parts[id].stops))))


NO_EXIT = frozenset({()})
"""One way, and no exit on it."""


def at_least(graph: Graph) -> Stopping:
    """Return the least shares that surely come as far: most is stopped before."""
    return Stopping(graph, lambda stops: stops.high)


def usually(graph: Graph) -> Stopping:
    """Return the shares by the middle of each range."""
    return Stopping(graph, lambda stops: stops.value)


def at_most(graph: Graph) -> Stopping:
    """Return the greatest shares that come as far: least is stopped before."""
    return Stopping(graph, lambda stops: stops.low)
