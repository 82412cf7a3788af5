"""Puts badges at the cards and arrows of a placed picture, where they hide the least.

A badge lies across the border of its card, or on its wire; it moves nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from designkit.pictures.drawing import Badge, BadgeShape, Box, Drawing, Point, Style
from designkit.pictures.fitting import cut_middle
from designkit.pictures.lettering import width_of

HEIGHT, PAD, POINT, INSET = 20.0, 8.0, 7.0, 12.0
"""Height of a badge, room beside its text, what a point adds, and its distance from
the corner of a card, in pixels."""

BAR, BAR_GAP = 40.0, 7.0
"""Width of the bar of a share, and the room after it, in pixels."""

WIDEST, EDGE = 190.0, 4.0
AIR, OUT, TOUCH, HELD = 2.0, 5.0, 2.0, 34.0
"""Room around a badge, how far its middle is off the border of its card, so that it
keeps clear of the texts, how deep it lies on a wire beside it, and how much of it is on
a card that it stands out of."""

STOPS = (0.5, 0.35, 0.65, 0.2, 0.8, 0.42, 0.58, 0.28, 0.72, 0.12, 0.88)
"""Where along a stretch of a wire a badge may be."""


def place_badges(drawing: Drawing) -> Drawing:
    """Return a placed `drawing` in which every badge has its box."""
    if not drawing.badges:
        return drawing
    ground = _Ground.of(drawing)
    placed = tuple(ground.placed(badge) for badge in drawing.badges)
    return replace(drawing, badges=placed)


def inset_of(badge: Badge) -> float:
    """Return how far from the left end of a badge its text begins, in pixels."""
    pointed = badge.shape in (BadgeShape.TAG, BadgeShape.HEXAGON)
    bar = BAR + BAR_GAP if badge.share is not None else 0.0
    return PAD + (POINT if pointed else 0.0) + bar


def _sized(badge: Badge, room: float) -> tuple[Badge, float]:
    """Return a badge whose text fits into `room`, and its width."""
    right = PAD + (0.0 if badge.shape is BadgeShape.PILL else POINT)
    around = inset_of(badge) + right
    fitted = cut_middle(badge.text, Style.LABEL, max(room - around, PAD))
    text = fitted.lines[0]
    return replace(badge, text=text), width_of(text, Style.LABEL) + around


@dataclass(frozen=True, slots=True)
class _Near:
    """What a badge may hide: boxes, and stretches of wires with their arrows."""

    boxes: list[Box]
    stretches: list[tuple[int, Box]]


@dataclass(slots=True)
class _Ground:
    """A placed picture, and the places in it that are taken."""

    drawing: Drawing
    cards: dict[str, Box]
    labels: tuple[Box, ...]
    page: Box
    stretches: tuple[tuple[int, Box], ...]
    """The stretches of all wires, each with the index of its arrow."""

    taken: list[Box] = field(default_factory=list)

    @classmethod
    def of(cls, drawing: Drawing) -> "_Ground":
        labels = tuple(arrow.label.box for arrow in drawing.arrows if arrow.label)
        titles = tuple(group.title_box for group in drawing.groups)
        cards = {node.id: node.box for node in drawing.nodes}
        page = Box(0.0, 0.0, drawing.width, drawing.height)
        stretches = tuple(
            (index, _stretch(*ends))
            for index, arrow in enumerate(drawing.arrows)
            for ends in pairwise(arrow.route)
        )
        return cls(drawing, cards, (*labels, *titles), page, stretches)

    def placed(self, badge: Badge) -> Badge:
        """Return `badge` at the place of its card or wire that costs the least."""
        card = self.cards.get(badge.node)
        room = card.width - 2 * EDGE if card else WIDEST
        sized, width = _sized(badge, min(room, WIDEST))
        places = _on_border(card, width) if card else self._on_wire(badge.arrow, width)
        near = self._near(places, badge)
        box = min(places, key=lambda place: self._cost(place, near))
        self.taken.append(box)
        return replace(sized, box=box)

    def _on_wire(self, index: int, width: float) -> tuple[Box, ...]:
        route = self.drawing.arrows[index].route
        stretches = sorted(pairwise(route), key=_length, reverse=True)
        return tuple(
            place
            for stretch in stretches
            for stop in STOPS
            for place in _beside(stretch, _between(stretch, stop), width)
        )

    def _near(self, places: Sequence[Box], badge: Badge) -> _Near:
        """Return what some of `places` may lie on: cards, labels, other wires."""
        left, top = min(it.x for it in places), min(it.y for it in places)
        right, bottom = max(it.right for it in places), max(it.bottom for it in places)
        whole = Box(left, top, right - left, bottom - top).grown(AIR)
        cards = (card for id, card in self.cards.items() if id != badge.node)
        others = (it for it in self.stretches if it[0] != badge.arrow)
        return _Near(
            [it for it in (*self.taken, *cards, *self.labels) if whole.overlaps(it)],
            [it for it in others if whole.overlaps(it[1])],
        )

    def _cost(self, box: Box, near: _Near) -> float:
        """Return how much of a picture a badge hides, were it at `box`."""
        around = box.grown(AIR)
        wires = {index for index, stretch in near.stretches if box.overlaps(stretch)}
        cost = 100.0 * _count(around, near.boxes) + 5.0 * len(wires)
        return cost if self.page.contains(around) else cost + 200.0


def _on_border(card: Box, width: float) -> tuple[Box, ...]:
    """Return the places of a badge on a card: below, then above, from the right.

    The last stand out beyond a corner, for a card that has wires at both sides.
    """
    inset = min(INSET, (card.width - width) / 2)
    inside = (card.right - inset - width, card.x + inset, card.centre[0] - width / 2)
    corners = (card.right - HELD, card.x + HELD - width)
    return tuple(
        Box(round(x, 2), round(y - HEIGHT / 2, 2), round(width, 2), HEIGHT)
        for lefts in (inside, corners)
        for y in (card.bottom + OUT, card.y - OUT)
        for x in lefts
    )


def _beside(stretch: Sequence[Point], at: Point, width: float) -> Iterator[Box]:
    """Give the places on a stretch of a wire at `at`, then those that touch it."""
    (x, y), ((ax, ay), (bx, by)) = at, stretch
    is_level = abs(bx - ax) >= abs(by - ay)
    yield _around(at, width)
    apart = (HEIGHT if is_level else width) / 2 - TOUCH
    for side in (apart, -apart):
        yield _around((x, y + side) if is_level else (x + side, y), width)


def _around(point: Point, width: float) -> Box:
    x, y = point[0] - width / 2, point[1] - HEIGHT / 2
    return Box(round(x, 2), round(y, 2), round(width, 2), HEIGHT)


def _between(stretch: Sequence[Point], share: float) -> Point:
    (ax, ay), (bx, by) = stretch
    return ax + (bx - ax) * share, ay + (by - ay) * share


def _length(stretch: tuple[Point, Point]) -> float:
    (ax, ay), (bx, by) = stretch
    return abs(ax - bx) + abs(ay - by)


def _count(box: Box, others: Iterable[Box]) -> int:
    return sum(box.overlaps(other) for other in others)


def _stretch(start: Point, end: Point) -> Box:
    """Return a stretch of a wire as a box with some air around it."""
    x, y = min(start[0], end[0]), min(start[1], end[1])
    wide, tall = abs(start[0] - end[0]), abs(start[1] - end[1])
    return Box(x, y, wide, tall).grown(AIR)
