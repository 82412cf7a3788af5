"""Versions in the field: how many there are at once, and how old the models get."""

from collections.abc import Iterator

from designkit.analysis.field_versions import Lateness, lateness, update_intervals
from designkit.analysis.on_device import models_on
from designkit.estimates.choosing import at_low_end, criterion, one_of
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import FigureInput, Option, Result, Term, called
from designkit.estimates.formulas.fleet import versions_at_once
from designkit.estimates.model_inputs import age_prefixes
from designkit.estimates.topic import Chapter, EstimateInputs, topic
from designkit.model.component import Component
from designkit.quantities.measure import COUNT, DURATION, Unit
from designkit.quantities.writing import shown_fraction

MOST = "Right after a new version. Slower devices run older ones still."


@topic(102, "Versions in the field", Chapter.LABELS)
def field_versions(sheet: EstimateInputs) -> Iterator[Result]:
    """Give versions and ages on the slowest part of each fleet that is stated."""
    for device in sheet.facts.of_kind("device"):
        late = lateness(sheet.facts, device)
        if not late:
            continue
        yield _versions(sheet, late[-1])
        prefixes = age_prefixes(sheet.design)
        for id in models_on(sheet.design, device):
            if id in prefixes:
                age = called(sheet.result(f"{prefixes[id]}.age"), f"{id} age")
                yield _age(sheet, late[-1], id, age)


def _entry(late: Lateness, id: str, title: str, unit: Unit, note: str) -> FigureEntry:
    device = late.device
    whole = f"{device.title}: {title}, on the quickest {shown_fraction(late.share)}"
    return FigureEntry(f"versions.{device.id}.{id}", whole, unit, note, device.id)


def _delay(sheet: EstimateInputs, late: Lateness) -> Term:
    return sheet.stated(*late.path, label=f"update delay {late.percentile}")


def _interval(sheet: EstimateInputs, device: Component) -> Term:
    """Return the time between two versions, the shortest of those that are stated."""
    times = [sheet.stated(*it.path) for it in update_intervals(sheet.facts, device)]
    known = [it for it in times if isinstance(it, FigureInput)]
    own = sheet.stated("components", device.id, "update-interval")
    options = (Option(it, criterion(_often, every=at_low_end(it))) for it in known)
    return one_of(*options, Option(own))


def _often(every: float) -> float:
    return 1 / every


def _versions(sheet: EstimateInputs, late: Lateness) -> Result:
    return compute(
        _entry(late, "at-once", "versions that run at once", COUNT, MOST),
        "1 + ⌈{delay} / {interval}⌉",
        versions_at_once,
        delay=_delay(sheet, late),
        interval=_interval(sheet, late.device),
    )


def _age(sheet: EstimateInputs, late: Lateness, id: str, age: Term) -> Result:
    name = sheet.design.models[id].name or id
    return compute(
        _entry(late, f"{id}-age", f"age of {name} at worst", DURATION, ""),
        "{age} + {delay}",
        lambda age, delay: age + delay,
        age=age,
        delay=_delay(sheet, late),
    )
