"""Puts the labels beside their arrows, where they cover nothing.

Graphviz never sees them. For each label there is a row of possible places along its
own arrow; the cheapest free one is taken, so a label is never adrift from its arrow.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from designkit.drawing import Arrow, Box, Drawing, Label, Point
from designkit.styles import FONTS
from designkit.typography import text_width

GAP, PADDING, CELL = 5.0, 3.0, 160.0
CROSSED, ON_LINE, OFF_MIDDLE = 12.0, 5.0, 3.0
STOPS = (0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9)

Segment = tuple[Point, Point]


@dataclass(slots=True)
class Shelf:
    """Boxes by the cell of the page they lie in, so that few need be compared."""

    cells: dict[tuple[int, int], list[tuple[int, Box]]] = field(default_factory=dict)

    def put(self, owner: int, box: Box) -> None:
        """Keep `box`, which belongs to the arrow `owner` (or to a card, with -1)."""
        for cell in _cells(box):
            self.cells.setdefault(cell, []).append((owner, box))

    def hits(self, box: Box, *, but: int = -2) -> int:
        """Count the boxes that overlap `box` and do not belong to `but`."""
        near = {
            (owner, other)
            for cell in _cells(box)
            for owner, other in self.cells.get(cell, ())
        }
        return sum(
            owner != but and other.overlaps(box) for owner, other in near
        )


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box.x // CELL), int(box.right // CELL) + 1):
        for row in range(int(box.y // CELL), int(box.bottom // CELL) + 1):
            yield column, row


def place_labels(drawing: Drawing) -> Drawing:
    """Give every arrow with a text a label that covers no card and no other label."""
    cards, lines, labels = Shelf(), Shelf(), Shelf()
    for node in drawing.nodes:
        cards.put(-1, node.box.grown(PADDING))
    for group in drawing.groups:
        cards.put(-1, group.title_box.grown(PADDING))
    for index, arrow in enumerate(drawing.arrows):
        for segment in pairwise(arrow.route):
            lines.put(index, _around(segment))
    placed = dict(enumerate(drawing.arrows))
    for index in _in_order(drawing.arrows):
        arrow = drawing.arrows[index]
        label = _label(index, arrow, cards, lines, labels)
        if label is not None:
            labels.put(index, label.box.grown(PADDING))
        placed[index] = replace(arrow, label=label)
    return replace(drawing, arrows=tuple(placed[i] for i in sorted(placed)))


def _in_order(arrows: tuple[Arrow, ...]) -> list[int]:
    """Short arrows first, since they have the fewest places."""
    return sorted(
        (index for index, arrow in enumerate(arrows) if arrow.text and arrow.route),
        key=lambda index: (_length(arrows[index].route), index),
    )


def _length(route: tuple[Point, ...]) -> float:
    return sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairwise(route))


def _around(segment: Segment) -> Box:
    (ax, ay), (bx, by) = segment
    return Box(min(ax, bx) - 1, min(ay, by) - 1, abs(ax - bx) + 2, abs(ay - by) + 2)


def _label(
    index: int, arrow: Arrow, cards: Shelf, lines: Shelf, labels: Shelf
) -> Label | None:
    """Return the best label, a word to a line where there is no place for it whole."""
    for text in dict.fromkeys((arrow.text, arrow.text.replace(" ", "\n"))):
        found = _best(index, replace(arrow, text=text), cards, lines, labels)
        if found is not None:
            return found
    return None


def _best(
    index: int, arrow: Arrow, cards: Shelf, lines: Shelf, labels: Shelf
) -> Label | None:
    width, height = label_size(arrow.text)
    best: tuple[float, Box] | None = None
    own = Shelf()
    for segment in pairwise(arrow.route):
        own.put(0, _around(segment))
    for cost, box in _places(arrow.route, width, height):
        if best is not None and cost >= best[0]:
            continue
        if cards.hits(box) or labels.hits(box):
            continue
        total = cost + CROSSED * lines.hits(box.grown(1), but=index)
        if best is None or total < best[0]:
            best = total, box
    return Label(arrow.text, best[1], bool(own.hits(best[1]))) if best else None


def label_size(text: str) -> tuple[float, float]:
    """Return width and height of a label of one or more lines."""
    font = FONTS["label"]
    rows = text.split("\n")
    widest = max(text_width(row, font.size, font.weight) for row in rows)
    return widest + 4, font.line * len(rows)


def _places(
    route: tuple[Point, ...], width: float, height: float
) -> Iterator[tuple[float, Box]]:
    """Give every place along `route`, with what it costs by itself."""
    segments = list(pairwise(route))
    longest = max(_length(segment) for segment in segments)
    for segment in segments:
        short = 6.0 * (1 - _length(segment) / longest)
        for number, stop in enumerate(STOPS):
            at = _along(segment, stop)
            for cost, box in _beside(segment, at, width, height):
                yield cost + short + OFF_MIDDLE * (number + 1) // 2, box


def _along(segment: Segment, stop: float) -> Point:
    (ax, ay), (bx, by) = segment
    return ax + (bx - ax) * stop, ay + (by - ay) * stop


def _beside(
    segment: Segment, at: Point, width: float, height: float
) -> Iterable[tuple[float, Box]]:
    """Give the places at one point of a segment: beside it, and on it."""
    (ax, ay), (bx, by) = segment
    x, y = at
    on = Box(x - width / 2, y - height / 2, width, height)
    if abs(by - ay) < abs(bx - ax):
        room = abs(bx - ax) >= width + 16
        yield 0.0, Box(x - width / 2, y - GAP - height, width, height)
        yield 0.5, Box(x - width / 2, y + GAP, width, height)
        yield (ON_LINE if room else 3 * ON_LINE), on
    else:
        room = abs(by - ay) >= height + 16
        yield 1.0, Box(x + GAP, y - height / 2, width, height)
        yield 1.5, Box(x - GAP - width, y - height / 2, width, height)
        yield (ON_LINE if room else 3 * ON_LINE), on
