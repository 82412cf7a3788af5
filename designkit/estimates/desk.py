"""People who decide cases: what comes on a day, the people it needs, their load."""

from collections.abc import Iterator

from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import FigureInput, Result, Term, called
from designkit.estimates.formulas.rare import reviewers_needed
from designkit.estimates.inflow import rates, summed, writers
from designkit.estimates.topic import EstimateInputs, first
from designkit.model.component import Component
from designkit.quantities.durations import DAY
from designkit.quantities.measure import COUNT, FRACTION, RATE

FIRST = "Of a random part as large a part is found; by score, the likeliest come first."


def desk(sheet: EstimateInputs, queue: Component) -> Iterator[Result]:
    """Give the cases that come to `queue` on a day, the people they need, the load."""
    yield from _inflow(sheet, queue)
    cases = called(cases_of(sheet, queue), "cases")
    at = ("components", queue.id)
    work: dict[str, Term] = {
        "tasks": first(cases, sheet.result("errors.alerts-per-day")),
        "time": sheet.stated(*at, "task-time"),
        "productive": sheet.given("working-day", *at, "working-day"),
    }
    yield compute(
        FigureEntry(
            f"errors.{queue.id}.people",
            f"{queue.title}: people at work",
            COUNT,
            about=queue.id,
        ),
        "{tasks} * {time} / {productive}",
        lambda tasks, time, productive: reviewers_needed(tasks, time, productive),
        **work,
    )
    yield from _load(sheet, queue, work)
    yield from _looked_at(sheet, queue, work["tasks"])


def cases_of(sheet: EstimateInputs, queue: Component) -> Term:
    """Return the cases that come to `queue` on a day: by its flows, else the alerts."""
    if any(writers(sheet.facts, queue.id)):
        return sheet.result(f"errors.{queue.id}.cases-per-day")
    return sheet.stated("workload", "alerts-per-day")


def _inflow(sheet: EstimateInputs, queue: Component) -> Iterator[Result]:
    if flows := rates(sheet, writers(sheet.facts, queue.id)):
        yield compute(
            FigureEntry(
                f"errors.{queue.id}.cases-per-day",
                f"{queue.title}: cases that come on a day",
                COUNT,
                about=queue.id,
            ),
            f"{summed(flows)} * 86,400 s",
            lambda **flows: sum(flows.values()) * DAY,
            **flows,
        )


def _load(
    sheet: EstimateInputs, queue: Component, work: dict[str, Term]
) -> Iterator[Result]:
    """Give the part of what people can decide that comes, where that is stated."""
    entry = FigureEntry(
        f"errors.{queue.id}.load",
        f"{queue.title}: part of what people can decide that comes",
        FRACTION,
        note="Above 1 the queue grows every day.",
        about=queue.id,
    )
    capacity = sheet.stated("components", queue.id, "capacity")
    people = sheet.stated("components", queue.id, "reviewers")
    if isinstance(capacity, FigureInput):
        yield compute(
            entry,
            "{tasks} / ({capacity} * 86,400 s)",
            _load_of_capacity,
            tasks=work["tasks"],
            capacity=capacity,
        )
    elif isinstance(people, FigureInput):
        yield compute(
            entry,
            "{tasks} * {time} / ({people} * {productive})",
            lambda tasks, time, people, productive: (
                reviewers_needed(tasks, time, productive) / people
            ),
            people=people,
            **work,
        )


def _load_of_capacity(tasks: float, capacity: float) -> float:
    return tasks / (capacity * DAY)


def _looked_at(
    sheet: EstimateInputs, queue: Component, tasks: Term
) -> Iterator[Result]:
    """Give the part of the cases that people get to, where their capacity is stated."""
    capacity = first(
        sheet.stated("components", queue.id, "capacity"),
        sheet.stated("workload", "review-capacity"),
    )
    if isinstance(capacity, FigureInput):
        is_rate = capacity.unit is RATE
        yield compute(
            FigureEntry(
                f"errors.{queue.id}.looked-at",
                f"{queue.title}: part of the cases that people get to",
                FRACTION,
                note=FIRST,
                about=queue.id,
            ),
            f"min(1, {{capacity}}{' * 1 d' if is_rate else ''} / {{tasks}})",
            lambda capacity, tasks: min(1, capacity * (DAY if is_rate else 1) / tasks),
            capacity=capacity,
            tasks=tasks,
        )
