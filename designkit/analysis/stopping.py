"""Early exits: the share of requests that come as far as each part of a path.

A filter, rules, a cache or a cheap first stage says `stops: 60%`: so many of the
requests that reach it are done there, and call nothing behind it. Shares on one way
multiply; of several ways to a part the one that most come by counts, so that a way past
the exit keeps its own. Behind an exit is what it calls itself, and what its caller
calls or reads `after` it.
"""

from collections.abc import Callable, Mapping
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
        passed = self._passed(flow.source) if flow.mode is Mode.CALL else 1.0
        return passed * self._let_through(flow)

    @cached_property
    def reaching(self) -> Mapping[str, float]:
        """The share that reaches each part; all do where calls go in circles."""
        if not any(part.stops for part in self._parts.values()):
            return {}
        calls = [flow for flow in self.graph.synchronous if flow.mode is Mode.CALL]
        ways: dict[str, list[Flow]] = {id: [] for id in self._parts}
        for flow in calls:
            ways[flow.target].append(flow)
        before = {id: [flow.source for flow in flows] for id, flows in ways.items()}
        found: dict[str, float] = {}
        try:
            order = tuple(TopologicalSorter(before).static_order())
        except CycleError:
            return {}
        for id in order:
            shares = [found[flow.source] * self.onward(flow) for flow in ways[id]]
            found[id] = max(shares, default=1.0)
        return found

    def _let_through(self, flow: Flow) -> float:
        """Return the share that all let through which its caller waits for before."""
        return prod(self._passed(id) for id in flow.after if self._asks(flow, id))

    def _asks(self, flow: Flow, id: str) -> bool:
        """Whether each request of the caller of `flow` asks `id` itself."""
        return any(
            asked(other) == id
            and asker(other) == asker(flow)
            and other.calls_per_request is None
            for other in self.graph.synchronous
        )

    @property
    def _parts(self) -> Mapping[str, Component]:
        return self.graph.design.components

    def _passed(self, id: str) -> float:
        stops = self._parts[id].stops
        return min(max(1 - self.read(stops), 0.0), 1.0) if stops else 1.0


def at_least(graph: Graph) -> Stopping:
    """Return the least shares that surely come as far: most is stopped before."""
    return Stopping(graph, lambda stops: stops.high)


def usually(graph: Graph) -> Stopping:
    """Return the shares by the middle of each range."""
    return Stopping(graph, lambda stops: stops.value)


def at_most(graph: Graph) -> Stopping:
    """Return the greatest shares that come as far: least is stopped before."""
    return Stopping(graph, lambda stops: stops.low)
