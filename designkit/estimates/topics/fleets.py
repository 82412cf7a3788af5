"""Fleets of devices: what a new version sends, how long it takes, what it costs."""

from collections.abc import Iterator

from designkit.analysis.on_device import models_on, senders
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import FigureInput, Result, Term, called
from designkit.estimates.formulas.fleet import (
    download_time,
    sending_cost,
    sending_time,
)
from designkit.estimates.topic import Chapter, EstimateInputs, topic
from designkit.model.component import Component
from designkit.quantities.measure import BYTES, DURATION, Unit

LEAST = (
    "The least time, as if each device began at once and none broke off: the slower of "
    "what the link of one takes and what the server needs for all (Kurose and Ross "
    "2021, section 2.5)."
)


@topic(53, "Fleets of devices", Chapter.LOAD)
def fleets(sheet: EstimateInputs) -> Iterator[Result]:
    """Give bytes, time and cost of bringing a new version to each fleet."""
    for device in sheet.facts.of_kind("device"):
        if device.quantity("count") or device.quantity("link"):
            yield from _roll_out(sheet, device)


def _roll_out(sheet: EstimateInputs, device: Component) -> Iterator[Result]:
    yield (size := _size(sheet, device))
    update = called(size, "update")
    one = _one(sheet, device, update)
    if device.quantity("link"):
        yield one
    if device.quantity("count"):
        yield (traffic := _traffic(sheet, device, update))
        yield from _time(sheet, device, update, one)
        yield from _cost(sheet, device, called(traffic, "traffic"))


def _entry(
    device: Component, id: str, title: str, unit: Unit, note: str = ""
) -> FigureEntry:
    name = f"fleet.{device.id}.{id}"
    return FigureEntry(name, f"{device.title}: {title}", unit, note, device.id)


def _size(sheet: EstimateInputs, device: Component) -> Result:
    """Return the bytes of an update: as stated, else those of the models on it."""
    own = sheet.stated("components", device.id, "update-size")
    ids = models_on(sheet.design, device)
    parts: dict[str, Term] = {"update": own}
    if ids and not isinstance(own, FigureInput):
        parts = {
            f"model_{number}": sheet.stated("models", id, "size", label=f"{id} size")
            for number, id in enumerate(ids)
        }
    return compute(
        _entry(device, "update", "what one device is sent for a new version", BYTES),
        " + ".join(f"{{{name}}}" for name in parts),
        lambda **sizes: sum(sizes.values()),
        **parts,
    )


def _one(sheet: EstimateInputs, device: Component, update: Term) -> Result:
    at = ("components", device.id)
    terms: dict[str, Term] = {"size": update, "link": sheet.stated(*at, "link")}
    online = sheet.stated(*at, "online", label="online")
    if isinstance(online, FigureInput):
        terms["online"] = online
    return compute(
        _entry(device, "download", "time until one device has it", DURATION),
        "{size} / ({link} * {online})" if "online" in terms else "{size} / {link}",
        download_time,
        **terms,
    )


def _traffic(sheet: EstimateInputs, device: Component, update: Term) -> Result:
    return compute(
        _entry(device, "traffic", "bytes sent to all of them", BYTES),
        "{count} * {size}",
        lambda count, size: count * size,
        count=sheet.stated("components", device.id, "count", label="devices"),
        size=update,
    )


def _time(
    sheet: EstimateInputs, device: Component, update: Term, one: Result
) -> Iterator[Result]:
    """Give the time of a roll-out, where it is known how fast it is sent."""
    server = _stated_by_sender(sheet, device, "bandwidth")
    if server is None:
        return
    terms: dict[str, Term] = {
        "size": update,
        "devices": sheet.stated("components", device.id, "count", label="devices"),
        "bandwidth": server,
    }
    formula = "{size} * {devices} / {bandwidth}"
    if device.quantity("link"):
        formula = f"max({formula}, {{one}})"
        terms["one"] = called(one, "download")
    yield compute(
        _entry(device, "roll-out", "time until all have it", DURATION, LEAST),
        formula,
        lambda size, devices, bandwidth, one=0.0: max(
            sending_time(size, devices, bandwidth), one
        ),
        **terms,
    )


def _cost(sheet: EstimateInputs, device: Component, traffic: Term) -> Iterator[Result]:
    price = _stated_by_sender(sheet, device, "cost-per-gb")
    if price is not None:
        yield compute(
            _entry(device, "cost", "cost of the traffic of one version", price.unit),
            "{traffic} / 1 GB * {price}",
            sending_cost,
            traffic=traffic,
            price=price,
        )


def _stated_by_sender(
    sheet: EstimateInputs, device: Component, name: str
) -> FigureInput | None:
    """Return what the nearest sender that says so states as `name`."""
    for sender in senders(sheet.facts, device):
        found = sheet.stated("components", sender.id, name)
        if isinstance(found, FigureInput):
            return found
    return None
