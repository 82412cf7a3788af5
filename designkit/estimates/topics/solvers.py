"""Solvers: the time that is left after a plan, and what its gap may leave undone."""

from collections.abc import Iterator

from designkit.analysis.solving import TimeForPlan, times_for_plan
from designkit.estimates.choosing import criterion, one_of
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import FigureInput, Option, Result, stated
from designkit.estimates.formulas.cost import runs_per_month
from designkit.estimates.formulas.solving import lost_at_gap
from designkit.estimates.topic import Chapter, EstimateInputs, topic
from designkit.model.component import Component
from designkit.quantities.measure import DURATION, money

AT_MOST = (
    "The gap is a bound (Gurobi reference, MIPGap): the plan may be the best there is, "
    "without the proof. A solver whose time is up before stops at a larger gap."
)
LEFT = "Below 0 there is no plan in time. Reading its input and acting come on top."


@topic(98, "Solvers", Chapter.LABELS)
def solvers(sheet: EstimateInputs) -> Iterator[Result]:
    """Give what is left of the time for a plan, and what its gap is worth at most."""
    for solver in sheet.facts.of_kind("optimizer"):
        if solver.quantity("time-limit"):
            yield from _left(sheet, solver)
        gap, value = solver.quantity("gap"), solver.quantity("plan-value")
        if gap and value:
            yield from _lost(sheet, solver, value.currency)


def _left(sheet: EstimateInputs, solver: Component) -> Iterator[Result]:
    bounds = [*times_for_plan(sheet.facts, solver)]
    if not bounds:
        return
    at = ("components", solver.id, "time-limit")
    times = [_time(sheet, bound) for bound in bounds]
    options = [Option(it, criterion(_soon, time=it)) for it in times]
    yield compute(
        FigureEntry(
            f"solvers.{solver.id}.time-left",
            f"{solver.title}: time left after a plan that takes all of its limit",
            DURATION,
            note=LEFT,
            about=solver.id,
        ),
        "{time} - {limit}",
        _time_left,
        time=one_of(*options, Option(times[0])),
        limit=sheet.stated(*at),
    )


def _time_left(time: float, limit: float) -> float:
    return time - limit


def _time(sheet: EstimateInputs, bound: TimeForPlan) -> FigureInput:
    place, name = ".".join(map(str, bound.path)), str(bound.path[-1])
    if bound.path[0] == "flows":
        flow = sheet.design.flows[int(bound.path[1])]
        place, name = f"flows.{flow.source}->{flow.target}.timeout", "timeout"
    return stated(bound.time, place, name)


def _soon(time: float) -> float:
    return 1 / time


def _lost(sheet: EstimateInputs, solver: Component, currency: str) -> Iterator[Result]:
    """Give what the best plan may be worth beyond the one that is taken."""
    at = ("components", solver.id)
    yield (
        lost := compute(
            FigureEntry(
                f"solvers.{solver.id}.lost-at-gap",
                f"{solver.title}: most that the best plan would bring or save besides",
                money(currency),
                note=AT_MOST,
                about=solver.id,
            ),
            "{value} * {gap}",
            lost_at_gap,
            value=sheet.stated(*at, "plan-value"),
            gap=sheet.stated(*at, "gap"),
        )
    )
    interval = sheet.stated(*at, "interval")
    if isinstance(interval, FigureInput):
        yield compute(
            FigureEntry(
                f"solvers.{solver.id}.lost-per-month",
                f"{solver.title}: most that the gaps of a month leave undone",
                money(currency, "month"),
                note=AT_MOST,
                about=solver.id,
            ),
            "{lost} * 730 h / {interval}",
            lambda lost, interval: runs_per_month(lost, interval),
            lost=lost,
            interval=interval,
        )
