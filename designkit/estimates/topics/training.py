"""Training and jobs: how long a run takes, of its interval, and what one costs."""

from collections.abc import Iterator

from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import FigureInput, Lack, Result, Term, called
from designkit.estimates.formulas.jobs import busy_share_of_schedule, job_time
from designkit.estimates.formulas.training import training_time
from designkit.estimates.topic import Chapter, EstimateInputs, first, topic
from designkit.model.component import Component
from designkit.quantities.measure import DURATION, FRACTION, money

FROM_START_TO_START = "What is paid until the next start: a cost counts every hour."
WHILE_IT_RUNS = "If its price is paid only while it runs."


@topic(95, "Training and batch jobs", Chapter.LABELS)
def training(sheet: EstimateInputs) -> Iterator[Result]:
    """Give the time of a training run, and the share of its schedule of every job."""
    for trainer in sheet.facts.of_kind("trainer"):
        if trainer.quantity("throughput"):
            yield (time := _time(sheet, trainer))
            yield from _time_of_all(sheet, trainer, time)
    for job in sheet.facts.of_kind("batch-scorer"):
        yield from _run(sheet, job)
    for component in sheet.design.components.values():
        if component.quantity("interval") and component.quantity("runtime"):
            yield _share(sheet, component)


def _run(sheet: EstimateInputs, job: Component) -> Iterator[Result]:
    """Give the time of a run of `job` by what it scores, and its cost if that is known.

    A job that states its runtime, and neither entities nor throughput, is timed.
    """
    at = ("components", job.id)
    parts = (sheet.stated(*at, "entities"), sheet.stated(*at, "throughput"))
    runtime: Term = sheet.stated(*at, "runtime")
    time = runtime
    if isinstance(runtime, Lack) or any(isinstance(it, FigureInput) for it in parts):
        time = compute(
            FigureEntry(
                f"jobs.{job.id}.run-time",
                f"{job.title}: time of one run, by what it scores",
                DURATION,
                note="Start-up, retries and the last slow worker come on top.",
                about=job.id,
            ),
            "{entities} / {throughput}",
            lambda entities, throughput: job_time(entities, 1, throughput),
            entities=parts[0],
            throughput=parts[1],
        )
        yield time
    if job.cost:
        yield _cost_of_run(sheet, job, first(time, runtime))


def _cost_of_run(sheet: EstimateInputs, job: Component, time: Term) -> Result:
    """Give the running cost from one start to the next, else while it runs.

    A stated `cost` counts every hour, as in the cost of a month.
    """
    every: Term = sheet.stated("components", job.id, "interval")
    is_regular = not isinstance(every, Lack)
    currency = job.cost.currency if job.cost else ""
    return compute(
        FigureEntry(
            f"jobs.{job.id}.cost-per-run",
            f"{job.title}: cost of one run",
            money(currency),
            note=FROM_START_TO_START if is_regular else WHILE_IT_RUNS,
            about=job.id,
        ),
        "{cost} * {time}",
        lambda cost, time: cost * time,
        cost=sheet.stated("components", job.id, "cost"),
        time=every if is_regular else called(time, "time of a run"),
    )


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


def _time_of_all(
    sheet: EstimateInputs, trainer: Component, time: Result
) -> Iterator[Result]:
    """Give the time that many models of one shape take, where there are many."""
    models = sheet.design.models.items()
    many = [id for id, it in models if it.count and it.trained_by == trainer.id]
    for id in many:
        yield compute(
            FigureEntry(
                f"training.{trainer.id}.time-of-{id}",
                f"{trainer.title}: time of a run for each {id}, one after another",
                DURATION,
                note="For examples of one model; side by side it takes less.",
                about=trainer.id,
            ),
            "{time} * {count}",
            lambda time, count: time * count,
            time=called(time, "time of one run"),
            count=sheet.stated("models", id, "count"),
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
