"""What a peak surely asks of the parts of a request: calls of servers, reads of stores.

Only what a design states counts, ranges with their low end, so that the true demand is
never below. A call or lookup that does not state its calls per request is one, and only
if no request can do without it; a lookup that does not state its keys reads one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from designkit.capacity.traffic import average_rate, peak_rate, requests_per_day
from designkit.model.component import Flow, Mode
from designkit.model.graph import Graph

SIFTERS = ("cache", "fallback", "decision-engine")
"""Kinds that do not hand every request on."""

ALTERNATIVES = ("gateway", "model-server")
"""Kinds of which one may take the place of another: regions, arms of an experiment."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A lookup in a request: its number among the flows, its reader, its reads."""

    flow: int
    reader: str
    reads: float


@dataclass(frozen=True)
class Demand:
    """The least that a design's peak asks of its parts."""

    graph: Graph

    @cached_property
    def peak(self) -> float | None:
        """Requests a second at peak, if the workload states them and its peak."""
        load = self.graph.design.workload
        if load is None or load.peak_factor is None:
            return None
        day = load.requests_per_day.low if load.requests_per_day else None
        if day is None and load.daily_users and load.requests_per_user:
            day = requests_per_day(load.daily_users.low, load.requests_per_user.low)
        return day and peak_rate(average_rate(day), load.peak_factor.low)

    def calls(self, id: str) -> float:
        """Return the calls of `id` in one request; several inputs are one call."""
        arriving = [flow for flow in self._calls if flow.target == id]
        counts = [f.calls_per_request.low for f in arriving if f.calls_per_request]
        return max(counts, default=float(id in self.always_called))

    def readings(self, store: str) -> Iterator[Reading]:
        """Give the lookups by which a request reads `store`."""
        for number, flow in enumerate(self.graph.design.flows):
            is_lookup = flow.mode is Mode.LOOKUP and flow.source == store
            if is_lookup and (reads := self._reads(flow)):
                yield Reading(number, flow.target, reads)

    def _reads(self, flow: Flow) -> float:
        if flow.target not in self.graph.in_request:
            return 0.0
        reader = self.graph.design.components[flow.target]
        count = flow.calls_per_request
        calls = count.low if count else float(reader.id in self.always_called)
        calls *= flow.keys.low if flow.keys else 1
        if reader.kind == "cache":
            hits = reader.quantity("hit-ratio")
            return calls * (1 - hits.high) if hits else 0.0
        return 0.0 if reader.kind == "fallback" else calls

    @cached_property
    def always_called(self) -> frozenset[str]:
        """What every request of every client calls."""
        clients = {flow.source for flow in self._calls} & {
            client.id for client in self.graph.design.of_kind("client")
        }
        onward = [flow for flow in self._calls if not self._may_not_call(flow)]
        called = [self.graph.reachable([client], onward) for client in clients]
        return frozenset.intersection(*called) - clients if called else frozenset()

    def _may_not_call(self, flow: Flow) -> bool:
        """Whether a request may reach the source of `flow` and not its target."""
        kinds = self.graph.design.components
        return (
            kinds[flow.source].kind in SIFTERS
            or kinds[flow.target].kind == "fallback"
            or self._has_alternative(flow)
        )

    def _has_alternative(self, flow: Flow) -> bool:
        kinds = self.graph.design.components
        kind = kinds[flow.target].kind
        return kind in ALTERNATIVES and any(
            kinds[other.target].kind == kind and other.target != flow.target
            for other in self.graph.outgoing[flow.source]
            if other.mode is Mode.CALL and other.carries == flow.carries
        )

    @cached_property
    def _calls(self) -> tuple[Flow, ...]:
        return tuple(
            flow
            for flow in self.graph.synchronous
            if flow.mode is Mode.CALL and not self._reports(flow)
        )

    def _reports(self, flow: Flow) -> bool:
        """Whether a client tells something with `flow` instead of asking."""
        source = self.graph.design.components[flow.source]
        return source.kind == "client" and flow.carries not in ("request", None)
