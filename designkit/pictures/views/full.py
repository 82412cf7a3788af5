"""The full picture: every component in the band of its stage, every flow."""

from collections.abc import Mapping, Sequence
from math import isqrt

from designkit.catalog.kind import Stage
from designkit.model.component import Flow
from designkit.model.design import Design
from designkit.model.graph import Graph
from designkit.pictures.arrows import legend_of, merged
from designkit.pictures.bands import Band, Placement, Spacing, best_shaped, place_bands
from designkit.pictures.cards import component_card
from designkit.pictures.columns import columns_of, settled
from designkit.pictures.drawing import Drawing, Node
from designkit.pictures.framing import tags_of
from designkit.pictures.inside import between_cards, parts_of
from designkit.pictures.phrases import figures_of
from designkit.pictures.view import view
from designkit.text.counts import counted

ROWS: tuple[tuple[Stage, ...], ...] = (
    (Stage.INGESTION, Stage.FEATURES),
    (Stage.LABELS, Stage.TRAINING, Stage.REGISTRY),
    (Stage.PROBLEM, Stage.SERVING, Stage.EXPERIMENTATION),
    (Stage.GOVERNANCE, Stage.MONITORING, Stage.RETRAINING),
)


MANY = 120
"""Components beyond which columns grow deeper with the design."""


@view(order=50)
def full(design: Design) -> Drawing:
    """Every component in the band of its stage, and every flow between them."""
    path, inside = Graph(design).critical_path, parts_of(design)
    drawn = tuple(between_cards(design, design.flows))
    cards = {
        id: component_card(
            component,
            figures_of(component),
            tags_of(design, id),
            inside.get(id, ()),
            strong=id in path.components,
        )
        for id, component in design.components.items()
        if not component.host
    }
    depths = (1, 2, 3) if len(cards) <= MANY else (isqrt(len(cards)) // 4,)
    placement = best_shaped(_placed(drawn, cards, deep) for deep in depths)
    parts = counted(len(design.components), "component")
    flows = counted(len(design.flows), "flow")
    return Drawing(
        name="full",
        title=design.name,
        subtitle=f"Every component and flow: {parts}, {flows}",
        description=f"All {parts} of {design.name} in the bands of their stages, "
        f"and the {flows} between them.",
        nodes=placement.nodes,
        groups=placement.groups,
        arrows=merged(drawn, path.flows, noted=True),
        legend=legend_of(
            {flow.mode.value for flow in design.flows},
            strong="critical path of a request" if path.components else "",
        ),
    )


def _placed(flows: Sequence[Flow], cards: Mapping[str, Node], deep: int) -> Placement:
    """Set the stages in rows, with about `deep` cards to a column."""
    rows = [
        [band for stage in row if (band := _band(flows, stage, cards, deep))]
        for row in ROWS
    ]
    return place_bands(
        [row for row in rows if row], Spacing(column=92, card=52, band=84, row=150)
    )


def _band(
    flows: Sequence[Flow], stage: Stage, cards: Mapping[str, Node], deep: int
) -> Band | None:
    members = [id for id, node in cards.items() if node.stage == stage]
    if not members:
        return None
    most = 8 if len(cards) <= MANY else len(cards)
    columns = columns_of(members, flows, deep=deep, most=most)
    placed = tuple(
        tuple(cards[id] for id in column) for column in settled(columns, flows)
    )
    return Band(stage.value, stage.title, stage.value, placed)
