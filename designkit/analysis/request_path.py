"""The request path as rules see it: who is waited for, and who reads features live."""

from collections.abc import Iterable

from designkit.analysis.facts import Facts
from designkit.catalog.role import Role
from designkit.model.component import Component, Flow, Mode
from designkit.model.learning import Feature
from designkit.quantities.bounds import capped
from designkit.quantities.writing import shown_latency


def requests(facts: Facts) -> tuple[tuple[int, Flow], ...]:
    """Return the calls by which somebody asks, each with its number among the flows."""
    return tuple(
        (number, flow)
        for number, flow in enumerate(facts.design.flows)
        if flow.source in facts.graph.askers
        and flow.mode is Mode.CALL
        and flow.carries in ("request", None)
    )


def has_requests(facts: Facts) -> bool:
    """Whether somebody outside asks and waits."""
    return bool(requests(facts))


def awaited(facts: Facts) -> frozenset[str]:
    """Return all that a request waits for, to the end of every chain of lookups."""
    found = set(facts.graph.in_request)
    while more := {
        far for flow in facts.graph.synchronous for far in _far(flow, found)
    }:
        found |= more
    return frozenset(found)


def waiting(facts: Facts) -> frozenset[str]:
    """Return all that waits or is waited for, whoever asks included.

    Where nobody is said to ask, that is what calls, is called, or is read then.
    """
    return awaited(facts) if has_requests(facts) else _called(facts)


def _called(facts: Facts) -> frozenset[str]:
    """Return what calls, is called, or is read by one of these."""
    flows = facts.graph.synchronous
    called = {id for flow in flows if flow.mode is Mode.CALL for id in flow.ends}
    read = {flow.source for flow in flows if flow.target in called}
    return frozenset(called | read)


def _far(flow: Flow, found: set[str]) -> set[str]:
    """Return the end of `flow` that is waited for when the other one is."""
    near, far = flow.ends if flow.mode is Mode.CALL else reversed(flow.ends)
    return {far} - found if near in found else set()


def critical_steps(facts: Facts) -> tuple[Component, ...]:
    """Return the components of the critical path, in the order of a request."""
    path = facts.graph.critical_path.components
    return tuple(facts.design.components[id] for id in path)


def own_p99(step: Component) -> float:
    """Return the seconds that `step` itself takes at p99; none if it does not say."""
    p99 = step.time("p99")
    return p99.high if p99 else 0.0


def shown_steps(steps: Iterable[Component]) -> str:
    """Write the steps that take time, each with its p99: ``gate 6 ms → rank 15 ms``."""
    stated = ((step.id, own_p99(step)) for step in steps)
    return " → ".join(f"{id} {shown_latency(p99)}" for id, p99 in stated if p99)


def least_time(steps: Iterable[Component]) -> float:
    """Return the seconds that `steps` take at p99 one by one, by the low ends."""
    stated = (step.time("p99") for step in steps)
    return capped(sum(p99.low for p99 in stated if p99))


def summed_steps(steps: Iterable[Component]) -> str:
    """Write the steps that take time as a sum: ``gate 6 ms + rank 10 ms..15 ms``."""
    stated = ((step.id, step.time("p99")) for step in steps)
    return " + ".join(f"{id} {p99}" for id, p99 in stated if p99 and p99.high)


def live_models(facts: Facts) -> tuple[Component, ...]:
    """Return the components that score requests or events as they come."""
    return facts.with_role(Role.READS_LIVE)


def read_live(facts: Facts, feature: Feature) -> bool:
    """Whether a model that reads `feature` scores requests or events as they come.

    A model that does not say where it runs may run anywhere.
    """
    live = {component.id for component in live_models(facts)}
    models = [facts.design.models[id] for id in feature.used_by]
    places = [model.served_by for model in models or facts.design.models.values()]
    return any(not ids or not live.isdisjoint(ids) for ids in places or [()])
