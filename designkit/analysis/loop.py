"""The loop of learning: how what was predicted becomes what the next model learns.

It leads from what runs a model over a log of its predictions to what joins outcomes to
them, or over people who judge, and on to examples, training and back to the model.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

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
        for model in facts.design.models.values()
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
        """Return the shortest way from `start` over `stops` and back, if there is one.

        Where a way is, is the component and how many of the stops are behind it.
        """
        goals = (*stops, frozenset({start}))
        ways: dict[tuple[str, int], Loop] = {(start, 0): (start,)}
        waiting = [(start, 0)]
        for id, passed in waiting:
            for target in self.onward.get(id, ()):
                place = target, passed + (target in goals[passed])
                if place not in ways:
                    ways[place] = (*ways[id, passed], target)
                    waiting.append(place)
                if place[1] == len(goals):
                    return ways[place]
        return ()
