"""The feedback loop: how what was predicted becomes what is learnt."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from designkit.analysis.roles import has_role, with_role
from designkit.catalog.role import Role
from designkit.model.component import Flow
from designkit.model.design import Design
from designkit.pictures.arrows import legend_of, merged
from designkit.pictures.bands import Band, Placement, Spacing, best_shaped, place_bands
from designkit.pictures.cards import component_card
from designkit.pictures.columns import columns_of, settled
from designkit.pictures.drawing import Drawing, Node
from designkit.pictures.phrases import figures_of
from designkit.pictures.view import view


@dataclass(frozen=True, slots=True)
class LoopStation:
    """A station of the loop: the role of what works there, and how it is tinted."""

    title: str
    stage: str
    role: Role


PREDICT = LoopStation("1 Predict and act", "serving", Role.LOOP_PREDICTS)
LOG = LoopStation("2 Log", "ingestion", Role.LOOP_LOGS)
LABEL = LoopStation("3 Observe and label", "labels", Role.LOOP_LABELS)
LEARN = LoopStation("4 Learn again", "training", Role.LOOP_LEARNS)
RELEASE = LoopStation("5 Release", "registry", Role.RELEASES)
WATCH = LoopStation("6 Watch and retrain", "monitoring", Role.LOOP_WATCHES)
UPPER, LOWER = (PREDICT, LOG, LABEL), (RELEASE, LEARN)
GRIDS = ((2, 4), (1, 4), (2, 3), (3, 3), (2, 2), (3, 2))
"""Cards in a column and columns in a station: what is tried."""

STATIONS = (*UPPER, LEARN, RELEASE, WATCH)
HIDDEN = ("metric", "audit-record", "raw-table", "request", "response", "policy")
LOOP = (
    "prediction-log",
    "label-joiner",
    "dataset-builder",
    "trainer",
    "model-registry",
)


@view(order=40)
def feedback_loop(design: Design) -> Drawing:
    """From prediction over log, label, dataset and model back to prediction."""
    stations = {
        component.id: station
        for component in design.components.values()
        for station in STATIONS
        if has_role(component, station.role)
    }
    flows = tuple(flow for flow in design.flows if _belongs(flow, stations))
    used = {id for flow in flows for id in flow.ends}
    loop = _loop(design, flows)
    members = {
        station: [id for id in stations if stations[id] is station and id in used]
        for station in STATIONS
    }
    cards = {id: _card(design, id, strong=id in loop) for id in used}
    placement = best_shaped(_place(cards, members, flows, grid) for grid in GRIDS)
    steps = set(pairwise(loop))
    names = " → ".join(design.components[id].title for id in loop)
    return Drawing(
        name="feedback-loop",
        title=design.name,
        subtitle="Feedback loop: how what was predicted becomes what is learnt",
        description=f"The feedback loop of {design.name}: {names or 'not closed'}.",
        nodes=placement.nodes,
        groups=placement.groups,
        arrows=merged(flows, steps),
        caption=(f"The loop: {names}.",) if loop else ("The loop is not closed.",),
        legend=legend_of(
            {flow.mode.value for flow in flows}, strong="the loop" if loop else ""
        ),
    )


def _card(design: Design, id: str, *, strong: bool) -> Node:
    component = design.components[id]
    return component_card(component, figures_of(component), strong=strong)


def _place(
    cards: Mapping[str, Node],
    members: Mapping[LoopStation, Sequence[str]],
    flows: Sequence[Flow],
    grid: tuple[int, int],
) -> Placement:
    """Set the stations in a ring: out along the top, back below, watched from under."""
    bands = {
        station: _band(cards, station, ids, flows, grid)
        for station, ids in members.items()
        if ids
    }
    rows = [[bands[s] for s in row if s in bands] for row in (UPPER, LOWER, (WATCH,))]
    return place_bands(
        [row for row in rows if row], Spacing(column=84, card=46, band=76, row=104)
    )


def _belongs(flow: Flow, stations: Mapping[str, LoopStation]) -> bool:
    return (
        flow.source in stations
        and flow.target in stations
        and flow.carries not in HIDDEN
    )


def _band(
    cards: Mapping[str, Node],
    station: LoopStation,
    ids: Sequence[str],
    flows: Sequence[Flow],
    grid: tuple[int, int],
) -> Band:
    columns = columns_of(ids, flows, deep=grid[0], most=grid[1])
    columns = settled(columns, flows)
    if station in LOWER:
        columns = columns[::-1]
    placed = tuple(tuple(cards[id] for id in column) for column in columns)
    return Band(station.stage, station.title, station.stage, placed)


def _loop(design: Design, flows: Sequence[Flow]) -> tuple[str, ...]:
    """Return the shortest way round: server, log, label, dataset, model and back."""
    onward: dict[str, list[str]] = {}
    for flow in flows:
        onward.setdefault(flow.source, []).append(flow.target)
    found = [
        way
        for server, trainers in _learners(design)
        if (way := _round(design, server, trainers, onward))
    ]
    return min(found, key=len, default=())


def _learners(design: Design) -> Iterator[tuple[str, frozenset[str]]]:
    """Give each server of a model with the trainers that make it."""
    every = frozenset(component.id for component in design.of_kind("trainer"))
    stated = [
        (server, frozenset({model.trained_by}) if model.trained_by else every)
        for model in design.models.values()
        for server in model.served_by
    ]
    servers = with_role(design, Role.RUNS_MODEL)
    yield from stated or ((component.id, every) for component in servers)


def _round(
    design: Design,
    server: str,
    trainers: frozenset[str],
    onward: Mapping[str, Sequence[str]],
) -> tuple[str, ...]:
    way: tuple[str, ...] = (server,)
    for kind in LOOP:
        of_kind = {component.id for component in design.of_kind(kind)}
        goals = trainers if kind == "trainer" else of_kind
        stretch = _shortest(way[-1], goals, onward)
        if not stretch:
            return ()
        way = (*way, *stretch)
    back = _shortest(way[-1], {server}, onward)
    return (*way, *back) if back else ()


def _shortest(
    start: str, goals: Iterable[str], onward: Mapping[str, Sequence[str]]
) -> tuple[str, ...]:
    """Return the steps from `start` to the nearest of `goals`, without `start`."""
    wanted = set(goals)
    ways: dict[str, tuple[str, ...]] = {start: ()}
    waiting = [start]
    for id in waiting:
        for target in onward.get(id, ()):
            if target in wanted:
                return (*ways[id], target)
            if target not in ways:
                ways[target] = (*ways[id], target)
                waiting.append(target)
    return ()
