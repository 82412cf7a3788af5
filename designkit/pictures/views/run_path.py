"""The run path: what is scored without a request, from its clock to its results."""

from collections.abc import Sequence
from itertools import pairwise

from designkit.analysis.facts import Facts
from designkit.analysis.run_clock import RunTimes, run_times
from designkit.analysis.run_path import RunPath, answers_requests
from designkit.estimates.estimator import estimate
from designkit.estimates.figure import Estimate
from designkit.model.design import Design
from designkit.pictures.arrows import legend_of, merged
from designkit.pictures.cards import component_card, ghost_card
from designkit.pictures.drawing import Drawing, Node
from designkit.pictures.framing import tags_of
from designkit.pictures.lanes import place_lanes
from designkit.pictures.view import view
from designkit.pictures.views.run_bar import run_bar
from designkit.pictures.views.run_lanes import RunSeats, name_of
from designkit.pictures.views.run_path_figures import (
    caption_of_run,
    figures_of_step,
    tags_of_step,
)
from designkit.pictures.views.run_steps import steps_of

TIMED = "the steps of a run, its clock, and where its results go"
STREAMED = "what happens from an event to what is done with it"
NONE = "Nothing is scored here without a request."


def suits(design: Design) -> bool:
    """Whether a design is told by its run: something scores, and no request is sent."""
    facts = Facts(design)
    return bool(RunPath(facts).flows) and not answers_requests(facts)


@view(order=25, suits=suits)
def run_path(design: Design) -> Drawing:
    """The steps of a run that no request waits for, its deadline, and its results."""
    run, numbers = RunPath(Facts(design)), estimate(design)
    steps = steps_of(run)
    seats = RunSeats.of(run, steps)
    shown = run.parts if steps else ()
    cards = [_card(design, steps, numbers, id) for id in shown]
    cards += [ghost_card(design.components[id], "results") for id in seats.repeated]
    placement = place_lanes(seats.lines(cards))
    times = run_times(design.components[id] for id in steps)
    flows = run.flows if steps else ()
    ways = {*pairwise(steps)}
    return Drawing(
        name="run-path",
        title=design.name,
        subtitle=f"Run path: {STREAMED if run.is_streamed else TIMED}",
        description=_describe(design, steps),
        nodes=(*placement.nodes, *run_bar(times, name_of(run), placement)),
        groups=placement.groups,
        arrows=tuple(map(seats.pointed, merged(flows, ways))),
        caption=_told(run, steps, times, numbers),
        legend=legend_of(
            {flow.mode.value for flow in flows},
            strong=name_of(run).lower() if steps else "",
        ),
    )


def told_of_run(design: Design) -> tuple[str, ...]:
    """Return what is said of a run, a sentence each: its steps, when it is done."""
    run = RunPath(Facts(design))
    steps = steps_of(run)
    times = run_times(design.components[id] for id in steps)
    return _told(run, steps, times, estimate(design))


def _told(
    run: RunPath, steps: Sequence[str], times: RunTimes, numbers: Estimate
) -> tuple[str, ...]:
    said = caption_of_run(run.facts.design, name_of(run), steps, times, numbers)
    return tuple(said) or (NONE,)


def _card(design: Design, steps: Sequence[str], numbers: Estimate, id: str) -> Node:
    component = design.components[id]
    return component_card(
        component,
        figures_of_step(component, numbers),
        (*tags_of_step(design, component), *tags_of(design, id)),
        strong=id in steps,
    )


def _describe(design: Design, steps: Sequence[str]) -> str:
    names = ", ".join(design.components[id].title for id in steps)
    told = f"Its steps are {names}." if names else NONE
    return f"The run path of {design.name}. {told}"
