"""The figures of the run path: when each step runs, how long, and who looks at it."""

from collections.abc import Iterable, Iterator, Sequence

from designkit.analysis.roles import has_role
from designkit.analysis.run_clock import RunTimes
from designkit.catalog.role import Role
from designkit.estimates.figure import Estimate
from designkit.model.component import Component
from designkit.model.design import Design
from designkit.pictures.cards import COLUMN
from designkit.pictures.drawing import Style
from designkit.pictures.lettering import width_of
from designkit.pictures.phrases import NO_BREAK, figures_of
from designkit.quantities.clock import shown_clock
from designkit.quantities.durations import DAY
from designkit.quantities.writing import shown_duration

BY_HAND = "by hand"
"""What is said of a step that people take."""


def figures_of_step(component: Component, estimate: Estimate) -> tuple[str, ...]:
    """Return the lines of figures of a step: its clock, its work, its deadline."""
    said = (line for parts in _figures(component, estimate) for line in _fitted(parts))
    return tuple(said) or _fitted(*(it.split(" · ") for it in figures_of(component)))


def _figures(component: Component, estimate: Estimate) -> Iterator[Iterator[str]]:
    if is_by_hand(component):
        yield _room(component)
        yield _people(component)
        return
    yield _clock(component)
    yield _work(component, estimate)
    yield _deadline(component)
    yield _limits(component)


def is_by_hand(component: Component) -> bool:
    """Whether people do what is done here."""
    return has_role(component, Role.JUDGED_BY_PEOPLE)


def _fitted(parts: Iterable[str] = ()) -> tuple[str, ...]:
    """Return `parts` in one line, if it is no wider than a card, else in one each."""
    said = tuple(part.replace(" ", NO_BREAK) for part in parts if part)
    line = " · ".join(said)
    return (line,) if line and width_of(line, Style.FIGURE) <= COLUMN else said


def _clock(component: Component) -> Iterator[str]:
    if every := component.quantity("interval"):
        yield f"every {every}"
    if at := " ".join(component.texts("at")):
        yield f"at {at}"


def _work(component: Component, estimate: Estimate) -> Iterator[str]:
    """Give how long a run takes: stated, else what it scores over its rate."""
    computed = estimate.get(f"jobs.{component.id}.run-time")
    stated = component.quantity("runtime")
    time = f"{stated}" if stated else computed.text if computed else ""
    scored = component.quantity("entities") if _is_scorer(component) else None
    if time:
        yield f"takes {time} for {scored}" if scored else f"takes {time}"
    for name in ("watermark", "lag"):
        if delay := component.quantity(name):
            yield f"{name} {delay}"


def _is_scorer(component: Component) -> bool:
    return has_role(component, Role.RUNS_MODEL)


def _deadline(component: Component) -> Iterator[str]:
    if by := " ".join(component.texts("by")):
        yield f"due {by}"


def _limits(component: Component) -> Iterator[str]:
    if most := component.quantity("action-limit"):
        yield f"at most {most}"


def _room(component: Component) -> Iterator[str]:
    capacity, sla = component.quantity("capacity"), component.quantity("sla")
    if capacity or sla:
        yield " ".join((f"{capacity or ''}", f"within {sla}" if sla else "")).strip()


def _people(component: Component) -> Iterator[str]:
    reviewers, time = component.quantity("reviewers"), component.quantity("task-time")
    if reviewers:
        yield f"{reviewers} people, {time} each" if time else f"{reviewers} people"


def tags_of_step(design: Design, component: Component) -> Iterator[str]:
    """Give what else stands on the card of a step: who signs, what people do."""
    signed = (design.components[id].title for id in component.texts("accepted-by"))
    if names := ", ".join(signed):
        yield f"accepted by {names}"
    if is_by_hand(component):
        yield BY_HAND


def caption_of_run(
    design: Design, name: str, steps: Sequence[str], times: RunTimes, estimate: Estimate
) -> Iterator[str]:
    """Give the way of a run, when it is done, and what it leaves until its deadline."""
    if not steps:
        return
    yield f"{name}: {' → '.join(design.components[id].title for id in steps)}."
    if times.by_clock:
        yield _by_clock(times, estimate)
    elif len(times.steps) > 1:
        took = shown_duration(times.work)
        yield f"Its steps take {took} one after another, pauses between them left out."


def _by_clock(times: RunTimes, estimate: Estimate) -> str:
    first = times.steps[0].part.title if times.steps else ""
    start = shown_clock(times.steps[0].begin % DAY) if times.steps else ""
    said = f"It starts at {start} with {first}"
    if times.due is None:
        return f"{said} and is done at {shown_clock(times.ready % DAY)} at the soonest."
    by = " ".join(times.due.texts("by"))
    id = f"deadlines.{times.due.id}"
    ready, room = estimate.get(f"{id}.ready-at"), estimate.get(f"{id}.room")
    done = f"{said}; {times.due.title} is done at {ready.text if ready else '?'}"
    left = f"{room.text} before" if room else "after"
    return f"{done} at the soonest, {left} its deadline of {by}."
