"""The training path: from the sources of data to a released model."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from designkit.analysis.roles import has_role
from designkit.catalog.kind import Stage
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.model.component import Component, Flow
from designkit.model.design import Design
from designkit.model.graph import Graph
from designkit.pictures.aligning import aligned
from designkit.pictures.arrows import legend_of, merged
from designkit.pictures.bands import Band, Spacing
from designkit.pictures.cards import component_card, stage_of
from designkit.pictures.columns import columns_of, settled
from designkit.pictures.drawing import Drawing, Node
from designkit.pictures.framing import tags_of
from designkit.pictures.packing import best_rows
from designkit.pictures.phrases import figures_of
from designkit.pictures.swapping import blocks_of, seated_rows
from designkit.pictures.uncrossing import Arrangement, uncrossed
from designkit.pictures.view import view
from designkit.text.counts import counted

ROWS = (
    ((Stage.PROBLEM, Stage.INGESTION), (Stage.FEATURES,)),
    ((Stage.LABELS,), (Stage.TRAINING,), (Stage.REGISTRY,)),
)
TITLES = {
    Stage.PROBLEM: "Sources and ingestion",
    Stage.FEATURES: "Feature store",
    Stage.LABELS: "Outcomes and labels",
    Stage.TRAINING: "Training",
    Stage.REGISTRY: "Registry and release",
}
GAPS = Spacing(column=88, card=46, band=64, row=104)
DEPTHS = (1, 2, 3, 4, 5)
"""Cards in a column of a band: what is tried."""

LEARNING = (
    Stage.INGESTION,
    Stage.FEATURES,
    Stage.LABELS,
    Stage.TRAINING,
    Stage.REGISTRY,
)


@view(order=30)
def training(design: Design) -> Drawing:
    """From raw data to a released model, with the interval of every job."""
    ids = _members(design)
    flows = tuple(
        flow
        for flow in _leading(design)
        if flow.source in ids
        and flow.target in ids
        and flow.carries not in ("metric", "alert", "audit-record")
    )
    used = {id for flow in flows for id in flow.ends}
    members = [c for c in design.components.values() if c.id in ids & used]
    cards = {
        c.id: component_card(c, figures_of(c), tags_of(design, c.id)) for c in members
    }
    arrows = merged(flows)
    tried = _tried(members, cards, flows)
    rows = best_rows(tried, GAPS, arrows)
    parts = counted(len(used), "component")
    drawing = Drawing(
        name="training",
        title=design.name,
        subtitle="Training path: from raw data to a released model",
        description=f"How {design.name} learns: {parts}, from the "
        "sources of data over features and labels to training and release.",
        nodes=(),
        arrows=arrows,
        legend=legend_of({flow.mode.value for flow in flows}),
    )
    return uncrossed([_arranged(rows, drawing)])


def _arranged(rows: Sequence[Sequence[Band]], drawing: Drawing) -> Arrangement:
    return Arrangement(
        blocks_of(rows),
        lambda seated: aligned(seated_rows(rows, seated), drawing.arrows, GAPS).on(
            drawing
        ),
    )


def _tried(
    members: Sequence[Component], cards: Mapping[str, Node], flows: tuple[Flow, ...]
) -> Iterator[list[list[Band]]]:
    """Give the rows that are tried; all in one where a row has only one band."""
    for deep in DEPTHS:
        rows = _rows(members, cards, flows, deep)
        yield rows
        if len(rows) > 1 and min(map(len, rows)) == 1:
            yield [[*chain(*rows)]]


def _rows(
    members: Sequence[Component],
    cards: Mapping[str, Node],
    flows: tuple[Flow, ...],
    deep: int,
) -> list[list[Band]]:
    rows = [
        [band for at in row if (band := _band(at, members, cards, flows, deep))]
        for row in ROWS
    ]
    return [row for row in rows if row]


def _members(design: Design) -> set[str]:
    """Return what a released model is made from, and where its labels come from."""
    backwards = [
        flow.model_copy(update={"source": flow.target, "target": flow.source})
        for flow in _leading(design)
    ]
    goals = [c.id for c in design.of_kind("deployer", "model-registry", "trainer")]
    before = Graph(design).reachable(goals, backwards)
    return {
        id
        for id in before
        if stage_of(design.components[id]) in LEARNING
        or design.components[id].kind in (*kinds_with(Role.FEEDS_TRAINING), "client")
    }


def _leading(design: Design) -> Iterator[Flow]:
    """Give the flows that nobody waits for; not what a client is told in the end."""
    for flow in design.flows:
        is_told = design.components[flow.target].kind == "client"
        if not flow.mode.is_synchronous and (not is_told or flow.carries == "model"):
            yield flow


def _place(component: Component) -> Stage:
    """Return the stage in whose band a component stands."""
    if has_role(component, Role.FEEDS_TRAINING):
        return Stage.LABELS
    return stage_of(component)


def _band(
    stages: Sequence[Stage],
    members: Sequence[Component],
    cards: Mapping[str, Node],
    flows: tuple[Flow, ...],
    deep: int,
) -> Band | None:
    ids = [c.id for stage in stages for c in members if _place(c) is stage]
    if not ids:
        return None
    columns = columns_of(ids, flows, deep=deep, most=4)
    placed = tuple(
        tuple(cards[id] for id in column) for column in settled(columns, flows)
    )
    return Band(stages[-1].value, TITLES[stages[0]], stages[-1].value, placed)
