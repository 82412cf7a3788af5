"""The feedback loop: how what was predicted becomes what is learnt."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from designkit.analysis.facts import Facts
from designkit.analysis.loop import LEARNT, gap_of, loop_of
from designkit.analysis.roles import has_role
from designkit.catalog.kind import Stage
from designkit.catalog.role import Role
from designkit.model.component import Component, Flow
from designkit.model.design import Design
from designkit.pictures.arrows import legend_of, merged
from designkit.pictures.cards import component_card, stage_of
from designkit.pictures.drawing import Arrow, Drawing, Node, StepPart, Style
from designkit.pictures.framing import tags_of
from designkit.pictures.gathering import (
    RowNote,
    gathered_arrows,
    gathered_card,
    takings,
)
from designkit.pictures.phrases import figures_of
from designkit.pictures.view import view
from designkit.pictures.views.feedback_ring import (
    ROUND,
    STATIONS,
    Loop,
    LoopStation,
    drawn_loop,
)
from designkit.quantities.writing import listed

STEP_AT = 2.0
"""How far the number of a step is within the corner of its card, in pixels."""

MONITORS = "monitoring@all"
"""The card of all monitors; no component can be called that."""

HIDDEN = ("metric", "audit-record", "raw-table", "request", "response", "policy")


@view(order=40)
def feedback_loop(design: Design) -> Drawing:
    """From prediction over log, label, dataset and model back to prediction."""
    stations: Mapping[str, LoopStation] = {
        component.id: station
        for component in design.components.values()
        for station in STATIONS
        if has_role(component, station.role)
    }
    facts = Facts(design)
    way = loop_of(facts, stations)
    stations = _seated(stations, way)
    steps = set(pairwise(way))
    flows = tuple(flow for flow in design.flows if _belongs(flow, stations, steps))
    arrows = merged(flows, steps)
    used = {id for flow in flows for id in flow.ends}
    monitors = _monitors(design.components[id] for id in stations if id in used)
    home = dict.fromkeys((monitor.id for monitor in monitors), MONITORS)
    cards = {id: _card(design, id, way) for id in used - home.keys()}
    if monitors:
        notes = {it.id: tuple(_notes(design, it, arrows)) for it in monitors}
        cards[MONITORS] = gathered_card(MONITORS, "Monitors", monitors, notes)
    arrows = gathered_arrows(arrows, home)
    seats = {home.get(id, id): stations[id] for id in stations if id in used}
    members = {
        station: [id for id in seats if seats[id] is station] for station in STATIONS
    }
    names = " → ".join(design.components[id].title for id in way)
    drawing = Drawing(
        name="feedback-loop",
        title=design.name,
        subtitle="Feedback loop: how what was predicted becomes what is learnt",
        description=f"The feedback loop of {design.name}: {names or 'not closed'}.",
        nodes=(),
        arrows=arrows,
        caption=(f"The loop: {names}." if way else _open(facts, stations),),
        legend=legend_of(
            {flow.mode.value for flow in flows}, strong="the loop" if way else ""
        ),
    )
    return drawn_loop(drawing, Loop(cards, members, arrows, way))


def _open(facts: Facts, stations: Mapping[str, LoopStation]) -> str:
    """Say that there is no loop, whether one is missed, and where its gap is."""
    if facts.trains_nothing:
        return "No model is trained here, so there is no loop to close."
    return f"The loop is not closed: {_gap(facts, stations)}."


def _gap(facts: Facts, stations: Mapping[str, LoopStation]) -> str:
    """Return the first station that is empty, else between what nothing leads on."""
    filled = set(stations.values())
    empty = next((station for station in ROUND if station not in filled), None)
    if empty:
        return f"nothing stands at the station {empty.title}"
    gap = gap_of(facts)
    if gap is None or not gap.after:
        return "no way leads through all stations and back to the same model"
    parts = facts.design.components
    after = listed((parts[id].title for id in gap.after), "or")
    return f"nothing leads from {parts[gap.before].title} to {after}"


def _monitors(used: Iterable[Component]) -> tuple[Component, ...]:
    """Return the monitors that are drawn as one card: all, if there are several."""
    found = tuple(
        it
        for it in used
        if stage_of(it) is Stage.MONITORING and not has_role(it, Role.SINK)
    )
    return found if len(found) > 1 else ()


def _notes(
    design: Design, monitor: Component, arrows: Sequence[Arrow]
) -> Iterator[RowNote]:
    """Give what a monitor takes, its figures, and the groups that it is in."""
    yield Style.CAPTION, takings(arrows, monitor.id)
    yield from ((Style.FIGURE, text) for text in figures_of(monitor))
    yield from ((Style.CAPTION, text) for text in tags_of(design, monitor.id))


def _card(design: Design, id: str, way: Sequence[str]) -> Node:
    """Return the card of a component, with its number if the loop passes it."""
    component = design.components[id]
    figures, tags = figures_of(component), tags_of(design, id)
    card = component_card(component, figures, tags, strong=id in way)
    if id not in way:
        return card
    step = way.index(id) + 1
    said = f"{card.description}; step {step} of the loop"
    return replace(
        card, parts=(*card.parts, StepPart(STEP_AT, STEP_AT, step)), description=said
    )


def _belongs(
    flow: Flow,
    stations: Mapping[str, LoopStation],
    steps: Collection[tuple[str, str]],
) -> bool:
    """Whether `flow` says something about learning; each of the `steps` does."""
    if flow.ends in steps and flow.carries in LEARNT:
        return True
    return {*flow.ends} <= stations.keys() and flow.carries not in HIDDEN


def _seated(
    stations: Mapping[str, LoopStation], loop: Sequence[str]
) -> Mapping[str, LoopStation]:
    """Give what the loop passes without a station of its own that of what is before."""
    seated = dict(stations)
    for before, id in pairwise(loop):
        seated.setdefault(id, seated[before])
    return seated
