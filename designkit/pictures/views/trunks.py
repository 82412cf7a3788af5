"""A large design by stage: a card for each with its components, a trunk for its flows.

Where each flow of hundreds has a line nobody can follow one. A trunk says how many
there are and what they carry; its description names all of them.
"""

from collections.abc import Iterator, Mapping, Sequence

from designkit.catalog.kind import Stage
from designkit.model.component import Component, Flow
from designkit.model.critical_path import CriticalPath
from designkit.model.design import Design
from designkit.model.graph import Graph
from designkit.pictures.arrows import describe
from designkit.pictures.bands import Band, Spacing, place_bands
from designkit.pictures.cards import stage_card, stage_of
from designkit.pictures.drawing import Arrow, Drawing, LegendEntry, LineStyle, Node
from designkit.pictures.phrases import carried
from designkit.text.counts import counted

LONGEST = 6
"""Components in a column of a card."""

MOST_TYPES = 2
"""Data types that a label has room for."""

GAPS = Spacing(band=150, row=130)
DETAILS = "Details: the views stage:{} and around:COMPONENT."


def by_stage(design: Design, rows: Sequence[Sequence[Stage]]) -> Drawing:
    """Draw a card for each stage, with the number of flows between any two."""
    path = Graph(design).critical_path
    members = _members(design)
    bundles = _bundles(design)
    cards = {stage: _card(stage, members[stage], bundles) for stage in members}
    bands = [
        [
            Band(stage.value, "", "", ((cards[stage],),))
            for stage in row
            if stage in cards
        ]
        for row in rows
    ]
    placement = place_bands([row for row in bands if row], GAPS)
    parts, flows = _counts(design)
    return Drawing(
        name="full",
        title=design.name,
        subtitle=f"Every component by stage: {parts}, {flows}",
        description=f"All {parts} of {design.name} by stage, and the number of flows "
        f"between any two stages.",
        nodes=placement.nodes,
        arrows=tuple(
            _trunk(pair, bundle, path)
            for pair, bundle in bundles.items()
            if pair[0] is not pair[1]
        ),
        caption=(DETAILS.format(next(iter(members)).value),),
        legend=tuple(_legend(path)),
    )


def _counts(design: Design) -> tuple[str, str]:
    parts = counted(len(design.components), "component")
    return parts, counted(len(design.flows), "flow")


def _members(design: Design) -> Mapping[Stage, list[Component]]:
    found: dict[Stage, list[Component]] = {}
    for component in design.components.values():
        found.setdefault(stage_of(component), []).append(component)
    return found


Bundles = Mapping[tuple[Stage, Stage], list[Flow]]


def _bundles(design: Design) -> Bundles:
    stages = {id: stage_of(it) for id, it in design.components.items()}
    found: dict[tuple[Stage, Stage], list[Flow]] = {}
    for flow in design.flows:
        found.setdefault((stages[flow.source], stages[flow.target]), []).append(flow)
    return found


def _card(stage: Stage, members: Sequence[Component], bundles: Bundles) -> Node:
    inside = len(bundles.get((stage, stage), ()))
    title = f"{stage.title}: {counted(len(members), 'component')}"
    figure = f"{counted(inside, 'flow')} inside" if inside else ""
    columns = -(-len(members) // LONGEST)
    return stage_card(stage.value, title, stage, members, figure, columns=columns)


def _trunk(
    pair: tuple[Stage, Stage], flows: Sequence[Flow], path: CriticalPath
) -> Arrow:
    names = sorted({flow.type_name for flow in flows if flow.type_name})
    types = carried(flows, most=MOST_TYPES)
    text = (
        f"{counted(len(flows), 'flow')}\n{types}"
        if types
        else counted(len(flows), "flow")
    )
    source, target = pair
    return Arrow(
        source=source.value,
        target=target.value,
        carries=" ".join(names),
        mode="bundle",
        line=LineStyle.SOLID,
        text=text,
        strong=any(flow.ends in path.flows for flow in flows),
        description=f"{source.title} to {target.title}: "
        + "; ".join(describe(flow) for flow in flows),
    )


def _legend(path: CriticalPath) -> Iterator[LegendEntry]:
    if path.components:
        text = "with a step of the critical path of a request"
        yield LegendEntry(LineStyle.SOLID, text, strong=True)
    yield LegendEntry(LineStyle.SOLID, "all flows from one stage to another")
