"""What an answer needs: the parts of a request without which no answer comes.

Every part that a request waits for is needed, unless something answers without it: a
fallback, or a decision engine that says what it does without a score. Then only what
all of these ways have in common is needed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from designkit.model.component import Component, Flow, Mode
from designkit.model.graph import Graph


def needed_parts(graph: Graph) -> tuple[Component, ...]:
    """Return the parts that no answer does without, in the order of the file."""
    dependence = _Dependence(graph)
    ways = [dependence.way_of(escape) for escape in _escapes(graph)]
    ids = graph.in_request.intersection(*ways)
    parts = graph.design.components.values()
    return tuple(part for part in parts if part.id in ids - graph.askers)


def _escapes(graph: Graph) -> Iterator[Component]:
    """Give what still answers when something before it does not."""
    for component in graph.design.of_kind("fallback", "decision-engine"):
        answers = component.kind == "fallback" or component.texts("fail-mode")
        if answers and component.id in graph.in_request:
            yield component


@dataclass(frozen=True)
class _Dependence:
    """The calls and lookups of a design, and what lies on every chain of calls."""

    graph: Graph

    @cached_property
    def calls(self) -> tuple[Flow, ...]:
        return tuple(f for f in self.graph.synchronous if f.mode is Mode.CALL)

    @cached_property
    def lookups(self) -> tuple[Flow, ...]:
        return tuple(f for f in self.graph.synchronous if f.mode is Mode.LOOKUP)

    def way_of(self, escape: Component) -> frozenset[str]:
        """Return what an answer by `escape` needs, with what that reads.

        What calls a fallback is needed. A decision engine without a score, or whoever
        reads a fallback instead of it, needs only the gateways before: what makes the
        score is just what may be missing.
        """
        entry = self.entry(escape)
        before, onward = self.unavoidable(entry), self.onward(entry)
        if escape.kind != "fallback" or entry != escape.id:
            before &= {gateway.id for gateway in self.graph.design.of_kind("gateway")}
        own = {escape.id} if escape.kind == "fallback" else set[str]()
        way = (before | onward) - own
        return way | {f.source for f in self.lookups if f.target in way} - own

    def entry(self, escape: Component) -> str:
        """Return where a request turns to `escape`: there, or at who reads from it."""
        if any(flow.target == escape.id for flow in self.calls):
            return escape.id
        readers = (f.target for f in self.lookups if f.source == escape.id)
        return next(readers, escape.id)

    def onward(self, id: str) -> frozenset[str]:
        """Return `id` and what it calls before a client has its answer."""
        targets = {flow.target for flow in self.graph.outgoing[id]}
        if not targets.isdisjoint(self.graph.askers):
            return frozenset({id})
        return self.graph.reachable([id], self.calls)

    def unavoidable(self, goal: str) -> frozenset[str]:
        """Return what lies on every chain of calls from a client to `goal`."""
        chain = _chain(self.graph.askers, goal, self.calls)
        return frozenset(id for id in chain if not self._is_passed_by(goal, id))

    def _is_passed_by(self, goal: str, id: str) -> bool:
        """Whether calls reach `goal` without `id`."""
        others = [flow for flow in self.calls if id not in flow.ends]
        return goal in self.graph.reachable(self.graph.askers, others)


def _chain(starts: Iterable[str], goal: str, calls: Sequence[Flow]) -> tuple[str, ...]:
    """Return a shortest chain of calls from `starts` to `goal`, without its ends."""
    onward: dict[str, list[str]] = {}
    for flow in calls:
        onward.setdefault(flow.source, []).append(flow.target)
    came = dict.fromkeys(sorted(starts), "")
    waiting = list(came)
    for id in waiting:
        for target in onward.get(id, ()):
            if target not in came:
                came[target] = id
                waiting.append(target)
    return tuple(_back(came.get(goal, ""), came))


def _back(id: str, came: Mapping[str, str]) -> Iterator[str]:
    while came.get(id):
        yield id
        id = came[id]
