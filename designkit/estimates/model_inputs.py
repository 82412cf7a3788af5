"""What models read and what is kept of them: features, versions."""

from collections.abc import Iterator

from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import FigureInput, Result, Term, counted
from designkit.estimates.topic import EstimateInputs
from designkit.model.component import Component
from designkit.model.design import Design
from designkit.model.learning import Feature
from designkit.quantities.measure import BYTES, COUNT

NOTE = "Families of features of this model; one without a count is one feature."


def age_prefixes(design: Design) -> dict[str, str]:
    """Return how the figures of age begin, by model: the first one needs no name."""
    trained = [id for id, model in design.models.items() if model.trained_by]
    return {id: f"model.{id}" if at else "model" for at, id in enumerate(trained)}


def model_inputs(sheet: EstimateInputs) -> Iterator[Result]:
    """Give how many features each model reads, where families say how many they are."""
    for id, model in sheet.design.models.items():
        families = dict(_read_by(sheet, id))
        if any(feature.count for feature in families.values()):
            name = model.name or id
            terms = _counts(sheet, families)
            yield compute(
                FigureEntry(f"model.{id}.features", f"{name}: features", COUNT, NOTE),
                " + ".join(f"{{{term}}}" for term in terms),
                lambda **counts: sum(counts.values()),
                **terms,
            )


def _read_by(sheet: EstimateInputs, model: str) -> Iterator[tuple[str, Feature]]:
    for id, feature in sheet.design.features.items():
        if not feature.used_by or model in feature.used_by:
            yield id, feature


def _counts(sheet: EstimateInputs, families: dict[str, Feature]) -> dict[str, Term]:
    return {
        f"family_{number}": sheet.stated("features", id, "count", label=id)
        if feature.count
        else counted(f"features.{id}.count", id, 1)
        for number, (id, feature) in enumerate(families.items())
    }


def kept_versions(sheet: EstimateInputs) -> Iterator[Result]:
    """Give what each registry keeps of a model that is stated to be one."""
    for registry in sheet.facts.of_kind("model-registry"):
        for id, model in sheet.design.models.items():
            if model.size and not model.count and model.trained_by:
                size = sheet.stated("models", id, "size")
                yield from kept_in(sheet, registry, id, size)


def kept_in(
    sheet: EstimateInputs, registry: Component, id: str, size: Term
) -> Iterator[Result]:
    """Give what a registry keeps of a model, if it says how many versions.

    `size` is what one version weighs, in bytes.
    """
    versions = sheet.stated("components", registry.id, "keep-versions")
    if isinstance(versions, FigureInput):
        yield compute(
            FigureEntry(
                f"model.{id}.kept-in-{registry.id}",
                f"{registry.title}: bytes of all versions of {id}",
                BYTES,
                about=registry.id,
            ),
            "{size} * {versions}",
            lambda size, versions: size * versions,
            size=size,
            versions=versions,
        )
