"""Gateways of language models: how many calls are asked a second time."""

from collections.abc import Iterator

from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import Result
from designkit.estimates.formulas.latency import Lognormal
from designkit.estimates.language import models_of
from designkit.estimates.topic import Chapter, EstimateInputs, topic
from designkit.model.component import Component
from designkit.quantities.measure import FRACTION

TWICE = (
    "Each is paid twice and counts twice against the limits. By the time to the first "
    "token, as a lognormal through its p50 and p99."
)


@topic(48, "Gateways of language models", Chapter.LOAD)
def gateways(sheet: EstimateInputs) -> Iterator[Result]:
    """Give what a second model is asked as well, where a wait for it is stated."""
    for door in sheet.facts.of_kind("llm-gateway"):
        models = [m for m in models_of(sheet) if _asks(sheet, door, m)]
        if door.quantity("hedge") and models:
            yield _hedged(sheet, door, models[0])


def _asks(sheet: EstimateInputs, door: Component, model: Component) -> bool:
    flows = sheet.graph.outgoing[door.id]
    return any(f.target == model.id and f.carries == "prompt" for f in flows)


def _hedged(sheet: EstimateInputs, door: Component, model: Component) -> Result:
    at = ("components", model.id, "first-token")
    return compute(
        FigureEntry(
            f"gateways.{door.id}.hedged",
            f"{door.title}: calls that a second model is asked as well",
            FRACTION,
            note=TWICE,
            about=door.id,
        ),
        "P(first token > {hedge}), lognormal through {p50} and {p99}",
        lambda hedge, p50, p99: Lognormal.fitted(p50, p99).tail(hedge),
        hedge=sheet.stated("components", door.id, "hedge"),
        p50=sheet.stated(*at, "p50", label=f"{model.id} p50"),
        p99=sheet.stated(*at, "p99", label=f"{model.id} p99"),
    )
