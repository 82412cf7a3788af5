"""Features: how old a value may be when a model reads it, at worst and on average."""

from collections.abc import Iterator

from designkit.analysis.facts import State
from designkit.analysis.freshness import Age, FreshnessStep, Ways, waits_of
from designkit.analysis.pauses import WORKS
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import FigureInput, Gap, Lack, Result, Term, called
from designkit.estimates.topic import Chapter, EstimateInputs, topic
from designkit.model.learning import Feature
from designkit.quantities.measure import DURATION, FRACTION
from designkit.quantities.quantity import Origin
from designkit.quantities.writing import shown_duration

MEANING = "the component that makes it for serving"


@topic(60, "Freshness of features", Chapter.LABELS)
def freshness(sheet: EstimateInputs) -> Iterator[Result]:
    """Add up what a value waits for on its way from the data to the model."""
    ways = Ways(sheet.graph)
    for id, feature in sheet.design.features.items():
        age = ways.age(feature)
        if age is None:
            lack = _lack(sheet, id, feature)
            yield Gap(f"freshness.{id}.worst", _title(id, feature, "worst"), (lack,))
        elif age.aging:
            yield from _ages(sheet, id, feature, age)


def _lack(sheet: EstimateInputs, id: str, feature: Feature) -> Lack:
    """Return why no value of `feature` is read: no maker, or no way to a model."""
    if feature.online_by:
        return Lack("", f"no flow takes what {feature.online_by} makes to a model")
    if sheet.facts.state("features", id, "online-by") is State.ABSENT:
        return Lack("", "nothing makes it for serving: online-by is none")
    return Lack(f"features.{id}.online-by", MEANING)


def _ages(
    sheet: EstimateInputs, id: str, feature: Feature, age: Age
) -> Iterator[Result]:
    terms = dict(_terms(sheet, age))
    halves = [f"{{{n}}} / 2" if _is_wait(n) else f"{{{n}}}" for n in terms]
    worst = compute(
        FigureEntry(
            f"freshness.{id}.worst",
            _title(id, feature, "worst"),
            DURATION,
            note=f"Promised: {feature.freshness}." if feature.freshness else "",
        ),
        " + ".join(f"{{{name}}}" for name in terms),
        _worst,
        **terms,
    )
    yield worst
    yield compute(
        FigureEntry(f"freshness.{id}.mean", _title(id, feature, "average"), DURATION),
        " + ".join(halves),
        _mean,
        **terms,
    )
    if feature.freshness:
        yield compute(
            FigureEntry(f"freshness.{id}.share", _share(id, feature), FRACTION),
            "{age} / {promised}",
            lambda age, promised: age / promised,
            age=called(worst, "age at worst"),
            promised=sheet.stated("features", id, "freshness", label="promised"),
        )


def _worst(**times: float) -> float:
    return sum(times.values())


def _mean(**times: float) -> float:
    return sum(t / 2 if _is_wait(n) else t for n, t in times.items())


def _title(id: str, feature: Feature, which: str) -> str:
    return f"{feature.name or id}: {which} age when read"


def _share(id: str, feature: Feature) -> str:
    return f"{feature.name or id}: part of the promised age, at worst"


def _is_wait(name: str) -> bool:
    return name.startswith("wait")


def _terms(sheet: EstimateInputs, age: Age) -> Iterator[tuple[str, Term]]:
    """Give what each step states, waits and work told apart by their names."""
    for number, step in enumerate(age.aging):
        component = sheet.design.components[step.id]
        if step.pause:
            yield f"work_{number}_pause", _pause(step)
        waits = waits_of(component) if step.pause is None else ()
        for sort, names in (("wait", waits), ("work", WORKS)):
            for name in names:
                if component.quantity(name):
                    at, label = ("components", step.id, name), f"{step.id} {name}"
                    yield f"{sort}_{number}_{name}", sheet.stated(*at, label=label)


def _pause(step: FreshnessStep) -> FigureInput:
    """Return the time between the step before and the start by the clock."""
    seconds = step.pause or 0.0
    return FigureInput(
        name=f"components.{step.id}.at",
        label=f"{step.id} pause before its start",
        value=seconds,
        low=seconds,
        high=seconds,
        unit=DURATION,
        text=shown_duration(seconds),
        origin=Origin.STATED,
    )
