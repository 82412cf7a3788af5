"""Many models of one shape: what they weigh together, loaded and kept."""

from collections.abc import Iterator

from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import Result, called
from designkit.estimates.model_inputs import kept_in
from designkit.estimates.topic import EstimateInputs
from designkit.quantities.measure import BYTES


def many_models(sheet: EstimateInputs) -> Iterator[Result]:
    """Give what all models of one shape weigh, where their number is stated."""
    for id, model in sheet.design.models.items():
        if model.count and model.size:
            yield (loaded := _loaded(sheet, id))
            for registry in sheet.facts.of_kind("model-registry"):
                yield from kept_in(sheet, registry, id, called(loaded, "all of them"))


def _loaded(sheet: EstimateInputs, id: str) -> Result:
    name = sheet.design.models[id].name or id
    return compute(
        FigureEntry(
            f"model.{id}.memory-of-all",
            f"{name}: memory for all of them",
            BYTES,
            note="On one replica that serves them all; less where each serves a part.",
        ),
        "{size} * {count}",
        lambda size, count: size * count,
        size=sheet.stated("models", id, "size"),
        count=sheet.stated("models", id, "count"),
    )
