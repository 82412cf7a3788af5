"""A large design by stage: a card for each with its components, a trunk for its flows.

Where each flow of hundreds has a line nobody can follow one. A trunk says how many
there are and what they carry; its description names all of them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

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

MANY = 60
"""Cards beyond which flows are drawn from stage to stage."""

ROWS: tuple[tuple[Stage, ...], ...] = (
    (Stage.INGESTION, Stage.FEATURES),
    (Stage.LABELS, Stage.TRAINING, Stage.REGISTRY),
    (Stage.PROBLEM, Stage.SERVING, Stage.EXPERIMENTATION),
    (Stage.GOVERNANCE, Stage.MONITORING, Stage.RETRAINING),
)
"""The stages of a large picture, row by row."""

LONGEST = 6
"""Components in a column of a card."""

MOST_TYPES = 2
"""Data types that a label has room for."""

GAPS = Spacing(band=150, row=130)
DETAILS = "Details: the views stage:{} and around:COMPONENT."


@dataclass(frozen=True, slots=True)
class Told:
    """What a large picture shows of a design, and what it is called."""

    name: str
    what: str
    components: Sequence[Component]
    flows: Sequence[Flow]
    caption: tuple[str, ...] = ()


def by_stage(design: Design, told: Told) -> Drawing:
    """Draw a card for each stage, with the number of flows between any two."""
    path = Graph(design).critical_path
    stages = {id: stage_of(it) for id, it in design.components.items()}
    members = _members(told.components, stages)
    bundles = _bundles(told.flows, stages)
    cards = {stage: _card(stage, members[stage], bundles) for stage in members}
    bands = [
        [
            Band(stage.value, "", "", ((cards[stage],),))
            for stage in row
            if stage in cards
        ]
        for row in ROWS
    ]
    placement = place_bands([row for row in bands if row], GAPS)
    parts, flows = (
        counted(len(told.components), "component"),
        counted(len(told.flows), "flow"),
    )
    return Drawing(
        name=told.name,
        title=design.name,
        subtitle=f"{told.what} by stage: {parts}, {flows}",
        description=f"{told.what} of {design.name} by stage: {parts}, and the number "
        f"of flows between any two stages.",
        nodes=placement.nodes,
        arrows=tuple(
            _trunk(pair, bundle, path)
            for pair, bundle in bundles.items()
            if pair[0] is not pair[1]
        ),
        caption=(*told.caption, DETAILS.format(next(iter(members)).value)),
        legend=tuple(_legend(path)),
    )


Stages = Mapping[str, Stage]
"""The stage of each component, by its id."""


def _members(
    components: Iterable[Component], stages: Stages
) -> Mapping[Stage, list[Component]]:
    found: dict[Stage, list[Component]] = {}
    for component in components:
        found.setdefault(stages[component.id], []).append(component)
    return found


Bundles = Mapping[tuple[Stage, Stage], list[Flow]]


def _bundles(flows: Iterable[Flow], stages: Stages) -> Bundles:
    found: dict[tuple[Stage, Stage], list[Flow]] = {}
    for flow in flows:
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
