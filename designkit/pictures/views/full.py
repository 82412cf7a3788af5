"""The full picture: every component in the band of its stage, every flow."""

from collections.abc import Mapping, Sequence

from designkit.catalog.kind import Stage
from designkit.model.component import Flow
from designkit.model.design import Design
from designkit.model.graph import Graph
from designkit.pictures.arrows import legend_of, merged
from designkit.pictures.bands import Band, Placement, Spacing
from designkit.pictures.cards import component_card
from designkit.pictures.columns import settled, spread
from designkit.pictures.drawing import Arrow, Drawing, Node
from designkit.pictures.framing import tags_of
from designkit.pictures.inside import between_cards, parts_of
from designkit.pictures.packing import MakeBand, packed
from designkit.pictures.phrases import figures_of
from designkit.pictures.tellings import split, with_tellings
from designkit.pictures.view import view
from designkit.pictures.views.trunks import MANY, ROWS, Told, by_stage
from designkit.text.counts import counted

TOLD = (
    "→ on a card: what it tells those who watch, govern and retrain; ←: who tells it."
)

GAPS = Spacing(column=48, card=34, band=28, row=50)
"""Distances before wires ask for room."""


@view(order=50)
def full(design: Design) -> Drawing:
    """Every component in the band of its stage, and every flow between them."""
    if len(design.components) > MANY:
        every = tuple(design.components.values())
        return by_stage(design, Told("full", "Every component", every, design.flows))
    path, inside = Graph(design).critical_path, parts_of(design)
    drawn = tuple(between_cards(design, design.flows))
    arrows, told = split(design, merged(drawn, path.flows, noted=True))
    names = {id: component.title for id, component in design.components.items()}
    cards = {
        id: with_tellings(
            component_card(
                component,
                figures_of(component),
                tags_of(design, id),
                inside.get(id, ()),
                strong=id in path.components,
            ),
            told,
            names,
        )
        for id, component in design.components.items()
        if not component.host
    }
    placement = _placed(drawn, cards, arrows)
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
        arrows=arrows,
        caption=(TOLD,) if told else (),
        legend=legend_of(
            {arrow.mode for arrow in arrows},
            strong="critical path of a request" if path.components else "",
        ),
    )


def _placed(
    flows: Sequence[Flow], cards: Mapping[str, Node], arrows: Sequence[Arrow]
) -> Placement:
    """Set the stages in rows, in as many columns as can be shown largest."""
    stages = {node.stage for node in cards.values()}
    rows = [
        [_maker(flows, stage, cards) for stage in row if stage in stages]
        for row in ROWS
    ]
    return packed([row for row in rows if row], GAPS, arrows)


def _maker(flows: Sequence[Flow], stage: Stage, cards: Mapping[str, Node]) -> MakeBand:
    """Return what makes the band of a stage with at most so many columns."""
    members = [id for id, node in cards.items() if node.stage == stage]

    def make(most: int) -> Band:
        columns = settled(spread(members, flows, most), flows)
        placed = tuple(tuple(cards[id] for id in column) for column in columns)
        return Band(stage.value, stage.title, stage.value, placed)

    return make
