"""Calls of a rented model for which nobody waits."""

from designkit.analysis.facts import Facts
from designkit.analysis.roles import has_role
from designkit.catalog.kind import Plane
from designkit.catalog.role import Role
from designkit.model.component import Component, Flow, Mode
from designkit.quantities.durations import DAY

QUESTIONS = ("prompt", "request", "passages")
"""What a model is asked with."""


def window_of(model: Component) -> float:
    """Return the seconds within which a batch is answered: stated, else a day."""
    stated = model.quantity("batch-window")
    return stated.high if stated else DAY


def batch_askers(facts: Facts, model: Component) -> tuple[Component, ...]:
    """Return the jobs that ask `model`, if only jobs do and no request waits for it."""
    if model.id in facts.graph.in_request:
        return ()
    flows = _questions(facts, model.id, set())
    parts = facts.design.components
    askers = tuple(parts[id] for id in dict.fromkeys(f.source for f in flows))
    is_batch = all(f.mode is Mode.BATCH or _is_job(facts, f.source) for f in flows)
    return askers if is_batch else ()


def _questions(facts: Facts, id: str, seen: set[str]) -> list[Flow]:
    """Return the flows that ask `id`, from behind what only passes them on."""
    seen.add(id)
    found = list[Flow]()
    for flow in facts.flows_to(id, *QUESTIONS):
        passes_on = has_role(facts.design.components[flow.source], Role.PASSES_ON)
        if not passes_on:
            found.append(flow)
        elif flow.source not in seen:
            found += _questions(facts, flow.source, seen)
    return found


def _is_job(facts: Facts, id: str) -> bool:
    return facts.kind_of(id).plane is Plane.OFFLINE
