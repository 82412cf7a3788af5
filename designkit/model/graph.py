"""The graph of a design: who reaches whom, who waits for whom, what goes in circles."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from designkit.model.askers import askers
from designkit.model.component import Flow
from designkit.model.critical_path import (
    CriticalPath,
    PathSteps,
    critical_path,
    path_steps,
)
from designkit.model.cycles import cycles_of
from designkit.model.design import Design
from designkit.model.unknown import chosen, closure, grouped, known, mapped
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
        return grouped(self.design.flows, end, known(self.design.components))

    @cached_property
    def synchronous(self) -> tuple[Flow, ...]:
        """Calls and lookups, without the replies."""
        return chosen(self.design.flows, waits)

    def reachable(
        self,
        starts: Collection[str],
        flows: Collection[Flow] | None = None,
        *,
        backwards: bool = False,
    ) -> frozenset[str]:
        """Return what `starts` reach over `flows` (all of them by default)."""
        over = self.design.flows if flows is None else flows
        here, there = ("target", "source") if backwards else ("source", "target")
        reached = closure(starts, over, attrgetter(here), attrgetter(there))
        return reached | frozenset(known(starts))

    def reachable_by(self, starts: Collection[str], *types: str) -> frozenset[str]:
        """Return what `starts` reach over flows that carry one of `types`."""
        carriers = chosen(self.design.flows, lambda flow: flow.carries in types)
        return self.reachable(starts, carriers)

    @cached_property
    def with_models_of_others(self) -> frozenset[str]:
        """The components whose models, or those they hand on, are all made elsewhere.

        Such a model comes from no trainer here, and one that is rented does not come at
        all.
        """
        ours, theirs = set[str](), set[str]()
        for id, model in self.design.models.items():
            denied = self.design.is_denied_training(id)
            (theirs if denied else ours).update(model.served_by)
        carriers = chosen(self.design.flows, lambda flow: flow.carries == "model")
        lead_to = [
            self.reachable(ids, carriers, backwards=True) for ids in (theirs, ours)
        ]
        return frozenset(lead_to[0] - lead_to[1])

    @cached_property
    def in_request(self) -> frozenset[str]:
        """The components that a request waits for, whoever sends it included."""
        called = self.reachable(self.askers, self._calls)
        readers = chosen(
            self.synchronous,
            lambda flow: flow.source not in called and flow.target in called,
        )
        return called | mapped(readers, lambda flow: flow.source)

    @cached_property
    def askers(self) -> frozenset[str]:
        """Whoever sends the requests: clients, else devices and people that call."""
        return mapped(askers(self.design), lambda asker: asker.id)

    @cached_property
    def _calls(self) -> tuple[Flow, ...]:
        return chosen(self.synchronous, lambda flow: flow.mode == "call")

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

    @property
    def path_steps(self) -> PathSteps:
        """The steps of a request, of which those that take longest are critical."""
        return path_steps(self.design, self.waiting.flows)

    @cached_property
    def waiting(self) -> Waiting:
        """What a request waits for, step by step."""
        flows = (f for f in self.synchronous if self.in_request.issuperset(f.ends))
        return Waiting(tuple(flows))
