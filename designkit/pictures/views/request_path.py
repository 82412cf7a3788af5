"""The request path: who waits for whom, and for how long."""

from collections.abc import Mapping, Sequence

from designkit.estimates.answering import awaited_path
from designkit.estimates.estimator import estimate_load
from designkit.estimates.figure import Estimate
from designkit.model.component import Flow
from designkit.model.critical_path import CriticalPath
from designkit.model.design import Design
from designkit.model.graph import Graph
from designkit.pictures.arrows import legend_of, merged
from designkit.pictures.bands import Band, Placement, Spacing, best_shaped, place_bands
from designkit.pictures.cards import component_card
from designkit.pictures.columns import rank
from designkit.pictures.drawing import Drawing, Node
from designkit.pictures.framing import tags_of
from designkit.pictures.inside import between_cards, outer_of, parts_of
from designkit.pictures.view import view
from designkit.pictures.views.request_path_figures import (
    caption_of,
    figures_of_hop,
    loop_of,
)

MOST_ROWS = 3


@view(order=20)
def request_path(design: Design) -> Drawing:
    """Calls and lookups of one request, with the time of each hop."""
    graph = Graph(design)
    waited = (f for f in design.flows if f.mode.is_synchronous)
    flows = tuple(between_cards(design, waited))
    joined = {id for flow in flows for id in flow.ends}
    joined |= {outer_of(design, id) for id in graph.critical_path.components}
    ids = [id for id in design.components if id in joined]
    ranks = _ranked(ids, tuple(between_cards(design, graph.synchronous)))
    path, numbers = awaited_path(design), estimate_load(design)
    cards = {id: _card(design, path, numbers, id) for id in ids}
    columns = _columns(ranks, cards, path.components)
    placement = _place(columns, _axis(flows, path))
    return Drawing(
        name="request-path",
        title=design.name,
        subtitle="Request path: calls and lookups, milliseconds at each hop",
        description=_describe(design, path),
        nodes=placement.nodes,
        arrows=merged(flows, path.flows),
        caption=tuple(caption_of(design, path, numbers)),
        legend=legend_of(
            {f.mode.value for f in flows},
            strong="critical path" if path.components else "",
        ),
    )


def _ranked(ids: Sequence[str], flows: Sequence[Flow]) -> Mapping[str, int]:
    """Return the column of each component.

    What is only read, such as a store, stands in the column of its first reader, so
    that the reader looks it up straight above or below.
    """
    ranks = dict(rank(ids, [flow for flow in flows if flow.mode == "call"]))
    sent: dict[str, list[Flow]] = {}
    for flow in flows:
        sent.setdefault(flow.source, []).append(flow)
    for id in ranks:
        own = sent.get(id, ())
        if own and all(flow.mode == "lookup" for flow in own):
            ranks[id] = min(ranks[flow.target] for flow in own)
    return ranks


def _columns(
    ranks: Mapping[str, int], cards: Mapping[str, Node], spine: tuple[str, ...]
) -> list[tuple[Node, ...]]:
    columns: dict[int, list[str]] = {}
    for id, at in ranks.items():
        columns.setdefault(at, []).append(id)
    central = frozenset(spine)
    return [
        tuple(cards[id] for id in _column(columns[at], central))
        for at in sorted(columns)
    ]


def _axis(flows: Sequence[Flow], path: CriticalPath) -> frozenset[str]:
    """Return who calls and is called on the critical path: they stand on a line."""
    calls = [f for f in flows if f.mode == "call" and path.has(f)]
    return frozenset(id for flow in calls for id in flow.ends)


def _place(columns: list[tuple[Node, ...]], axis: frozenset[str]) -> Placement:
    """Fold the columns into rows, like lines of text, in the shape of a page."""
    return best_shaped(_fold(columns, rows, axis) for rows in range(1, MOST_ROWS + 1))


def _fold(
    columns: list[tuple[Node, ...]], rows: int, axis: frozenset[str]
) -> Placement:
    size = max(-(-len(columns) // rows), 1)
    lines = [columns[at : at + size] for at in range(0, len(columns), size)]
    rows_of_bands = [
        [Band(str(at), "", "", tuple(line), axis)] for at, line in enumerate(lines)
    ]
    return place_bands(rows_of_bands, Spacing(column=104, card=46, row=96))


def _column(ids: list[str], spine: frozenset[str]) -> list[str]:
    """Put the component of the critical path in the middle of its column."""
    on = [id for id in ids if id in spine]
    off = [id for id in ids if id not in spine]
    half = len(off) // 2
    return [*off[:half], *on, *off[half:]]


def _card(design: Design, path: CriticalPath, estimate: Estimate, id: str) -> Node:
    component = design.components[id]
    figures = figures_of_hop(component, path, estimate)
    return component_card(
        component,
        figures,
        tags_of(design, id),
        parts_of(design).get(id, ()),
        loop=loop_of(component),
        strong=id in path.components,
    )


def _describe(design: Design, path: CriticalPath) -> str:
    names = [design.components[id].title for id in path.components]
    return f"The request path of {design.name}. " + (
        f"The critical path is {', '.join(names)}." if names else ""
    )
