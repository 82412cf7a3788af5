"""The way of a request to the first token of its answer, hop by hop."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.estimates.choosing import at_high_end
from designkit.estimates.compute import FigureEntry
from designkit.estimates.figure import Along, Criterion, FigureInput, Lack, Result, Term
from designkit.estimates.language import MODELS
from designkit.estimates.slowest_past import leads_past
from designkit.estimates.slowest_way import on_slowest, total
from designkit.estimates.topic import EstimateInputs
from designkit.model.component import Component, Flow
from designkit.model.critical_path import CriticalPath
from designkit.model.design import Design
from designkit.model.graph import Graph
from designkit.model.problem import Percentiles
from designkit.quantities.measure import LATENCY
from designkit.quantities.quantity import Quantity

NO_STREAM = Lack("", "no model that streams is on the critical path")

RARE = 0.01
"""Calls in a request below which a model makes no p99."""


def until_first_token(design: Design) -> Design:
    """Return `design` with models that take as long as to their first token."""
    parts = {id: _first_token(part) for id, part in design.components.items()}
    return design.model_copy(update={"components": parts})


def way_of(design: Design) -> tuple[str, ...]:
    """Return the components that the first token waits for, one after another."""
    path = _first_token_path(design)
    return path.components if path else ()


def _first_token_path(design: Design) -> CriticalPath | None:
    """Return the slowest way to the first token, if a model is on it."""
    parts = design.components
    if not any(part.kind in MODELS for part in parts.values()):
        return None
    path = Graph(until_first_token(design)).critical_path
    return path if any(parts[id].kind in MODELS for id in path.components) else None


@dataclass(frozen=True, slots=True)
class AwaitedAnswer:
    """What people wait for: an answer, or its first token where it is streamed.

    `path` is the slowest way to it, `promised` the p99 that is promised of it, and
    `parts` are the components, models with the time to their first token.
    """

    path: CriticalPath
    promised: Quantity | None
    parts: Mapping[str, Component]
    is_streamed: bool


def awaited_answer(design: Design) -> AwaitedAnswer:
    """Return what people wait for: a first token, if of the whole nothing is said."""
    objectives = design.objectives
    whole = objectives.latency if objectives else None
    first = None if whole else _first_token_path(design)
    if first is None:
        path, promised = Graph(design).critical_path, whole.p99 if whole else None
        return AwaitedAnswer(path, promised, design.components, is_streamed=False)
    limit = objectives.first_token if objectives else None
    parts = until_first_token(design).components
    return AwaitedAnswer(first, limit.p99 if limit else None, parts, is_streamed=True)


def may_be_rare(facts: Facts) -> bool:
    """Whether a model on the way may be asked by less than one request in a hundred.

    It is one of several, and its part is not stated or below: then it makes no p99.
    """
    way = way_of(facts.design)
    asking = [f for f in facts.graph.synchronous if f.target in way]
    return any(_is_rare(facts, flow) for flow in asking)


def _is_rare(facts: Facts, flow: Flow) -> bool:
    parts = facts.design.components
    if parts[flow.target].kind not in MODELS:
        return False
    if flow.calls_per_request:
        return flow.calls_per_request.low < RARE
    return any(
        other.target != flow.target and parts[other.target].kind in MODELS
        for other in facts.graph.outgoing[flow.source]
        if other.carries == flow.carries
    )


def _first_token(part: Component) -> Component:
    first = part.attributes.get("first-token")
    if not isinstance(first, Percentiles):
        return part
    return part.model_copy(update={"latency": first})


def to_first_token(
    sheet: EstimateInputs,
    hops: Callable[[str], Mapping[str, Term]],
    piece: str,
) -> Along:
    """Return how figures are made of the hops of the slowest way to the first token.

    A client takes no time of ours, unless it states one.
    """
    parts = sheet.design.components
    return Along(
        hops=of_ours(sheet, hops),
        time=lambda id: time_of(sheet, id, "p99"),
        steps=lambda: Graph(until_first_token(sheet.design)).path_steps,
        none=lambda: {"none": NO_STREAM},
        piece=piece,
        over=tuple(id for id, part in parts.items() if part.kind in MODELS),
    )


def of_ours(
    sheet: EstimateInputs, hops: Callable[[str], Mapping[str, Term]]
) -> Callable[[str], Mapping[str, Term]]:
    """Return the terms of hops, but none of a client that states no time of its own."""
    parts = sheet.design.components

    def of_hop(id: str) -> Mapping[str, Term]:
        is_ours = id not in sheet.graph.askers or parts[id].latency
        return hops(id) if is_ours else {}

    return of_hop


def high_p99(time: FigureInput | Lack) -> dict[str, Term]:
    """Return a p99 with its high end, nothing where none is stated."""
    return {"p99": at_high_end(time)} if isinstance(time, FigureInput) else {}


def past_models(sheet: EstimateInputs) -> Criterion | None:
    """Return whether the first token comes without a model, where that may change.

    Nothing where there is no model, or where the time of the whole is promised.
    """
    design, parts = sheet.design, sheet.design.components
    models = [id for id, part in parts.items() if part.kind in MODELS]
    if not models or (design.objectives and design.objectives.latency):
        return None
    steps = Graph(until_first_token(design)).path_steps
    if not steps.ends:
        return None
    return leads_past(steps, lambda id: time_of(sheet, id, "p99"), models)


def time_of(
    sheet: EstimateInputs, id: str, percentile: str, label: str = ""
) -> FigureInput | Lack:
    """Return a percentile of the time of a hop, of a model that to its first token."""
    key = _key(sheet.design.components[id])
    return sheet.stated("components", id, key, percentile, label=label or id)


def _key(part: Component) -> str:
    return "first-token" if "first-token" in part.attributes else "latency"


def budget_of(sheet: EstimateInputs, note: str) -> Result:
    """Return the sum of the p99s on the way; a part that states none counts not."""
    way = way_of(sheet.design)
    along = to_first_token(
        sheet, lambda id: high_p99(time_of(sheet, id, "p99")), "{p99}"
    )
    if not any(map(along.hops, way)):  # then it is told what is not stated
        along = to_first_token(
            sheet, lambda id: {"p99": time_of(sheet, id, "p99")}, "{p99}"
        )
    title = "Sum of the p99s to the first token"
    entry = FigureEntry("answers.first-token", title, LATENCY, note)
    return on_slowest(entry, way, along, total)
