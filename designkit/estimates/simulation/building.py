"""From the request path of a design to the steps that are simulated."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from graphlib import TopologicalSorter

from designkit.estimates.simulation.figures import places_of, time_of
from designkit.estimates.simulation.path import RequestPath
from designkit.estimates.simulation.step import Call, Hop, Lookup, mean_reading
from designkit.model.component import Component, Flow
from designkit.model.graph import Graph
from designkit.model.waiting import Waiting

MOST_CALLS = 1_000
"""Calls of one component in one request, one after the other or side by side."""


def steps_of(graph: Graph) -> tuple[Hop, ...]:
    """Return the steps of a request, each after those that call it.

    Raises:
        ValueError: components wait for each other in a circle, or a figure makes no
            sense; the message says which.
    """
    if cycles := graph.cycles():
        circle = " -> ".join([*cycles[0], cycles[0][0]])
        raise ValueError(f"no request is ever done: {circle} wait for each other")
    builder = _Builder(RequestPath(graph))
    return tuple(builder.step(id) for id in builder.path.order)


@dataclass(frozen=True)
class _Builder:
    """Makes the steps of a path."""

    path: RequestPath

    def step(self, id: str) -> Hop:
        """Return the step of the component `id`.

        Its time holds what it reads, if it has places for few: a place is kept for the
        service time, in which a call also waits for others. Where the lookups take
        longer than that, they are surely not part of it.
        """
        held, lookups = time_of(self._component(id)), tuple(self._lookups(id))
        places = places_of(self._component(id))
        reading = mean_reading(lookups) if places else 0.0
        reads_first = places > 0 and reading >= held.mean
        return Hop(
            id,
            time=held if reads_first else held.with_mean(held.mean - reading),
            lookups=lookups,
            calls=tuple(self._calls(id)),
            followers=tuple(self._followers(id)),
            callers=len(self.path.calls[id]) + len(self.path.awaited[id]),
            often=self.path.often[id],
            held=held.mean,
            shards=self._shards(id, self.path.calls[id]),
            places=places,
            reads_first=reads_first,
            answers=id in self.path.answering,
        )

    def _component(self, id: str) -> Component:
        return self.path.graph.design.components[id]

    def _lookups(self, reader: str) -> Iterator[Lookup]:
        for flow in _in_order(self.path.lookups[reader], self.path.waiting):
            read = self._component(flow.source)
            if read.id in self._component(reader).latency_includes:
                continue
            limits = [limit.value for limit in (flow.timeout, read.timeout) if limit]
            yield Lookup(
                read.id,
                time_of(read),
                _bounded(read.id, self.path.reads(flow)),
                self._shards(read.id, [flow]),
                min(limits, default=math.inf),
                places_of(read),
                self._read_before(flow),
            )

    def _read_before(self, flow: Flow) -> tuple[str, ...]:
        """Return what is read before `flow`, if it takes time of its own."""
        included = self._component(flow.target).latency_includes
        return tuple(id for id in flow.after if id not in included)

    def _followers(self, id: str) -> Iterator[int]:
        awaited = self.path.awaited.items()
        return (self._number[other] for other, ids in awaited if id in ids)

    def _calls(self, caller: str) -> Iterator[Call]:
        for flow in self.path.onward[caller]:
            times = _bounded(flow.target, self.path.times(flow))
            yield Call(self._number[flow.target], times, *self._turns[flow.target])

    @cached_property
    def _number(self) -> Mapping[str, int]:
        return {id: number for number, id in enumerate(self.path.order)}

    @cached_property
    def _turns(self) -> Mapping[str, tuple[int, float]]:
        """For each that is called, its first caller and what that calls before."""
        before: dict[str, float] = defaultdict(float)
        found: dict[str, tuple[int, float]] = {}
        for id in self.path.order:
            for first in self.path.calls[id][:1]:
                found[id] = self._number[first.source], before[first.source] % 1
                before[first.source] += self.path.times(first)
        return found

    def _shards(self, id: str, flows: Iterable[Flow]) -> int:
        """Return the shards of `id` that are waited for."""
        counts = [flow.fan_out.value for flow in flows if flow.fan_out]
        shards = max(counts, default=1.0)
        if places_of(self._component(id)):
            _bounded(id, shards)
        return max(int(shards), 1)


def _in_order(lookups: Sequence[Flow], waiting: Waiting) -> tuple[Flow, ...]:
    """Return the lookups of one reader, each after those that it waits for.

    Raises:
        ValueError: one waits for a call to come back; a step reads before it calls.
    """
    if late := [flow for flow in lookups if waiting.is_late(flow)]:
        first = late[0]
        raise ValueError(
            f"{first.target} reads {first.source} after a call has come back, which is "
            "not simulated"
        )
    before = {flow.source: flow.after for flow in lookups}
    order = {id: n for n, id in enumerate(TopologicalSorter(before).static_order())}
    is_ordered = any(flow.after for flow in lookups)
    by_order = sorted(lookups, key=lambda flow: order[flow.source])
    return tuple(by_order if is_ordered else lookups)


def _bounded(id: str, calls: float) -> float:
    if calls > MOST_CALLS:
        raise ValueError(
            f"{id} is called more than {MOST_CALLS:,} times in one request, "
            "too often to be simulated"
        )
    return calls
