"""Solvers: what bounds the time that one plan may take, and how long it has to last."""

from collections.abc import Iterator
from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.model.component import Component
from designkit.quantities.quantity import Quantity

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class TimeForPlan:
    """A time in which a plan has to be there, where it is stated, and for whom."""

    path: Path
    time: Quantity
    words: str


def times_for_plan(facts: Facts, solver: Component) -> Iterator[TimeForPlan]:
    """Give what bounds one solve: who waits for it, then the start of the next."""
    at = ("components", solver.id)
    waits = False
    for number, flow in enumerate(facts.design.flows):
        if flow.target == solver.id and flow.mode.is_synchronous and not flow.answer:
            waits = True
            if flow.timeout:
                yield TimeForPlan(
                    ("flows", number), flow.timeout, f"{flow.source} waits for"
                )
    if waits and solver.timeout:
        yield TimeForPlan((*at, "timeout"), solver.timeout, "its callers wait for")
    objectives = facts.design.objectives
    promised = objectives.latency if objectives else None
    if solver.id in facts.graph.in_request and promised and promised.p99:
        path = ("objectives", "latency", "p99")
        yield TimeForPlan(path, promised.p99, "a request may take")
    if interval := solver.quantity("interval"):
        yield TimeForPlan((*at, "interval"), interval, "the next plan starts after")
