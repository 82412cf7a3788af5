"""What a peak surely asks of the parts of a request: calls of servers, reads of stores.

Only what a design states counts, ranges with their low end, so that the true demand is
never below. A call or lookup that does not state its calls per request is one, and only
if no request can do without it; a lookup that does not state its keys reads one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from designkit.analysis.roles import has_role
from designkit.analysis.stopping import Stopping, at_least
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.estimates.formulas.traffic import (
    average_rate,
    peak_rate,
    requests_per_day,
)
from designkit.model.component import Component, Flow, Mode
from designkit.model.graph import Graph
from designkit.model.waiting import waits
from designkit.quantities.bounds import capped

MANY = ("client", "device", "person")
"""Kinds of which one component stands for many, each in the hands of somebody."""


@dataclass(frozen=True, slots=True)
class LookupDemand:
    """A lookup in a request: its number among the flows, its reader, its reads.

    `calls` are those of one request, each for so many `keys`; `missed` is the part that
    a reader which is a cache has to read.
    """

    flow: int
    reader: str
    calls: float
    keys: float = 1
    missed: float = 1

    @property
    def reads(self) -> float:
        """The keys that one request reads: calls * keys * (1 - h)."""
        return capped(self.calls * self.keys * self.missed)


@dataclass(frozen=True)
class Demand:
    """The least that a design's peak asks of its parts."""

    graph: Graph

    @cached_property
    def requests(self) -> tuple[float, float] | None:
        """Requests on a day, at least and at most, if the workload states them."""
        load = self.graph.design.workload
        if load and load.requests_per_day:
            return capped(load.requests_per_day.low), load.requests_per_day.high
        if load and load.daily_users and load.requests_per_user:
            users, each = load.daily_users, load.requests_per_user
            least = requests_per_day(users.low, each.low)
            return capped(least), requests_per_day(users.high, each.high)
        return None

    @cached_property
    def peak(self) -> float | None:
        """Requests a second at peak, if the workload states them and its peak."""
        load = self.graph.design.workload
        if load is None or load.peak_factor is None or self.requests is None:
            return None
        average = average_rate(self.requests[0])
        return capped(peak_rate(average, load.peak_factor.low))

    @cached_property
    def most_on_average(self) -> float | None:
        """Requests a second on average, at most, if the workload states them."""
        return average_rate(self.requests[1]) if self.requests else None

    @cached_property
    def least_on_average(self) -> float | None:
        """Requests a second on average, at least, if the workload states them."""
        return average_rate(self.requests[0]) if self.requests else None

    def calls(self, id: str) -> float:
        """Return the calls of `id` in one request; several inputs are one call."""
        arriving = [flow for flow in self._calls if flow.target == id]
        counts = [
            flow.calls_per_request.low * self._stopping.along(flow)
            for flow in arriving
            if flow.calls_per_request
        ]
        sure = self._stopping.reaching.get(id, 1.0) * (id in self.always_called)
        return capped(max(counts, default=sure))

    def may_miss(self, id: str) -> bool:
        """Whether somebody asks and never reaches `id`, so that its part is unknown."""
        ways = (self.graph.reachable([it], self._calls) for it in self._asking)
        return any(id not in way for way in ways)

    @cached_property
    def _asking(self) -> frozenset[str]:
        """The askers that call somebody."""
        return self.graph.askers & {flow.source for flow in self._calls}

    @cached_property
    def _stopping(self) -> Stopping:
        return at_least(self.graph)

    def readings(self, store: str) -> Iterator[LookupDemand]:
        """Give the lookups by which a request reads `store`."""
        for number, flow in enumerate(self.graph.design.flows):
            if flow.mode is Mode.LOOKUP and flow.source == store:
                reading = self._reading(number, flow)
                if reading.reads:
                    yield reading

    def along(self, number: int) -> float:
        """Return how often a request surely takes flow `number`, a call or a lookup.

        It is asked of a part of ours, not of clients and devices: they are many, and
        what is stated of one of them is compared with nothing here.
        """
        flow = self.graph.design.flows[number]
        near = flow.target if flow.mode is Mode.LOOKUP else flow.source
        if not self._is_ours(near):
            return 0.0
        if flow.mode is Mode.LOOKUP:
            reading = self._reading(number, flow)
            return capped(reading.calls * reading.missed)
        if flow not in self._calls:
            return 0.0
        is_sure = near in self.always_called and not self._may_not_call(flow)
        stated = flow.calls_per_request
        calls = stated.low if stated else float(is_sure)
        return capped(calls * self._stopping.along(flow))

    def _is_ours(self, id: str) -> bool:
        """Whether a part neither asks itself nor runs in the hands of those who do."""
        parts = self.graph.design.components
        hosts = {parts[id].kind, parts[parts[id].host or id].kind}
        return id not in self.graph.askers and hosts.isdisjoint(MANY)

    def asked(self, id: str) -> float:
        """Return how often a request asks `id`; several ways to it are one."""
        lookups = (read.calls * read.missed for read in self.readings(id))
        return max(self.calls(id), *lookups, 0.0)

    def _reading(self, number: int, flow: Flow) -> LookupDemand:
        reader = self.graph.design.components[flow.target]
        stated, keys = flow.calls_per_request, flow.keys
        calls = stated.low if stated else float(reader.id in self.always_called)
        calls *= self._stopping.along(flow)
        is_awaited = reader.id in self.graph.in_request and reader.kind != "fallback"
        return LookupDemand(
            flow=number,
            reader=reader.id,
            calls=calls if is_awaited else 0.0,
            keys=keys.low if keys else 1.0,
            missed=_missed(reader),
        )

    @cached_property
    def always_called(self) -> frozenset[str]:
        """What every request of every client calls, unless it is stopped before."""
        clients = self._asking
        onward = [flow for flow in self._calls if not self._may_not_call(flow)]
        called = [self.graph.reachable([client], onward) for client in clients]
        return frozenset.intersection(*called) - clients if called else frozenset()

    def _may_not_call(self, flow: Flow) -> bool:
        """Whether a request may reach the source of `flow` and not its target."""
        kinds = self.graph.design.components
        return (
            (has_role(kinds[flow.source], Role.SIFTS) and not kinds[flow.source].stops)
            or kinds[flow.target].kind == "fallback"
            or self._has_alternative(flow)
        )

    def _has_alternative(self, flow: Flow) -> bool:
        kinds = self.graph.design.components
        kind = kinds[flow.target].kind
        return kind in kinds_with(Role.ALTERNATES) and any(
            kinds[other.target].kind == kind and other.target != flow.target
            for other in self.graph.outgoing[flow.source]
            if other.mode is Mode.CALL
            and waits(other)
            and other.carries == flow.carries
            and not (other.target in flow.after or flow.target in other.after)
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
        is_told = flow.carries not in ("request", None)
        return is_told and flow.source in self.graph.askers


def _missed(reader: Component) -> float:
    """Return the part of its reads that `reader` surely does not answer itself."""
    if reader.kind != "cache":
        return 1.0
    hits = reader.quantity("hit-ratio")
    return 1 - hits.high if hits else 0.0
