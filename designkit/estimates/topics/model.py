"""Models: how old they get and what they have learnt is, what they read and weigh."""

from collections.abc import Iterable, Iterator

from designkit.analysis.renewal import Time, renewal_of
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import Result, Term, called, stated
from designkit.estimates.many import many_models
from designkit.estimates.model_inputs import (
    age_prefixes,
    kept_versions,
    model_inputs,
)
from designkit.estimates.topic import Chapter, EstimateInputs, topic
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
    if isinstance(time, Time):
        label = f"{time.path[1]} {time.path[-1]}"
        return stated(time.quantity, ".".join(time.path), label)
    return sheet.stated(*time, label=f"{time[1]} {time[-1]}")


def _sum(id: str, title: str, note: str, parts: Iterable[Term]) -> Result:
    terms = {f"part_{number}": part for number, part in enumerate(parts)}
    return compute(
        FigureEntry(id, title, DURATION, note=note),
        " + ".join(f"{{{name}}}" for name in terms),
        lambda **times: sum(times.values()),
        **terms,
    )
