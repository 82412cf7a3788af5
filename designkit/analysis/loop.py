"""The loop of learning: how what was predicted becomes what the next model learns.

It leads from what runs a model over a log of its predictions to what joins outcomes to
them, or over people who judge, and on to examples, training and back to the model.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter

from designkit.analysis.facts import EVIDENCE, Facts
from designkit.catalog.role import Role
from designkit.model.component import Component

LEARNT = (*EVIDENCE, "model", "index")
"""The data types over which a model learns from what it did."""

Loop = tuple[str, ...]
"""Components one after the other, the first again at the end; none if it is open."""


def logs_of_predictions(facts: Facts) -> tuple[Component, ...]:
    """Return what keeps predictions: logs of them, and others that are sent some."""
    others = (
        part
        for part in facts.with_role(Role.KEEPS_PREDICTIONS)
        if facts.flows_to(part.id, "prediction")
    )
    return (*facts.of_kind("prediction-log"), *others)


def loop_of(facts: Facts, among: Collection[str] = ()) -> Loop:
    """Return the shortest way round; the shortest `among` some, if one leads there."""
    return _shortest_round(facts, among) or _shortest_round(facts, ())


@dataclass(frozen=True, slots=True)
class LoopGap:
    """Where an open loop ends: from `before` nothing leads to any of `after`.

    There are `passed` stations before it.
    """

    before: str
    after: tuple[str, ...]
    passed: int


def gap_of(facts: Facts) -> LoopGap | None:
    """Return where the loop that comes furthest ends; none if one is closed."""
    if loop_of(facts):
        return None
    ways = _Ways(_onward(facts, ()))
    gaps = (
        ways.gap(server, stops)
        for server, trainers in _learners(facts)
        for stops in _stops(facts, trainers)
    )
    return max(filter(None, gaps), key=_telling, default=None)


def _telling(gap: LoopGap) -> tuple[bool, int]:
    """Put a gap before another where something stands behind it, or that is later."""
    return bool(gap.after), gap.passed


def _shortest_round(facts: Facts, among: Collection[str]) -> Loop:
    ways = _Ways(_onward(facts, among))
    rounds = (
        ways.round(server, stops)
        for server, trainers in _learners(facts)
        for stops in _stops(facts, trainers)
    )
    return min(filter(None, rounds), key=len, default=())


def _onward(facts: Facts, among: Collection[str]) -> Mapping[str, list[str]]:
    onward: dict[str, list[str]] = {}
    for flow in facts.design.flows:
        is_asked = not among or {*flow.ends} <= {*among}
        if is_asked and (flow.carries is None or flow.carries in LEARNT):
            onward.setdefault(flow.source, []).append(flow.target)
    return onward


def _learners(facts: Facts) -> Iterator[tuple[str, frozenset[str]]]:
    """Give each server of a model with the trainers that make it."""
    every = frozenset(component.id for component in facts.of_kind("trainer"))
    stated = [
        (server, frozenset({model.trained_by}) if model.trained_by else every)
        for id, model in facts.design.models.items()
        if id not in facts.design.off_the_shelf
        for server in model.served_by
    ]
    yield from stated or ((component.id, every) for component in facts.serving)


def _stops(
    facts: Facts, trainers: frozenset[str]
) -> Iterator[tuple[frozenset[str], ...]]:
    """Give the stations that a way round has to pass, for labels of either sort."""
    judges = [p for p in facts.with_role(Role.LOOP_LABELS) if p.kind != "label-joiner"]
    joined = (logs_of_predictions(facts), facts.of_kind("label-joiner"))
    released = facts.of_kind("model-registry")
    for labelled in (joined, (judges,)):
        learnt = (*labelled, facts.of_kind("dataset-builder"))
        stops = tuple(map(_ids, learnt))
        yield (*stops, trainers, *((_ids(released),) if released else ()))


def _ids(parts: Iterable[Component]) -> frozenset[str]:
    return frozenset(part.id for part in parts)


@dataclass(frozen=True)
class _Ways:
    """Who comes after whom, and the shortest ways there."""

    onward: Mapping[str, list[str]]

    def round(self, start: str, stops: tuple[frozenset[str], ...]) -> Loop:
        """Return the shortest way from `start` over `stops` and back, if any."""
        way, left = self._along(start, stops)
        return () if left else way

    def gap(self, start: str, stops: tuple[frozenset[str], ...]) -> LoopGap | None:
        """Return where the way from `start` over `stops` and back ends, if it does."""
        way, left = self._along(start, stops)
        if not left:
            return None
        return LoopGap(way[-1], tuple(sorted(left[0])), len(stops) + 1 - len(left))

    def _along(
        self, start: str, stops: tuple[frozenset[str], ...]
    ) -> tuple[Loop, tuple[frozenset[str], ...]]:
        """Return the shortest way from `start` as far as any goes, and what is left.

        Only its end comes back to `start`: what is learnt is not what a model gives.
        Where a way is, is the component and how many of the stops are behind it.
        """
        goals = (*stops, frozenset({start}))
        farthest = (start, 0)
        ways: dict[tuple[str, int], Loop] = {farthest: (start,)}
        waiting = [farthest]
        for id, passed in waiting:
            for target in self.onward.get(id, ()):
                place = target, passed + (target in goals[passed])
                is_back = place[1] == len(goals)
                if place in ways or (target == start and not is_back):
                    continue
                ways[place] = (*ways[id, passed], target)
                if is_back:
                    return ways[place], ()
                farthest = max(farthest, place, key=itemgetter(1))
                waiting.append(place)
        return ways[farthest], goals[farthest[1] :]
