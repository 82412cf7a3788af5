"""Federated training: updates, traffic and time, and the part of a fleet it asks."""

from collections.abc import Iterator

from designkit.analysis.federated import federated as federated_trainers
from designkit.analysis.federated import taking_part
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import (
    Figure,
    FigureInput,
    Gap,
    Lack,
    Result,
    Term,
    called,
)
from designkit.estimates.formulas.federated import ever_asked, traffic, updates
from designkit.estimates.topic import Chapter, EstimateInputs, first, topic
from designkit.model.component import Component
from designkit.quantities.measure import BYTES, COUNT, DURATION, FRACTION, Unit

DOWN = "Every device that is asked gets the model, those that drop out as well."
DRAWN = (
    "If every round draws its devices anew from all, with the same chance (McMahan and "
    "others 2017); those that are seldom online are asked less."
)
NO_MODEL = Lack("", "no model is trained by it")
NO_FLEET = Lack("", "no device takes part, or none states its count")


@topic(97, "Federated training", Chapter.LABELS)
def federated(sheet: EstimateInputs) -> Iterator[Result]:
    """Give what a round and a training ask of devices, and of which of them."""
    for trainer in federated_trainers(sheet.facts):
        yield (back := _updates(sheet, trainer))
        yield (down := _down(sheet, trainer))
        yield (up := _up(sheet, trainer, called(back, "updates")))
        yield from _of_all_rounds(
            sheet, trainer, called(down, "down"), called(up, "up")
        )
        if isinstance(fleet := _fleet(sheet, trainer), Figure | Gap):
            yield fleet
        yield _part_of_fleet(sheet, trainer, fleet)


def _entry(
    trainer: Component, id: str, title: str, unit: Unit, note: str = ""
) -> FigureEntry:
    name = f"federated.{trainer.id}.{id}"
    return FigureEntry(name, f"{trainer.title}: {title}", unit, note, trainer.id)


def _asked(sheet: EstimateInputs, trainer: Component) -> Term:
    at = ("components", trainer.id, "clients-per-round")
    return sheet.stated(*at, label="devices asked")


def _updates(sheet: EstimateInputs, trainer: Component) -> Result:
    at = ("components", trainer.id)
    return compute(
        _entry(trainer, "updates", "updates that come back in a round", COUNT),
        "{asked} * (1 - {drop_out})",
        updates,
        asked=_asked(sheet, trainer),
        drop_out=sheet.stated(*at, "drop-out"),
    )


def _size_of_model(sheet: EstimateInputs, trainer: Component) -> Term:
    models = sheet.design.models.items()
    own = (id for id, model in models if model.trained_by == trainer.id)
    sizes = tuple(sheet.stated("models", id, "size", label="model size") for id in own)
    return first(*sizes) if sizes else NO_MODEL


def _down(sheet: EstimateInputs, trainer: Component) -> Result:
    return compute(
        _entry(trainer, "down", "bytes sent to devices in a round", BYTES, DOWN),
        "{asked} * {size}",
        lambda asked, size: traffic(1, asked, size),
        asked=_asked(sheet, trainer),
        size=_size_of_model(sheet, trainer),
    )


def _up(sheet: EstimateInputs, trainer: Component, back: Term) -> Result:
    own = sheet.stated("components", trainer.id, "update-size")
    return compute(
        _entry(trainer, "up", "bytes that devices send back in a round", BYTES),
        "{back} * {size}",
        lambda back, size: traffic(1, back, size),
        back=back,
        size=first(own, _size_of_model(sheet, trainer)),
    )


def _of_all_rounds(
    sheet: EstimateInputs, trainer: Component, down: Term, up: Term
) -> Iterator[Result]:
    at = ("components", trainer.id)
    rounds = sheet.stated(*at, "rounds")
    yield compute(
        _entry(trainer, "traffic", "bytes of one training, down and up", BYTES),
        "{rounds} * ({down} + {up})",
        lambda rounds, down, up: rounds * (down + up),
        rounds=rounds,
        down=down,
        up=up,
    )
    yield compute(
        _entry(trainer, "time", "time of one training", DURATION),
        "{rounds} * {each}",
        _time_of_all,
        rounds=rounds,
        each=sheet.stated(*at, "round-time"),
    )


def _time_of_all(rounds: float, each: float) -> float:
    return rounds * each


def _part_of_fleet(sheet: EstimateInputs, trainer: Component, fleet: Term) -> Result:
    return compute(
        _entry(
            trainer, "fleet-share", "part of the fleet that it asks", FRACTION, DRAWN
        ),
        "1 - (1 - {asked} / {devices})^{rounds}",
        ever_asked,
        asked=_asked(sheet, trainer),
        devices=fleet,
        rounds=sheet.stated("components", trainer.id, "rounds"),
    )


def _fleet(sheet: EstimateInputs, trainer: Component) -> Term:
    """Return the devices that may be asked: those of all fleets, if each counts its."""
    devices = taking_part(sheet.facts, trainer)
    counts = {
        f"fleet_{number}": sheet.stated("components", it.id, "count", label=it.id)
        for number, it in enumerate(devices)
    }
    if not any(isinstance(count, FigureInput) for count in counts.values()):
        return NO_FLEET
    if len(counts) == 1:
        return next(iter(counts.values()))
    return compute(
        _entry(trainer, "fleet", "devices that may be asked", COUNT),
        " + ".join(f"{{{name}}}" for name in counts),
        lambda **each: sum(each.values()),
        **counts,
    )
