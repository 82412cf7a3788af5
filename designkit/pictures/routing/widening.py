"""Pulls a page apart where its wires have too little room."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import starmap

from designkit.pictures.drawing import (
    Box,
    Drawing,
    Group,
    Node,
    NodeRole,
)
from designkit.pictures.routing.nudging import Nudged
from designkit.pictures.routing.room import CORNER, LONG
from designkit.pictures.routing.stretches import (
    Course,
    WireStretch,
    across,
    attached,
    enters,
)
from designkit.pictures.routing.wires import WantedWire
from designkit.pictures.stretching import stretched

NEAR = 80.0
"""Pixels within which two places are cut once."""

STUB = 20.0
"""Pixels from a card to the step of a wire that went straight before."""

Cards = Sequence[Box]

Cuts = tuple[tuple[float, float], ...]
"""Where a page is cut, and by how many pixels it is pulled apart there."""


@dataclass(frozen=True, slots=True)
class Widening:
    """Where a page is pulled apart, across and down, and which cards grow so much."""

    wide: Cuts
    high: Cuts
    wider: Mapping[int, float]
    higher: Mapping[int, float]

    def shifted(self, box: Box) -> Box:
        """Return a card where it comes to stand.

        It keeps its size; but a long one keeps its ends above those of others.
        """
        x, y = box.centre
        down = _pulled(y, self.high) - y
        if box.width < LONG:
            return box.moved(_pulled(x, self.wide) - x, down)
        left, right = box.x + CORNER, box.right - CORNER
        start = box.x + _pulled(left, self.wide) - left
        end = box.right + _pulled(right, self.wide) - right
        return Box(start, box.y + down, end - start, box.height)

    def grown(self, group: Group) -> Group:
        """Return a band with all that is pulled apart within it.

        Its left and upper sides go where its title goes.
        """
        box, title = group.box, group.title_box
        top = box.y if group.is_frame else title.y
        x = box.x + _pulled(title.x, self.wide) - title.x
        y = box.y + _pulled(top, self.high) - top
        right, bottom = _pulled(box.right, self.wide), _pulled(box.bottom, self.high)
        return replace(group, box=Box(x, y, right - x, bottom - y))

    def courses(
        self, wires: Sequence[WantedWire], courses: Sequence[Course], cards: Cards
    ) -> list[Course]:
        """Return courses that keep their places between cards, and at their own."""
        return [
            self._course(course, cards[wire.source], cards[wire.target])
            for wire, course in zip(wires, courses, strict=True)
        ]

    def _course(self, course: Course, source: Box, target: Box) -> Course:
        pulled = list(map(self._stretch, course))
        if len(pulled) == 1:
            return tuple(pulled)
        for at, box in ((0, source), (-1, target)):
            moved, it = self.shifted(box), course[at]
            by = moved.x - box.x if it.upright else moved.y - box.y
            if not (it.upright and box.width >= LONG):
                pulled[at] = replace(pulled[at], at=it.at + by)
        return _joined(pulled)

    def _stretch(self, it: WireStretch) -> WireStretch:
        over, along = (self.wide, self.high) if it.upright else (self.high, self.wide)
        start, end = _pulled(it.start, along), _pulled(it.end, along)
        return WireStretch(it.upright, _pulled(it.at, over), start, end)

    def drawing(self, drawing: Drawing) -> Drawing:
        """Return a drawing with its cards and bands where they come to stand."""
        return replace(
            drawing,
            nodes=tuple(starmap(self._node, enumerate(drawing.nodes))),
            groups=tuple(map(self.grown, drawing.groups)),
        )

    def _node(self, number: int, node: Node) -> Node:
        box = self.shifted(node.box)
        if node.role is NodeRole.BAR:
            width = _pulled(node.box.right, self.wide) - box.x
            return stretched(node, round(width, 2), node.height).at(box.x, box.y)
        width = box.width + self.wider.get(number, 0.0)
        height = node.height + self.higher.get(number, 0.0)
        return stretched(node, width, height).at(box.x, box.y)


def _joined(stretches: Sequence[WireStretch]) -> Course:
    """Return stretches of which each runs from the one before to the next."""
    last = len(stretches) - 1
    return tuple(
        replace(
            it,
            start=stretches[at - 1].at if at else it.start,
            end=stretches[at + 1].at if at < last else it.end,
        )
        for at, it in enumerate(stretches)
    )


def widening_of(result: Nudged, cards: Cards) -> Widening | None:
    """Return where a page has to be wider; nothing if all has room.

    Cards grow where that alone does not help.
    """
    if result.wide or result.high:
        return Widening(_cuts(result.wide), _cuts(result.high), {}, {})
    if not (result.narrow or result.low):
        return None
    wider = {card: round(by + 0.5) for card, by in result.narrow.items()}
    higher = {card: round(by + 0.5) for card, by in result.low.items()}
    beside = _behind((cards[card].right, by) for card, by in wider.items())
    below = _behind((cards[card].bottom, by) for card, by in higher.items())
    return Widening(beside, below, wider, higher)


def _behind(grown: Iterable[tuple[float, float]]) -> Cuts:
    """Return a cut behind each card that grows, at the end that it had."""
    found: dict[float, float] = {}
    for end, by in grown:
        found[end + 1] = max(found.get(end + 1, 0.0), by)
    return tuple(found.items())


def _cuts(short: Sequence[tuple[float, float]]) -> Cuts:
    """Return one cut for all that lacks room at nearly one place."""
    found: list[tuple[float, float]] = []
    for at, amount in sorted(short):
        if found and at - found[-1][0] < NEAR:
            found[-1] = found[-1][0], max(found[-1][1], amount)
        else:
            found.append((at, amount))
    return tuple((at, round(amount + 0.5)) for at, amount in found)


def _pulled(value: float, cuts: Cuts) -> float:
    return value + sum(amount for at, amount in cuts if value > at)


def reattached(
    wires: Sequence[WantedWire], courses: Sequence[Course], cards: Sequence[Box]
) -> list[Course]:
    """Return courses of a page that was pulled apart, from card to card again."""
    found = []
    for wire, course in zip(wires, courses, strict=True):
        source, target = cards[wire.source], cards[wire.target]
        if len(course) == 1:
            others = [it for it in cards if it is not source and it is not target]
            course = _stepped(
                attached(course, source, target)[0], source, target, others
            )
        found.append(attached(course, source, target))
    return found


def _stepped(
    line: WireStretch, source: Box, target: Box, others: Sequence[Box]
) -> Course:
    """Return a straight course with a step in it, if its cards were pulled apart."""
    one, other = _span(source, line.upright), _span(target, line.upright)
    if max(one[0], other[0]) <= min(one[1], other[1]):
        return (line,)
    tried = list(_steps(line, one, other))
    free = (it for it in tried if not any(enters(it, box) for box in others))
    return next(free, tried[0])


def _steps(
    line: WireStretch, one: tuple[float, float], other: tuple[float, float]
) -> Iterator[Course]:
    """Give the courses with a step near one of the cards, or in the middle."""
    stub = STUB if line.forward else -STUB
    middle = (line.start + line.end) / 2
    before, after = (min(max(line.at, low), high) for low, high in (one, other))
    for place in (line.end - stub, line.start + stub, middle):
        yield (
            WireStretch(line.upright, before, line.start, place),
            WireStretch(not line.upright, place, before, after),
            WireStretch(line.upright, after, place, line.end),
        )


def _span(box: Box, upright: bool) -> tuple[float, float]:
    """Return between which places a stretch may meet a card."""
    low, high = across(box, upright)
    return low + CORNER, high - CORNER
