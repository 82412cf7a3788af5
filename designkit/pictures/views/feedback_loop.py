"""The feedback loop: how what was predicted becomes what is learnt."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from designkit.analysis.facts import Facts
from designkit.analysis.loop import LEARNT, gap_of, loop_of
from designkit.analysis.roles import has_role
from designkit.catalog.role import Role
from designkit.model.component import Flow
from designkit.model.design import Design
from designkit.pictures.arrows import legend_of, merged
from designkit.pictures.bands import Band, Placement, Spacing, best_shaped, place_bands
from designkit.pictures.cards import component_card
from designkit.pictures.columns import columns_of, settled
from designkit.pictures.drawing import Drawing, Node
from designkit.pictures.framing import tags_of
from designkit.pictures.phrases import figures_of
from designkit.pictures.view import view
from designkit.quantities.writing import listed


@dataclass(frozen=True, slots=True)
class LoopStation:
    """A station of the loop: the role of what works there, and how it is tinted."""

    title: str
    stage: str
    role: Role

    @property
    def name(self) -> str:
        """The title without its number, which a worksheet would leave blank."""
        return self.title.partition(" ")[2]


PREDICT = LoopStation("1 Predict and act", "serving", Role.LOOP_PREDICTS)
LOG = LoopStation("2 Log", "ingestion", Role.LOOP_LOGS)
LABEL = LoopStation("3 Observe and label", "labels", Role.LOOP_LABELS)
LEARN = LoopStation("4 Learn again", "training", Role.LOOP_LEARNS)
RELEASE = LoopStation("5 Release", "registry", Role.RELEASES)
WATCH = LoopStation("6 Watch and retrain", "monitoring", Role.LOOP_WATCHES)
UPPER, LOWER = (PREDICT, LOG, LABEL), (RELEASE, LEARN)
GRIDS = ((2, 4), (1, 4), (2, 3), (3, 3), (2, 2), (3, 2))
"""Cards in a column and columns in a station: what is tried."""

ROUND = (*UPPER, LEARN, RELEASE)
"""The stations in the order of the loop."""

STATIONS = (*ROUND, WATCH)
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
    loop = loop_of(facts, stations)
    stations = _seated(stations, loop)
    steps = set(pairwise(loop))
    flows = tuple(flow for flow in design.flows if _belongs(flow, stations, steps))
    used = {id for flow in flows for id in flow.ends}
    members = {
        station: [id for id in stations if stations[id] is station and id in used]
        for station in STATIONS
    }
    cards = {id: _card(design, id, strong=id in loop) for id in used}
    placement = best_shaped(_place(cards, members, flows, grid) for grid in GRIDS)
    names = " → ".join(design.components[id].title for id in loop)
    return Drawing(
        name="feedback-loop",
        title=design.name,
        subtitle="Feedback loop: how what was predicted becomes what is learnt",
        description=f"The feedback loop of {design.name}: {names or 'not closed'}.",
        nodes=placement.nodes,
        groups=placement.groups,
        arrows=merged(flows, steps),
        caption=(f"The loop: {names}." if loop else _open(facts, stations),),
        legend=legend_of(
            {flow.mode.value for flow in flows}, strong="the loop" if loop else ""
        ),
    )


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
        return f"nothing stands at the station {empty.name}"
    gap = gap_of(facts)
    if gap is None or not gap.after:
        return "no way leads through all stations and back to the same model"
    parts = facts.design.components
    after = listed((parts[id].title for id in gap.after), "or")
    return f"nothing leads from {parts[gap.before].title} to {after}"


def _card(design: Design, id: str, *, strong: bool) -> Node:
    component = design.components[id]
    figures, tags = figures_of(component), tags_of(design, id)
    return component_card(component, figures, tags, strong=strong)


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


def _belongs(
    flow: Flow,
    stations: Mapping[str, LoopStation],
    steps: Collection[tuple[str, str]],
) -> bool:
    """Whether `flow` says something about learning; each of the `steps` does."""
    if flow.ends in steps and flow.carries in LEARNT:
        return True
    return {*flow.ends} <= stations.keys() and flow.carries not in HIDDEN


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


def _seated(
    stations: Mapping[str, LoopStation], loop: Sequence[str]
) -> Mapping[str, LoopStation]:
    """Give what the loop passes without a station of its own that of what is before."""
    seated = dict(stations)
    for before, id in pairwise(loop):
        seated.setdefault(id, seated[before])
    return seated
