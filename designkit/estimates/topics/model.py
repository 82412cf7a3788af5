"""Models: how old they get and what they have learnt is, what they read and weigh."""

from collections.abc import Iterable, Iterator

from designkit.analysis.environments import before_everybody
from designkit.analysis.renewal import Time, renewal_of
from designkit.estimates.choosing import following
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import FigureInput, Result, Term, called, stated
from designkit.estimates.many import many_models
from designkit.estimates.model_inputs import (
    age_prefixes,
    kept_versions,
    model_inputs,
)
from designkit.estimates.slowest_way import total
from designkit.estimates.topic import Chapter, EstimateInputs, topic
from designkit.model.component import Component
from designkit.quantities.bounds import capped
from designkit.quantities.measure import DURATION

LEARNT = (
    "From the youngest example that a model has learnt to the day the next one "
    "replaces it. A run that fails adds another interval."
)
TRAINED = "From the start of its training to the day the next one replaces it."


@topic(100, "Age of models", Chapter.LABELS)
def model(sheet: EstimateInputs) -> Iterator[Result]:
    """Add up what lies between an event and a model that has learnt it."""
    for id, prefix in age_prefixes(sheet.design).items():
        yield from _ages(sheet, id, prefix)
    yield from many_models(sheet)
    yield from kept_versions(sheet)
    yield from model_inputs(sheet)


def _ages(sheet: EstimateInputs, id: str, prefix: str) -> Iterator[Result]:
    renewal = renewal_of(id, sheet.graph)
    name = sheet.design.models[id].name or id
    interval = renewal.interval or ("models", id, "retrain", "every")
    wait = renewal.label_wait or ("datasets", _dataset(sheet, id), "youngest")
    age = _sum(
        f"{prefix}.age",
        f"{name}: age at worst",
        TRAINED,
        [_term(sheet, time) for time in (*renewal.run, interval)],
    )
    yield age
    yield _sum(
        f"{prefix}.worst-age",
        f"{name}: age of what it knows, at worst",
        LEARNT,
        [
            *(_term(sheet, time) for time in (wait, *renewal.before)),
            called(age, "age of the model"),
        ],
    )


def _dataset(sheet: EstimateInputs, id: str) -> str:
    named = sheet.design.models[id].datasets
    return next(iter((*named, *sheet.design.datasets)), "*")


def _term(sheet: EstimateInputs, time: Time | tuple[str, ...]) -> Term:
    if not isinstance(time, Time):
        return sheet.stated(*time, label=f"{time[1]} {time[-1]}")
    label = f"{time.path[1]} {time.path[-1]}"
    own = stated(time.quantity, ".".join(time.path), label)
    if time.kind != "deployer" or time.path[-1] == "ramp":
        return own
    return _watched(sheet, own, sheet.design.components[time.path[1]])


def _watched(
    sheet: EstimateInputs, own: FigureInput, deployer: Component
) -> FigureInput:
    """Return the time in which a release is watched as it follows from its steps."""
    at = ("components", deployer.id)
    bake, steps = sheet.stated(*at, "bake"), sheet.stated(*at, "steps")
    passed = [sheet.stated(*it.path, "bake") for it in before_everybody(deployer)]
    bakes = {
        f"bake_{number}": it
        for number, it in enumerate(passed)
        if isinstance(it, FigureInput)
    }
    if deployer.environments:
        text = " + ".join(f"{{{name}}}" for name in bakes)
        return following(own, text, total, **bakes)
    if isinstance(bake, FigureInput) and isinstance(steps, FigureInput):
        return following(own, "{steps} * {bake}", _each_step, steps=steps, bake=bake)
    return own


def _each_step(steps: float, bake: float) -> float:
    return capped(steps * bake)


def _sum(id: str, title: str, note: str, parts: Iterable[Term]) -> Result:
    terms = {f"part_{number}": part for number, part in enumerate(parts)}
    return compute(
        FigureEntry(id, title, DURATION, note=note),
        " + ".join(f"{{{name}}}" for name in terms),
        lambda **times: sum(times.values()),
        **terms,
    )
