"""Where data comes from and where it goes: through whatever only carries it on.

Data pass logs, stores, jobs and services on their way to where they matter, so that who
asks about them asks about ways, not about neighbours. What goes into a component comes
out of it again, as long as the data type of a flow can carry it and the component does
not make something new of it.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter

from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.model.component import Flow, Mode
from designkit.model.graph import Graph
from designkit.model.unknown import UnknownError, chosen, closure


@dataclass(frozen=True, slots=True)
class Trail:
    """What is followed: the data types that can carry it; all, where none is named.

    It ends at components of the kinds in `ends_at`: nothing that goes into one of them
    is in what comes out. Where it is `unsaid`, a flow that does not say what it carries
    may carry it, as has to be granted before something is called missing.
    """

    types: tuple[str, ...] = ()
    ends_at: tuple[str, ...] = ()
    unsaid: bool = False

    def may_take(self, flow: Flow) -> bool:
        """Whether what is followed may move along `flow`."""
        if flow.carries is None and self.types:
            return self.unsaid and flow.mode is not Mode.CONTROL
        return not self.types or flow.carries in self.types


VECTORS = Trail(
    ("embedding", "index", "feature-values", "feature-table"),
    ends_at=kinds_with(Role.COMPUTES),
)
"""Vectors, from the encoder that makes them to where they are compared or read."""


@dataclass(frozen=True)
class Lineage:
    """The ways of data through the graph of a design."""

    graph: Graph

    def behind(self, ids: Collection[str], trail: Trail) -> frozenset[str]:
        """Return what brings `ids` what is followed, back to where it is made."""
        try:
            return self._walked(ids, trail, self.graph.incoming, attrgetter("source"))
        except UnknownError:
            return self._surely(ids, trail, attrgetter("target"), attrgetter("source"))

    def ahead(self, ids: Collection[str], trail: Trail) -> frozenset[str]:
        """Return what gets from `ids` what is followed, on to where it ends."""
        try:
            return self._walked(ids, trail, self.graph.outgoing, attrgetter("target"))
        except UnknownError:
            return self._surely(ids, trail, attrgetter("source"), attrgetter("target"))

    def givers(
        self, starts: Iterable[str], trail: Trail, closed: Collection[str]
    ) -> Mapping[str, str]:
        """Return what gets it from `starts` past none of `closed`, each with its start.

        Whoever gets it from several has it from the first.
        """
        found: dict[str, str] = {}
        for start in starts:
            waiting = [start]
            while waiting:
                flows = filter(trail.may_take, self.graph.outgoing[waiting.pop()])
                ends = {flow.target for flow in flows} - found.keys() - {*closed}
                found |= dict.fromkeys(ends, start)
                waiting += [id for id in ends if not self._ends(id, trail)]
        return found

    def brought_by(self, flow: Flow, trail: Trail) -> frozenset[str]:
        """Return the source of `flow` with what brings it what is followed."""
        before = () if self._ends(flow.source, trail) else (flow.source,)
        return self.behind(before, trail) | {flow.source}

    def origins(self, flow: Flow, trail: Trail) -> frozenset[str]:
        """Return where what `flow` brings begins: made there, or given by nobody."""
        return frozenset(
            id
            for id in self.brought_by(flow, trail)
            if self._ends(id, trail)
            or not any(map(trail.may_take, self.graph.incoming[id]))
        )

    def _walked(
        self,
        starts: Collection[str],
        trail: Trail,
        flows: Mapping[str, tuple[Flow, ...]],
        end_of: Callable[[Flow], str],
    ) -> frozenset[str]:
        found: set[str] = set()
        waiting = list(starts)
        while waiting:
            ends = {end_of(f) for f in flows[waiting.pop()] if trail.may_take(f)}
            waiting += [id for id in ends - found if not self._ends(id, trail)]
            found |= ends
        return frozenset(found)

    def _surely(
        self,
        starts: Collection[str],
        trail: Trail,
        here: Callable[[Flow], str],
        there: Callable[[Flow], str],
    ) -> frozenset[str]:
        """Return what is surely reached; an open set if there may be more."""
        ways = chosen(
            self.graph.design.flows,
            lambda flow: (
                trail.may_take(flow)
                and (here(flow) in starts or not self._ends(here(flow), trail))
            ),
        )
        return closure(starts, ways, here, there)

    def _ends(self, id: str, trail: Trail) -> bool:
        return self.graph.design.components[id].kind in trail.ends_at
