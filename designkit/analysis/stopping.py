"""Early exits: the share of requests that come as far as each part of a path.

A filter, rules, a cache or a cheap first stage says `stops: 60%`: so many of the
requests that reach it are done there, and call nothing behind it. Shares on one way
multiply; of several ways to a part the one that most come by counts, so that a way past
the exit keeps its own.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from graphlib import CycleError, TopologicalSorter

from designkit.model.component import Component, Flow, Mode
from designkit.model.graph import Graph
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
        if flow.mode is Mode.LOOKUP:
            return self.reaching.get(flow.target, 1.0)
        return self.reaching.get(flow.source, 1.0) * self._passed(flow.source)

    @cached_property
    def reaching(self) -> Mapping[str, float]:
        """The share that reaches each part; all do where calls go in circles."""
        if not any(part.stops for part in self._parts.values()):
            return {}
        calls = [flow for flow in self.graph.synchronous if flow.mode is Mode.CALL]
        callers: dict[str, list[str]] = {id: [] for id in self._parts}
        for flow in calls:
            callers[flow.target].append(flow.source)
        found: dict[str, float] = {}
        try:
            order = tuple(TopologicalSorter(callers).static_order())
        except CycleError:
            return {}
        for id in order:
            shares = [found[by] * self._passed(by) for by in callers[id]]
            found[id] = max(shares, default=1.0)
        return found

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
