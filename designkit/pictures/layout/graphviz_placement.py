"""Places a drawing by Graphviz alone: cards by rank, curved arrows, the classical look.

Only which cards stand in one band is taken from the view, not where they stand. Ranks
go to the right or down, whichever has the larger text on a page.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from designkit.errors import LayoutError
from designkit.pictures.drawing import (
    Arrow,
    ArrowLabel,
    Box,
    Drawing,
    Group,
    Node,
    NodeRole,
    Point,
)
from designkit.pictures.gates.sizes import smallest_text
from designkit.pictures.layout.frame import content_box, frame
from designkit.pictures.layout.graph_building import (
    Direction,
    build_graph,
    shown_label,
)
from designkit.pictures.layout.graphviz_answer import Placed
from designkit.pictures.layout.graphviz_process import (
    SECONDS_AT_MOST,
    GraphvizDiedError,
    lay_out,
)
from designkit.pictures.lettering import label_size
from designkit.pictures.wording import cards_of, short

BELOW = 36.0
"""Pixels between the graph and a bar that stands below it."""


def place_by_graphviz(drawing: Drawing) -> Drawing:
    """Give every card a place, every arrow a route and every label a box.

    Raises:
        LayoutError: Graphviz died, or lost part of the picture, or took too long.
        MissingLibraryError: there is no Graphviz.
    """
    found = [*_tried(drawing, as_one=False)] or [*_tried(drawing, as_one=True)]
    if not found:
        raise LayoutError(
            f"Graphviz could not lay out {drawing.name}: it died, lost an arrow, or "
            f"took longer than {SECONDS_AT_MOST} seconds; without an engine, "
            "designkit places and routes it"
        )
    return max(found, key=smallest_text)


def _tried(drawing: Drawing, *, as_one: bool) -> Iterator[Drawing]:
    """Give `drawing` laid out in each direction in which Graphviz does it.

    Some graphs it dies of, or loses an arrow, in one direction and not in the other.
    """
    for direction in Direction:
        graph = build_graph(drawing, direction, as_one=as_one)
        with suppress(GraphvizDiedError, KeyError):
            yield frame(_with_places(drawing, lay_out(graph)))


def _with_places(drawing: Drawing, answer: Placed) -> Drawing:
    """Return `drawing` with everything where Graphviz puts it, bars below.

    Raises:
        KeyError: the answer lacks a card or an arrow.
    """
    numbers = {node.id: number for number, node in enumerate(cards_of(drawing))}
    placed = replace(
        drawing,
        nodes=tuple(
            _at(node, answer.nodes[numbers[node.id]]) if node.id in numbers else node
            for node in drawing.nodes
        ),
        groups=tuple(
            replace(drawing.groups[number], box=box)
            for number, box in sorted(answer.groups.items())
        ),
        arrows=tuple(
            _routed(arrow, number, answer)
            for number, arrow in enumerate(drawing.arrows)
        ),
        caption=(*drawing.caption, *_told(drawing, answer)),
    )
    return _with_bars(placed)


def _at(node: Node, centre: Point) -> Node:
    return node.at(centre[0] - node.width / 2, centre[1] - node.height / 2)


def _routed(arrow: Arrow, number: int, answer: Placed) -> Arrow:
    text, note = shown_label(arrow)
    label = None
    if text or note:
        width, height = label_size("\n".join(filter(None, (text, note))))
        x, y = answer.labels[number]
        label = ArrowLabel(
            text, Box(x - width / 2, y - height / 2, width, height), note=note
        )
    return replace(arrow, route=answer.routes[number], label=label)


def _told(drawing: Drawing, answer: Placed) -> Iterator[str]:
    """Say what is in the frames for which the graph has no place."""
    for number, group in enumerate(drawing.groups):
        if group.is_frame and number not in answer.groups:
            inside = (it.title for it in drawing.nodes if _holds(group, it))
            yield f"{group.title}: {', '.join(map(short, inside))}."


def _holds(group: Group, node: Node) -> bool:
    return group.box.contains(node.box)


def _with_bars(drawing: Drawing) -> Drawing:
    """Put bars below everything else, at its left."""
    cards = cards_of(drawing)
    area = content_box(replace(drawing, nodes=cards))
    bars = (
        node.at(area.x, area.bottom + BELOW) if node.role is NodeRole.BAR else node
        for node in drawing.nodes
    )
    return replace(drawing, nodes=tuple(bars))
