"""The request path of a design as a simulation follows it: who calls, who is read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from graphlib import TopologicalSorter
from itertools import chain

from designkit.analysis.stopping import Stopping, usually
from designkit.model.component import Flow, Mode
from designkit.model.critical_path import answering
from designkit.model.graph import Graph
from designkit.model.waiting import Step, Waiting, waits


@dataclass(frozen=True)
class RequestPath:
    """What a request calls and reads when all goes well, and how often.

    It is what the critical path is sought in, without fallbacks and what only they
    call. Of a range the middle counts.
    """

    graph: Graph

    @cached_property
    def calls(self) -> Mapping[str, tuple[Flow, ...]]:
        """The calls that arrive at each component of the path, clients among them."""
        flows = [f for f in self.graph.synchronous if self._is_normal(f, Mode.CALL)]
        reached = self.graph.reachable(self.graph.askers, flows)
        return {
            id: tuple(f for f in self._arriving(id, Mode.CALL) if f.source in reached)
            for id in self.graph.design.components
            if id in reached
        }

    @cached_property
    def lookups(self) -> Mapping[str, tuple[Flow, ...]]:
        """What each component of the path reads."""
        return {id: tuple(self._arriving(id, Mode.LOOKUP)) for id in self.calls}

    def _arriving(self, id: str, mode: Mode) -> Iterator[Flow]:
        return (f for f in self.graph.incoming[id] if self._is_normal(f, mode))

    def _is_normal(self, flow: Flow, mode: Mode) -> bool:
        """Whether `flow` is one of its `mode` that no fallback takes part in."""
        kinds = {self.graph.design.components[id].kind for id in flow.ends}
        return waits(flow) and flow.mode is mode and "fallback" not in kinds

    @cached_property
    def onward(self) -> Mapping[str, tuple[Flow, ...]]:
        """The calls that leave each component of the path."""
        found: dict[str, list[Flow]] = {id: [] for id in self.calls}
        for flow in chain.from_iterable(self.calls.values()):
            found[flow.source].append(flow)
        return {id: tuple(flows) for id, flows in found.items()}

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The components of the path, each after its callers."""
        before = {
            id: [*(f.source for f in flows), *self.awaited[id]]
            for id, flows in self.calls.items()
        }
        return tuple(TopologicalSorter(before).static_order())

    @cached_property
    def awaited(self) -> Mapping[str, tuple[str, ...]]:
        """What each component waits for before it is called, beside its callers."""
        before = self.waiting.before
        return {
            id: tuple(
                step.component
                for step in before.get(Step(id), ())
                if not step.reader and step.component not in {f.source for f in flows}
            )
            for id, flows in self.calls.items()
        }

    @cached_property
    def waiting(self) -> Waiting:
        """What of the path waits for what."""
        flows = [*self.calls.values(), *self.lookups.values()]
        return Waiting(tuple(chain.from_iterable(flows)))

    @cached_property
    def answering(self) -> frozenset[str]:
        """What a client waits for before it has its answer; all, when nothing says."""
        steps = answering(self.graph.design, self.graph.waiting.flows)
        ids = {step.component for step in steps if not step.reader}
        return frozenset(ids & self.calls.keys() or self.calls)

    @cached_property
    def often(self) -> Mapping[str, float]:
        """Calls of each component in a request on average; several inputs are one."""
        found: dict[str, float] = {}
        for id in self.order:
            calls = [
                self._count(f, min(found[f.source], 1.0) * self._stopping.onward(f))
                for f in self.calls[id]
            ]
            found[id] = max(calls, default=1.0)
        return found

    def times(self, call: Flow) -> float:
        """Return how often `call` is made in a request that reaches its source."""
        reached = min(self.often[call.source], 1.0)
        passed = reached * self._stopping.onward(call)
        return self._count(call, passed) / reached if reached else 0.0

    def reads(self, lookup: Flow) -> float:
        """Return how often `lookup` is made in one call of its reader.

        A cache reads only what it does not hold.
        """
        calls = self.often[lookup.target]
        reads = self._count(lookup, calls) / calls if calls else 0.0
        reader = self.graph.design.components[lookup.target]
        hits = reader.quantity("hit-ratio") if reader.kind == "cache" else None
        return reads * min(max(1 - hits.value, 0.0), 1.0) if hits else reads

    def _count(self, flow: Flow, unstated: float) -> float:
        """Return the calls by `flow` in one request of all that set out."""
        stated = flow.calls_per_request
        return stated.value * self._stopping.along(flow) if stated else unstated

    @cached_property
    def _stopping(self) -> Stopping:
        return usually(self.graph)
