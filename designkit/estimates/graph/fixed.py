"""Numbers that a page cannot move, since they decide what figures are made of."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from designkit.analysis.deadlines import Chains, clock_of
from designkit.analysis.facts import Facts
from designkit.analysis.freshness import WAITS, Ways
from designkit.analysis.pauses import WORKS
from designkit.estimates.language import ASKS, MODELS
from designkit.model.component import Component, Mode
from designkit.quantities.quantity import Quantity

SPLIT = "the shares of a split add up to a whole, and decide which arm is the smallest"
ARMS = "how many arms there are decides how many comparisons share the level"
STEPS = "it decides which environments a release passes before everybody"
SEVERAL = "it decides which of several calls of a language model counts"
SLOWEST = "it decides which way data takes longest on"
CLOCK = "jobs that start by the clock wait for each other as long as it says"

TIMES = (*WAITS, "ttl", *WORKS)
"""What a step of a way of data states about time."""

FAR = 1e4
"""How much longer a time is taken to be, to see whether another way is slower then."""

Forms = Mapping[str, tuple[str, ...]]
"""Ways of data, by what they lead to: the components that are passed."""


def fixed_numbers(facts: Facts) -> Mapping[str, str]:
    """Return the paths of numbers that cannot be moved, each with the reason."""
    found = dict.fromkeys(_of_ways(facts), SLOWEST)
    found |= dict.fromkeys(_by_the_clock(facts), CLOCK)
    found |= dict(_of_experiment(facts))
    found |= dict.fromkeys(_of_exits(facts), SEVERAL)
    for id, part in facts.design.components.items():
        for name in part.environments:
            found[f"components.{id}.environments.{name}.share"] = STEPS
    return found


def _of_experiment(facts: Facts) -> Iterator[tuple[str, str]]:
    plan = facts.design.experiment
    if plan and plan.split:
        yield from ((f"experiment.split.{arm}", SPLIT) for arm in plan.split)
    if plan and (plan.split or plan.multiplicity):
        yield "experiment.arms", SPLIT if plan.split else ARMS


def _of_exits(facts: Facts) -> Iterator[str]:
    """Give the exits of a design in which several flows ask one language model."""
    asking = Counter(
        flow.target
        for flow in facts.design.flows
        if flow.mode is Mode.CALL and flow.carries in ASKS
    )
    if any(asking[model.id] > 1 for model in facts.of_kind(*MODELS)):
        for id, part in facts.design.components.items():
            if part.stops:
                yield f"components.{id}.stops"


def _by_the_clock(facts: Facts) -> Iterator[str]:
    """Give the times on ways of features with two starts by the clock."""
    for name, way in forms_of(facts).items():
        parts = [facts.design.components[id] for id in way]
        starts = [part for part in parts if clock_of(part, "at") is not None]
        if name.startswith("features.") and len(starts) > 1:
            yield from (path for part in parts for path in _times(part))


def _of_ways(facts: Facts) -> Iterator[str]:
    """Give the times on ways that are not the slowest with all other times.

    What lies on all of the ways that were found decides nothing.
    """
    now = forms_of(facts)
    seen = {name: {frozenset(way)} for name, way in now.items()}
    for other in _others(facts, now):
        for name, way in other.items():
            seen[name].add(frozenset(way))
    for ways in seen.values():
        for id in sorted(frozenset.union(*ways) - frozenset.intersection(*ways)):
            yield from _times(facts.design.components[id])


def forms_of(facts: Facts) -> Forms:
    """Return the ways on which features age most, and jobs have the least room."""
    ways, chains, found = Ways(facts.graph), Chains(facts), dict[str, tuple[str, ...]]()
    for id, feature in facts.design.features.items():
        found[f"features.{id}"] = ways.way(feature)
    for id, part in facts.design.components.items():
        if (by := clock_of(part, "by")) is not None:
            chain = chains.to(part, by)
            works = chain.works if chain else ()
            found[f"components.{id}"] = tuple(work.part.id for work in works)
    return found


def _others(facts: Facts, now: Forms) -> Iterator[Forms]:
    """Give the ways with other times: those of one way short and of the rest long.

    Only if that changes one, the time of each component is changed by itself as well.
    """
    groups = {frozenset(way) for way in now.values() if way}
    found = [forms_of(it) for group in groups for it in _extremes(facts, group)]
    yield from found
    if any(other != now for other in found):
        for id, part in facts.design.components.items():
            if any(_times(part)):
                yield from map(forms_of, _extremes(facts, {id}))


def _extremes(facts: Facts, ids: Iterable[str]) -> Iterator[Facts]:
    """Give a design in which data stays much longer in all but `ids`, and the other."""
    inside = frozenset(ids)
    yield _scaled(facts, lambda id: 1.0 if id in inside else FAR)
    yield _scaled(facts, lambda id: FAR if id in inside else 1.0)


def _scaled(facts: Facts, factor: Callable[[str], float]) -> Facts:
    parts = facts.design.components.items()
    other = {id: _with_times(part, factor(id)) for id, part in parts}
    return Facts(facts.design.model_copy(update={"components": other}))


def _with_times(part: Component, factor: float) -> Component:
    times = {
        name: replace(it, low=it.low * factor, high=it.high * factor)
        for name in TIMES
        if isinstance(it := part.attributes.get(name), Quantity)
    }
    return part.model_copy(update={"attributes": {**part.attributes, **times}})


def _times(part: Component) -> Iterator[str]:
    for name in TIMES:
        if part.quantity(name):
            yield f"components.{part.id}.{name}"
