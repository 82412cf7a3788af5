"""Puts the labels beside their arrows, where they cover nothing.

The router has placed most of them. For others there is a row of places along their
own arrow; the cheapest free one is taken, so a label is never adrift from its arrow.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise, product

from designkit.pictures.drawing import Arrow, ArrowLabel, Box, Drawing, Point
from designkit.pictures.lettering import label_size

GAP, PADDING, CELL = 5.0, 3.0, 64.0
CROSSED, CLOSE, ON_LINE, OFF_MIDDLE = 120.0, 30.0, 5.0, 2.0
NEAR = 6.0
"""Pixels from a label within which the wire of another may be taken for its own."""

STRANGE = 3.6
"""Pixels within which no wire of another may pass a label that stays."""

STOPS = (0.5, 0.42, 0.58, 0.35, 0.65, 0.27, 0.73, 0.2, 0.8, 0.14, 0.86, 0.08, 0.92)
MANY, FEW = 500, 3
"""Arrows of a picture that is too crowded to try more than a few stops for each."""

MOST_CROSSED = 40
"""Lines through one cell of the page that are told apart; what has more is too full."""

Segment = tuple[Point, Point]
Sides = tuple[int, float, float, float, float]
"""The owner of a box, and its left, upper, right and lower side."""

Place = tuple[float, Point]
"""What a place for a label costs by itself, and its upper left corner."""


@dataclass(slots=True)
class Shelf:
    """Boxes by the cell of the page they lie in, so that few need be compared.

    They are kept by their sides, since comparing them is most of the work here. Of a
    cell that is full, with `most` boxes in it, the others are left out.
    """

    most: int = sys.maxsize
    sides: list[Sides] = field(default_factory=list)
    cells: dict[tuple[int, int], list[int]] = field(default_factory=dict)

    def put(self, owner: int, box: Box) -> None:
        """Keep `box`, which belongs to the arrow `owner` (or to a card, with -1)."""
        for cell in _cells(box):
            held = self.cells.setdefault(cell, [])
            if len(held) < self.most:
                held.append(len(self.sides))
        self.sides.append((owner, box.x, box.y, box.right, box.bottom))

    def hits(self, box: Box, *, but: int = -2) -> int:
        """Count the boxes that overlap `box` and do not belong to `but`."""
        near = {at for cell in _cells(box) for at in self.cells.get(cell, ())}
        left, top, right, bottom = box.x, box.y, box.right, box.bottom
        return sum(
            x < right and left < end and y < bottom and top < foot and owner != but
            for owner, x, y, end, foot in map(self.sides.__getitem__, near)
        )


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    columns = range(int(box.x // CELL), int(box.right // CELL) + 1)
    rows = range(int(box.y // CELL), int(box.bottom // CELL) + 1)
    return product(columns, rows)


@dataclass(frozen=True, slots=True)
class Canvas:
    """What is on the page so far, and the stops along a stretch to try a label at."""

    cards: Shelf
    lines: Shelf
    labels: Shelf
    stops: tuple[float, ...]


def place_labels(drawing: Drawing) -> Drawing:
    """Give every arrow with a text a label that covers no card and no other label."""
    page = page_of(drawing)
    placed = dict(enumerate(drawing.arrows))
    kept = list(_kept(drawing.arrows, page))
    for index in _in_order(drawing.arrows):
        arrow = drawing.arrows[index]
        if index in kept:
            continue
        label = _label(index, arrow, page)
        if label is not None:
            page.labels.put(index, label.box.grown(PADDING))
        placed[index] = replace(arrow, label=label)
    return replace(drawing, arrows=tuple(placed[i] for i in sorted(placed)))


def _kept(arrows: tuple[Arrow, ...], page: Canvas) -> Iterator[int]:
    """Give the arrows whose labels the router has placed well; they stay."""
    for index, arrow in enumerate(arrows):
        if arrow.label is None:
            continue
        box = arrow.label.box
        if not (
            page.cards.hits(box)
            or page.labels.hits(box)
            or page.lines.hits(box.grown(STRANGE), but=index)
        ):
            page.labels.put(index, box.grown(PADDING))
            yield index


def page_of(drawing: Drawing) -> Canvas:
    """Return the page of a routed `drawing`, without labels."""
    cards, lines = Shelf(), Shelf(MOST_CROSSED)
    for node in drawing.nodes:
        cards.put(-1, node.box.grown(PADDING))
    for group in drawing.groups:
        cards.put(-1, group.title_box.grown(PADDING))
    for index, arrow in enumerate(drawing.arrows):
        for segment in pairwise(arrow.route):
            lines.put(index, _around(segment))
    stops = STOPS if len(drawing.arrows) <= MANY else STOPS[:FEW]
    return Canvas(cards, lines, Shelf(), stops)


def _in_order(arrows: tuple[Arrow, ...]) -> list[int]:
    """Short arrows first, since they have the fewest places."""
    return sorted(
        (index for index, arrow in enumerate(arrows) if _is_labelled(arrow)),
        key=lambda index: (_length(arrows[index].route), index),
    )


def _is_labelled(arrow: Arrow) -> bool:
    return bool(arrow.text and arrow.route and not arrow.is_mate)


def _length(route: tuple[Point, ...]) -> float:
    return sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairwise(route))


def _around(segment: Segment) -> Box:
    (ax, ay), (bx, by) = segment
    return Box(min(ax, bx) - 1, min(ay, by) - 1, abs(ax - bx) + 2, abs(ay - by) + 2)


def _label(index: int, arrow: Arrow, page: Canvas) -> ArrowLabel | None:
    """Return the best label, on one line or a word to a line if need be."""
    best: tuple[float, ArrowLabel] | None = None
    for text in _wordings(arrow.text):
        found = best_label(index, replace(arrow, text=text), page)
        if found and (best is None or found[0] < best[0]):
            best = found
        if best and best[0] < CROSSED:
            break
    return best and best[1]


def _wordings(text: str) -> dict[str, None]:
    """Return the ways to break a text into lines, the best one first."""
    one_line = text.replace("\n", " ")
    return dict.fromkeys((text, one_line, one_line.replace(" ", "\n")))


def best_label(
    index: int, arrow: Arrow, page: Canvas
) -> tuple[float, ArrowLabel] | None:
    """Return the free place that costs least, with its cost; the first of equals.

    They are tried from cheap to dear, until none can be better than what was found.
    """
    width, height = label_size(arrow.text)
    best: tuple[float, int, Box] | None = None
    places = enumerate(_places(arrow.route, width, height, page.stops))
    for cost, number, corner in sorted((cost, n, at) for n, (cost, at) in places):
        if best is not None and cost > best[0]:
            break
        box = Box(*corner, width, height)
        if page.cards.hits(box) or page.labels.hits(box, but=index):
            continue
        total = cost + CROSSED * page.lines.hits(box.grown(1), but=index)
        total += CLOSE * page.lines.hits(box.grown(NEAR), but=index)
        if best is None or (total, number) < best[:2]:
            best = total, number, box
    return (best[0], _placed(arrow, best[2])) if best else None


def _placed(arrow: Arrow, box: Box) -> ArrowLabel:
    own = (_around(segment) for segment in pairwise(arrow.route))
    return ArrowLabel(arrow.text, box, any(stretch.overlaps(box) for stretch in own))


def _places(
    route: tuple[Point, ...], width: float, height: float, stops: tuple[float, ...]
) -> Iterator[Place]:
    """Give every place along `route`, with what it costs by itself."""
    segments = list(pairwise(route))
    longest = max(_length(segment) for segment in segments) or 1.0
    for segment in segments:
        short = 6.0 * (1 - _length(segment) / longest)
        for number, stop in enumerate(stops):
            at = _along(segment, stop)
            for cost, corner in _beside(segment, at, width, height):
                yield cost + short + OFF_MIDDLE * (number + 1) // 2, corner


def _along(segment: Segment, stop: float) -> Point:
    (ax, ay), (bx, by) = segment
    return ax + (bx - ax) * stop, ay + (by - ay) * stop


def _beside(
    segment: Segment, at: Point, width: float, height: float
) -> Iterator[Place]:
    """Give the places at one point of a segment: beside it, and on it."""
    (ax, ay), (bx, by) = segment
    x, y = at
    left, top = x - width / 2, y - height / 2
    if abs(by - ay) < abs(bx - ax):
        room = abs(bx - ax) >= width + 16
        yield 0.0, (left, y - GAP - height)
        yield 0.5, (left, y + GAP)
    else:
        room = abs(by - ay) >= height + 16
        yield 1.0, (x + GAP, top)
        yield 1.5, (x - GAP - width, top)
    yield (ON_LINE if room else 3 * ON_LINE), (left, top)
