"""Versions in the field: how many there are at once, and how old the models get."""

from collections.abc import Iterator

from designkit.analysis.field_versions import Lateness, lateness, update_interval
from designkit.analysis.on_device import models_on
from designkit.analysis.renewal import Time
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import Result, Term, called
from designkit.estimates.formulas.fleet import versions_at_once
from designkit.estimates.model_inputs import age_prefixes
from designkit.estimates.topic import Chapter, EstimateInputs, topic
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
        interval = update_interval(sheet.facts, device)
        yield _versions(sheet, late[-1], interval)
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


def _versions(sheet: EstimateInputs, late: Lateness, interval: Time | None) -> Result:
    unstated = ("components", late.device.id, "update-interval")
    return compute(
        _entry(late, "at-once", "versions that run at once", COUNT, MOST),
        "1 + ⌈{delay} / {interval}⌉",
        versions_at_once,
        delay=_delay(sheet, late),
        interval=sheet.stated(*(interval.path if interval else unstated)),
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
