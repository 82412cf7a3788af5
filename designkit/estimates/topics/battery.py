"""Batteries of devices: what models take from one in a day."""

from collections.abc import Iterator

from designkit.analysis.on_device import drawing_on
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import FigureInput, Lack, Result, Term, called
from designkit.estimates.formulas.battery import (
    battery_share,
    energy_a_day,
    predictions_a_day,
)
from designkit.estimates.load import calls, service_time
from designkit.estimates.topic import Chapter, EstimateInputs, topic
from designkit.model.component import Component
from designkit.quantities.measure import COUNT, ENERGY, FRACTION

AVERAGE = "Of an average device; one that is used more is empty sooner."


@topic(55, "Batteries of devices", Chapter.LOAD)
def battery(sheet: EstimateInputs) -> Iterator[Result]:
    """Give what models take from their device in a day, and its part of a battery."""
    for device in sheet.facts.of_kind("device"):
        drawn = list[Term]()
        for part in drawing_on(sheet.design, device):
            yield from (found := tuple(_of_part(sheet, device, part)))
            drawn.append(called(found[-1], f"{part.id} energy"))
        if drawn and device.quantity("battery"):
            yield _share(sheet, device, drawn)


def _of_part(
    sheet: EstimateInputs, device: Component, part: Component
) -> Iterator[Result]:
    """Give the predictions of a day where they matter, and then the energy of it."""
    at, terms = ("components", part.id), dict[str, Term]()
    formula = list[str]()
    if part.quantity("energy-per-prediction") or part.quantity("power-draw"):
        yield (made := _predictions(sheet, device, part))
        terms["predictions"] = called(made, "predictions")
        one = "{energy}"
        if part.quantity("energy-per-prediction"):
            terms["energy"] = sheet.stated(*at, "energy-per-prediction")
        else:
            one = "{power} * {time}"
            terms["power"] = sheet.stated(*at, "power-draw")
            terms["time"] = service_time(sheet, part)
        formula.append(f"{{predictions}} * {one}")
    if part.quantity("idle-power"):
        terms["idle"] = sheet.stated(*at, "idle-power")
        formula.append("{idle} * 86,400 s")
    yield compute(
        FigureEntry(
            f"battery.{part.id}.energy",
            f"{part.title}: energy that it takes from its device a day",
            ENERGY,
            AVERAGE if "predictions" in terms else "",
            part.id,
        ),
        " + ".join(formula),
        energy_a_day,
        **terms,
    )


def _predictions(sheet: EstimateInputs, device: Component, part: Component) -> Result:
    """Return how often a part predicts: as its device says, else as requests come.

    Where others ask as well, nobody knows which part of the requests are its own.
    """
    own = sheet.stated("components", device.id, "predictions")
    often = calls(sheet, part)
    terms: dict[str, Term] = {"rate": own}
    if isinstance(often, FigureInput):
        terms["calls"] = often
    asks = part.id == device.id and device.id in sheet.graph.askers
    is_known = ("calls" in terms or asks) and not sheet.demand.may_miss(part.id)
    if isinstance(own, Lack) and is_known:
        terms["rate"] = sheet.result("traffic.average-qps")
        terms["devices"] = sheet.stated(
            "components", device.id, "count", label="devices"
        )
    times = " * {calls}" if "calls" in terms else ""
    return compute(
        FigureEntry(
            f"battery.{part.id}.predictions",
            f"{part.title}: predictions on one device a day",
            COUNT,
            about=part.id,
        ),
        f"{{rate}} * 86,400 s{times}{' / {devices}' if 'devices' in terms else ''}",
        predictions_a_day,
        **terms,
    )


def _share(sheet: EstimateInputs, device: Component, drawn: list[Term]) -> Result:
    terms = {f"part_{number}": found for number, found in enumerate(drawn)}
    together = " + ".join(f"{{{name}}}" for name in terms)
    taken = f"({together})" if len(terms) > 1 else together
    return compute(
        FigureEntry(
            f"battery.{device.id}.share",
            f"{device.title}: part of its battery that models take a day",
            FRACTION,
            AVERAGE,
            device.id,
        ),
        f"{taken} / {{battery}}",
        lambda battery, **parts: battery_share(sum(parts.values()), battery),
        battery=sheet.stated("components", device.id, "battery"),
        **terms,
    )
