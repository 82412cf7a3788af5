"""Places a drawing: Graphviz routes the arrows, then we put the labels beside them.

A drawing becomes a graph of boxes of fixed size without any text, so that no font and
no label can move anything. The view has decided where its nodes stand; Graphviz only
routes around them. It never sees a label: edges with labels make it fail, or lose edges
in silence.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from designkit.errors import LayoutError
from designkit.pictures.drawing import Box, Drawing, Node, Point
from designkit.pictures.layout.frame import frame
from designkit.pictures.layout.frame_titles import place_frame_titles
from designkit.pictures.layout.graphviz_process import (
    GraphvizDiedError,
    Placed,
    Running,
    start_graphviz,
)
from designkit.pictures.layout.labels import place_labels
from designkit.pictures.layout.notes import place_notes
from designkit.pictures.routing.router import route

MOST_ROUTED = 120
"""Boxes that the orthogonal router of Graphviz can do in a second: 45 take it 0.1 s,
300 take it 8 s, 1,000 take it three minutes."""

MOST_ARROWS = 800
"""Arrows that it can do in a second between so many boxes."""

SHOULDER, EDGE, TURN, HEAD = 14.0, 6.0, 8.0, 10.0
"""Pixels: where a line that turns onto a side meets it, counted from the corner; how
far from the corner a line is brought back; and the room that an arrow head takes."""


CLEARANCE = 12.0
"""Pixels that lines keep from cards."""

RETRIES = (
    *(("ortho", clearance) for clearance in (11.5, 12.6, 10.9, 13.3, 10.1, 9.2)),
    ("polyline", CLEARANCE),
)
"""Splines and clearance of further tries.

The router of Graphviz falls back to straight lines, and says nothing, when corners of
boxes meet in an unlucky way; a slightly different clearance cures it.
"""


def place(drawing: Drawing) -> Drawing:
    """Give every node a place, every arrow a route and every label a box.

    Raises:
        LayoutError: Graphviz died or lost something, every time.
    """
    return place_all((drawing,))[0]


def place_all(drawings: Iterable[Drawing]) -> tuple[Drawing, ...]:
    """Place several drawings.

    Raises:
        LayoutError: Graphviz died or lost something, every time.
    """
    return start_placing(drawings).result()


@dataclass(frozen=True, slots=True)
class Placing:
    """Drawings that Graphviz is at work on, beside whatever else is done meanwhile."""

    begun: tuple[tuple[Drawing, Running | None], ...]

    def result(self) -> tuple[Drawing, ...]:
        """Wait for Graphviz and return the placed drawings.

        Raises:
            LayoutError: Graphviz died or lost something, every time.
        """
        titled = (place_frame_titles(_finish(*begun)) for begun in self.begun)
        labelled = map(place_labels, titled)
        return tuple(frame(place_notes(drawing)) for drawing in labelled)


def start_placing(drawings: Iterable[Drawing]) -> Placing:
    """Begin to place `drawings`; Graphviz works on all of them side by side."""
    return Placing(tuple((drawing, _begin(drawing)) for drawing in drawings))


def _begin(drawing: Drawing) -> Running | None:
    """Start the first try; nothing for a drawing that needs no Graphviz."""
    many = len(drawing.nodes) > MOST_ROUTED or len(drawing.arrows) > MOST_ARROWS
    if not drawing.nodes or many:
        return None
    return None


def _finish(drawing: Drawing, first: Running | None) -> Drawing:
    """Return the drawing with its routes, from the best try of all."""
    if first is None:
        return route(drawing)
    best = _outcome(drawing, first)
    tries = iter(RETRIES)
    while best is None or count_faults(best):
        again = next(tries, None)
        if again is None:
            break
        other = _outcome(drawing, start_graphviz(dot_source(drawing, *again)))
        if other and (best is None or count_faults(other) < count_faults(best)):
            best = other
    if best is None:
        raise LayoutError(f"Graphviz could not place the picture {drawing.name}")
    return best


def _outcome(drawing: Drawing, running: Running) -> Drawing | None:
    """Return the routed drawing; nothing if Graphviz died or lost a part of it."""
    try:
        placed = running.result()
    except GraphvizDiedError:
        return None
    return _routed(drawing, placed) if _is_whole(drawing, placed) else None


def count_faults(drawing: Drawing) -> int:
    """Count slanted stretches, and stretches that run through a card."""
    cards = [node.box.grown(-2) for node in drawing.nodes]
    return sum(
        _is_slanted(start, end) + _hits(start, end, cards)
        for arrow in drawing.arrows
        for start, end in pairwise(arrow.route)
    )


def _is_slanted(start: Point, end: Point) -> bool:
    return min(abs(start[0] - end[0]), abs(start[1] - end[1])) > 1.0


def _hits(start: Point, end: Point, cards: Sequence[Box]) -> int:
    x, y = min(start[0], end[0]), min(start[1], end[1])
    stretch = Box(x, y, abs(start[0] - end[0]), abs(start[1] - end[1])).grown(0.1)
    return sum(card.overlaps(stretch) for card in cards)


def dot_source(
    drawing: Drawing, splines: str = "ortho", clearance: float = CLEARANCE
) -> str:
    """Return the graph that is given to Graphviz: boxes and edges, no text."""
    from designkit.pictures.layout.graph_building import build_graph

    return build_graph(drawing, splines, clearance)


def _is_whole(drawing: Drawing, placed: Placed) -> bool:
    """Whether every node and every edge came back."""
    return len(placed.nodes) == len(drawing.nodes) and len(placed.edges) == len(
        drawing.arrows
    )


def _routed(drawing: Drawing, placed: Placed) -> Drawing:
    """Take over the routes, with y downwards."""
    top = placed.height
    shift = _shift(drawing.nodes[0], placed.nodes[0], top)
    boxes = {node.id: node.box for node in drawing.nodes}
    arrows = tuple(
        replace(
            arrow,
            route=_reach(
                _straighten(placed.edges[index], top, shift),
                boxes[arrow.source],
                boxes[arrow.target],
            ),
        )
        for index, arrow in enumerate(drawing.arrows)
    )
    return replace(drawing, arrows=arrows)


def _reach(route: tuple[Point, ...], source: Box, target: Box) -> tuple[Point, ...]:
    """Lengthen both ends over the clearance, straight up to the card."""
    ending = _dock(route[::-1], target, stub=HEAD)[::-1]
    docked = _dock(ending, source, stub=TURN)
    return tuple(_without_stops(list(_squared(docked))))


def _squared(route: tuple[Point, ...]) -> Iterator[Point]:
    """Put a step into stretches that lean, after their ends were moved apart."""
    yield route[0]
    for (ax, ay), (bx, by) in pairwise(route):
        if 0.01 < min(abs(ax - bx), abs(ay - by)) < 3 * SHOULDER:
            if abs(ax - bx) < abs(ay - by):
                yield from ((ax, (ay + by) / 2), (bx, (ay + by) / 2))
            else:
                yield from (((ax + bx) / 2, ay), ((ax + bx) / 2, by))
        yield bx, by


def _dock(route: tuple[Point, ...], box: Box, *, stub: float) -> tuple[Point, ...]:
    """Join the start of `route` to `box`, at least `stub` long, beside its corners.

    A stretch that passes outside a corner turns onto the next side of the box; where
    there is no room to turn it slides onto the side that it meets.
    """
    (x, y), (next_x, next_y), *rest = route
    if abs(x - next_x) < abs(y - next_y):
        flipped = tuple((b, a) for a, b in route)
        turned = _dock(flipped, Box(box.y, box.x, box.height, box.width), stub=stub)
        return tuple((a, b) for b, a in turned)
    beyond = max(box.y - y, y - box.bottom)
    if beyond > max(stub, 2.0):
        side = box.y if y < box.y else box.bottom
        inwards = SHOULDER + beyond
        turn = box.right - inwards if next_x > x else box.x + inwards
        return (turn, side), (turn, y), *route[1:]
    level = _inside(y, box.y, box.bottom)
    if not rest:
        return _onto((x, y), box), (next_x, next_y)
    return _onto((x, level), box), (x, level), (next_x, level), *rest


def _inside(value: float, low: float, high: float) -> float:
    """Bring a value past the end of a side, or close to it, back onto the side.

    What lies up to the clearance beyond comes to lie between one and two edges within,
    in the same order, so that wires beside each other stay so.
    """
    if value < low + EDGE:
        return low + EDGE * (1 + (value - low + CLEARANCE) / (CLEARANCE + EDGE))
    if value > high - EDGE:
        return high - EDGE * (1 + (high - value + CLEARANCE) / (CLEARANCE + EDGE))
    return value


def _onto(point: Point, box: Box) -> Point:
    """Return the point of the border of `box` that is nearest to `point`."""
    x = min(max(point[0], box.x), box.right)
    y = min(max(point[1], box.y), box.bottom)
    return x, y


def _shift(node: Node, centre: Point, top: float) -> Point:
    """Return how far Graphviz has moved the whole picture."""
    x, y = node.box.centre
    return x - centre[0], y - (top - centre[1])


def _straighten(
    points: tuple[Point, ...], top: float, shift: Point
) -> tuple[Point, ...]:
    """Turn the control points of straight Bézier curves into corners."""
    corners = [(x + shift[0], top - y + shift[1]) for x, y in points[::3]]
    return tuple(_without_stops(corners))


def _without_stops(corners: list[Point]) -> Iterator[Point]:
    """Leave out corners at which the line does not turn."""
    kept: list[Point] = []
    for index, corner in enumerate(corners):
        last = index == len(corners) - 1
        if kept and not last and _is_between(kept[-1], corner, corners[index + 1]):
            continue
        kept.append(corner)
    yield from kept


def _is_between(a: Point, b: Point, c: Point) -> bool:
    cross = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    return abs(cross) < 0.5
