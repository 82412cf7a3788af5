"""Solvers: the time that is left once a plan has used all of its limit."""

from collections.abc import Iterator

from designkit.analysis.solving import times_for_plan
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import Result, stated
from designkit.estimates.topic import Chapter, EstimateInputs, topic
from designkit.model.component import Component
from designkit.quantities.measure import DURATION

LEFT = "Below 0 there is no plan in time. Reading its input and acting come on top."


@topic(98, "Solvers", Chapter.LABELS)
def solvers(sheet: EstimateInputs) -> Iterator[Result]:
    """Give what is left of the shortest time in which a plan has to be there."""
    for solver in sheet.facts.of_kind("optimizer"):
        if solver.quantity("time-limit"):
            yield from _left(sheet, solver)


def _left(sheet: EstimateInputs, solver: Component) -> Iterator[Result]:
    bounds = [*times_for_plan(sheet.facts, solver)]
    if not bounds:
        return
    tightest = min(bounds, key=lambda bound: bound.time.value)
    at = ("components", solver.id, "time-limit")
    place = ".".join(map(str, tightest.path))
    name = str(tightest.path[-1])
    if tightest.path[0] == "flows":
        flow = sheet.design.flows[int(tightest.path[1])]
        place, name = f"flows.{flow.source}->{flow.target}.timeout", "timeout"
    yield compute(
        FigureEntry(
            f"solvers.{solver.id}.time-left",
            f"{solver.title}: time left after a plan that takes all of its limit",
            DURATION,
            note=LEFT,
            about=solver.id,
        ),
        "{time} - {limit}",
        lambda time, limit: time - limit,
        time=stated(tightest.time, place, name),
        limit=sheet.stated(*at),
    )
