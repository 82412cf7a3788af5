"""The graph of a design: who reaches whom, who waits for whom, what goes in circles."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from designkit.model.component import Flow
from designkit.model.critical_path import CriticalPath, critical_path
from designkit.model.cycles import cycles_of
from designkit.model.design import Design
from designkit.model.waiting import Waiting, waits


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
        return tuple(flow for flow in self.design.flows if waits(flow))

    def reachable(
        self,
        starts: Iterable[str],
        flows: Iterable[Flow] | None = None,
        *,
        backwards: bool = False,
    ) -> frozenset[str]:
        """Return what `starts` reach over `flows` (all of them by default)."""
        onward: dict[str, list[str]] = {}
        for flow in self.design.flows if flows is None else flows:
            here, there = reversed(flow.ends) if backwards else flow.ends
            onward.setdefault(here, []).append(there)
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

    def runs_models_of_others(self, id: str) -> bool:
        """Whether all models of `id`, or of whom it hands some, are made elsewhere.

        Such a model comes from no trainer here, and one that is rented does not come at
        all.
        """
        servers = self.reachable_by((id,), "model")
        models = [
            model
            for model, known in self.design.models.items()
            if not servers.isdisjoint(known.served_by)
        ]
        made_here = {f"models.{model}.trained-by" for model in models}
        return bool(models) and made_here <= self.design.absent

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
        """Return one cycle among `flows` (synchronous by default) for each knot.

        A knot is a set of components that all reach each other. Its cycle is the
        shortest through its first component in the order of the alphabet.
        """
        return cycles_of(
            flow.ends for flow in (self.synchronous if flows is None else flows)
        )

    @cached_property
    def critical_path(self) -> CriticalPath:
        """The chain of calls and lookups that decides how long a request takes."""
        return critical_path(self.design, self.waiting.flows)

    @cached_property
    def waiting(self) -> Waiting:
        """What a request waits for, step by step."""
        flows = (f for f in self.synchronous if self.in_request.issuperset(f.ends))
        return Waiting(tuple(flows))
