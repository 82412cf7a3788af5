"""Sandboxes: the processors that they take, and whether all runs find a place."""

from collections.abc import Iterator

from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import Result, called
from designkit.estimates.topic import Chapter, EstimateInputs, topic
from designkit.model.component import Component
from designkit.quantities.measure import COUNT, FRACTION

AT_WORST = (
    "If each run takes all the time that it may; what comes when all places are taken "
    "waits."
)


@topic(49, "Sandboxes", Chapter.LOAD)
def sandboxes(sheet: EstimateInputs) -> Iterator[Result]:
    """Size each sandbox that states how many runs fit at once."""
    for box in sheet.facts.of_kind("code-sandbox"):
        if box.quantity("places"):
            yield from _of_box(sheet, box)


def _of_box(sheet: EstimateInputs, box: Component) -> Iterator[Result]:
    at = ("components", box.id)
    places = sheet.stated(*at, "places")
    if box.quantity("cpu-limit"):
        yield compute(
            FigureEntry(
                f"sandboxes.{box.id}.processors",
                f"{box.title}: processors when all places are taken",
                COUNT,
                about=box.id,
            ),
            "{places} * {each}",
            lambda places, each: places * each,
            places=places,
            each=sheet.stated(*at, "cpu-limit", label="processors of a run"),
        )
    calls = [n for n, f in enumerate(sheet.design.flows) if f.target == box.id]
    if calls and box.quantity("time-limit") and box.id in sheet.graph.in_request:
        yield _taken(sheet, box, calls)


def _taken(sheet: EstimateInputs, box: Component, calls: list[int]) -> Result:
    """Give the places that the peak takes: Little's law at the longest run."""
    at = ("components", box.id)
    return compute(
        FigureEntry(
            f"sandboxes.{box.id}.taken",
            f"{box.title}: part of its places that the peak takes",
            FRACTION,
            note=AT_WORST,
            about=box.id,
        ),
        "{peak} * {runs} * {longest} / {places}",
        lambda peak, runs, longest, places: peak * runs * longest / places,
        peak=called(sheet.result("traffic.peak-qps"), "peak"),
        runs=sheet.calls_of_busiest(calls, "runs of a request"),
        longest=sheet.stated(*at, "time-limit", label="longest run"),
        places=sheet.stated(*at, "places"),
    )
