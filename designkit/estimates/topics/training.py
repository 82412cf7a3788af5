"""Training: how long a run takes, and how much of its interval that is."""

from collections.abc import Iterator

from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import Result
from designkit.estimates.formulas.jobs import busy_share_of_schedule
from designkit.estimates.formulas.training import training_time
from designkit.estimates.topic import Chapter, EstimateInputs, first, topic
from designkit.model.component import Component
from designkit.quantities.measure import DURATION, FRACTION


@topic(95, "Training and batch jobs", Chapter.LABELS)
def training(sheet: EstimateInputs) -> Iterator[Result]:
    """Give the time of a training run, and the share of its schedule of every job."""
    for trainer in sheet.facts.of_kind("trainer"):
        if trainer.quantity("throughput"):
            yield _time(sheet, trainer)
    for component in sheet.design.components.values():
        if component.quantity("interval") and component.quantity("runtime"):
            yield _share(sheet, component)


def _time(sheet: EstimateInputs, trainer: Component) -> Result:
    at = ("components", trainer.id)
    return compute(
        FigureEntry(
            f"training.{trainer.id}.time",
            f"{trainer.title}: time of one run",
            DURATION,
            note="Reading and fitting only; start and checkpoints come on top.",
            about=trainer.id,
        ),
        "{examples} * {epochs} / ({rate} * {devices} * {efficiency})",
        training_time,
        examples=first(
            sheet.stated(*at, "examples"), sheet.stated("workload", "examples")
        ),
        epochs=sheet.given("epochs", *at, "epochs"),
        rate=sheet.stated(*at, "throughput"),
        devices=sheet.given("devices", *at, "devices"),
        efficiency=sheet.given("efficiency", *at, "efficiency"),
    )


def _share(sheet: EstimateInputs, component: Component) -> Result:
    at = ("components", component.id)
    return compute(
        FigureEntry(
            f"jobs.{component.id}.schedule-share",
            f"{component.title}: part of its interval that a run takes",
            FRACTION,
            note="Above 70% one slow run delays the next.",
            about=component.id,
        ),
        "{runtime} / {interval}",
        busy_share_of_schedule,
        runtime=sheet.stated(*at, "runtime"),
        interval=sheet.stated(*at, "interval"),
    )
