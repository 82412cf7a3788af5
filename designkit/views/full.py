"""The full picture: every component in the band of its stage, every flow."""

from collections.abc import Sequence

from designkit.arrows import legend_of, merged
from designkit.banding import Band, Placement, Spacing, best_shaped, place_bands
from designkit.card import component_card, stage_of
from designkit.catalog.kind import Stage
from designkit.drawing import Drawing
from designkit.model.design import Design
from designkit.model.graph import Graph
from designkit.ranking import columns_of, settled
from designkit.view import view
from designkit.wording import figures_of

ROWS: tuple[tuple[Stage, ...], ...] = (
    (Stage.INGESTION, Stage.FEATURES),
    (Stage.LABELS, Stage.TRAINING, Stage.REGISTRY),
    (Stage.PROBLEM, Stage.SERVING, Stage.EXPERIMENTATION),
    (Stage.GOVERNANCE, Stage.MONITORING, Stage.RETRAINING),
)


@view(order=50)
def full(design: Design) -> Drawing:
    """Every component in the band of its stage, and every flow between them."""
    placement = best_shaped(_placed(design, deep) for deep in (1, 2, 3))
    path = Graph(design).critical_path
    return Drawing(
        name="full",
        title=design.name,
        subtitle=f"Every component and flow: {len(design.components)} components, "
        f"{len(design.flows)} flows",
        description=f"All {len(design.components)} components of {design.name} in the "
        f"bands of their stages, and the {len(design.flows)} flows between them.",
        nodes=placement.nodes,
        groups=placement.groups,
        arrows=merged(design.flows, path.flows),
        legend=legend_of(
            {flow.mode.value for flow in design.flows},
            strong="critical path of a request" if path.components else "",
        ),
    )


def _placed(design: Design, deep: int) -> Placement:
    """Set the stages in rows, with about `deep` cards to a column."""
    rows = [
        [band for stage in row if (band := _band(design, stage, deep))] for row in ROWS
    ]
    return place_bands(
        [row for row in rows if row], Spacing(column=92, card=52, band=84, row=150)
    )


def _band(design: Design, stage: Stage, deep: int) -> Band | None:
    members = [
        id for id, component in design.components.items() if stage_of(component) is stage
    ]
    if not members:
        return None
    columns = _columns(design, members, deep)
    path = Graph(design).critical_path.components
    cards = tuple(
        tuple(
            component_card(
                design.components[id],
                figures_of(design.components[id]),
                strong=id in path,
            )
            for id in column
        )
        for column in columns
    )
    return Band(stage.value, stage.title, stage.value, cards)


def _columns(
    design: Design, members: Sequence[str], deep: int
) -> tuple[tuple[str, ...], ...]:
    columns = columns_of(members, design.flows, deep=deep, most=8)
    return settled(columns, design.flows)
