"""A scenario on a picture: its steps by number, with the time at which each begins."""

from collections.abc import Iterator, Mapping

from designkit.model.component import Flow, Mode
from designkit.model.critical_path import Clock, clock
from designkit.model.design import Design
from designkit.model.reasons import Scenario, ScenarioStep
from designkit.model.waiting import Step, answers, waits
from designkit.pictures.drawing import BadgeShape
from designkit.pictures.overlay import BadgeText, Ends, OverlayContent
from designkit.quantities.writing import shown_latency
from designkit.text.choices import unknown
from designkit.text.counts import counted


def walk(design: Design, name: str) -> OverlayContent:
    """Return the steps of the scenario called `name`, or of that number, as badges.

    Raises:
        NotFoundError: the design has no such scenario.
    """
    found = find_scenario(design, name)
    steps, title = tuple(_steps(design, found)), f"Scenario “{found.name}”"
    timed = any(" ms" in mark.text for _, mark in steps)
    how = "; the time is when a step begins, with each hop before it at its p99"
    return OverlayContent(
        legend=f"{title} in {counted(len(steps), 'step')}"
        f"{f'{how}; timeouts are not in it' if timed else ''}.",
        empty=f"{title}: none of its steps is in this view.",
        shape=BadgeShape.PILL,
        on_flows=steps,
        unseen="Steps that are not in this view:",
        numbered=True,
    )


def find_scenario(design: Design, name: str) -> Scenario:
    """Return the scenario of `design` that is called `name`, or has that number.

    Raises:
        NotFoundError: there is none.
    """
    wanted, numbers = (
        name.strip().casefold(),
        map(str, range(1, len(design.scenarios) + 1)),
    )
    for number, scenario in zip(numbers, design.scenarios, strict=True):
        if wanted in (number, scenario.name.strip().casefold()):
            return scenario
    raise unknown("scenario", name, (scenario.name for scenario in design.scenarios))


def _steps(design: Design, scenario: Scenario) -> Iterator[tuple[Ends, BadgeText]]:
    times = _times(design, scenario)
    back = {flow.ends for flow in design.flows if flow.answer}
    for number, step in enumerate(scenario.steps, 1):
        ends = step.source, step.target
        at = times.get(ends)
        text = str(number) if at is None else f"{number} · {shown_latency(at)}"
        told = f"Step {number}: {_told(step)}"
        yield ends, BadgeText(text, told, answers=ends in back)


def _told(step: ScenarioStep) -> str:
    way = f"{step.source} to {step.target}"
    return f"{way}. {step.note}" if step.note else f"{way}."


def _times(design: Design, scenario: Scenario) -> Mapping[Ends, float]:
    """Return the seconds at which steps begin on which somebody waits, by their ends.

    A call begins when its caller is done; what is read is there when the store is
    done; an answer comes when all that was asked for it has come.
    """
    taken = {(step.source, step.target) for step in scenario.steps}
    flows = tuple(flow for flow in design.flows if flow.ends in taken)
    gone = clock(design, tuple(filter(waits, flows)))
    times = ((flow.ends, _begun(flow, gone)) for flow in flows)
    return {ends: time for ends, time in times if time is not None}


def _begun(flow: Flow, gone: Clock) -> float | None:
    if answers(flow):
        return gone.replied.get(flow.source)
    is_read = flow.mode is Mode.LOOKUP
    step = Step(flow.source, flow.target if is_read else "")
    return gone.done.get(step) if waits(flow) else None
