"""What is moved sideways: stretches of wires, and labels that slide along others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from designkit.pictures.routing.room import AROUND, BESIDE, CLEAR, PageRoom, Span, Tag
from designkit.pictures.routing.stretches import Course, WireStretch
from designkit.pictures.routing.wires import WantedWire

LABEL = -1
"""The number of a label, where a stretch has its own in the course."""

Key = tuple[int, int]
"""A wire, and a stretch of it or its label."""


@dataclass(frozen=True, slots=True)
class Movable:
    """A stretch, or a label, `at` a place across the direction it is moved in.

    It stands in the way from `start` to `end`. At `docks` it ends, at a card by number,
    and leaves it or not. A label covers `half` to both sides of its middle. Where a
    stretch has its label, it reaches farther `before` and `after` itself; it is not
    known yet where that comes to stand if it `slides`.
    """

    key: Key
    at: float
    start: float
    end: float
    docks: tuple[tuple[int, bool], ...] = ()
    half: float = 0.0
    tagged: Span | None = None
    before: float = CLEAR
    after: float = CLEAR
    slides: bool = False

    @property
    def is_label(self) -> bool:
        """Whether it is a label."""
        return self.key[1] == LABEL


def movables_of(
    wires: Sequence[WantedWire],
    courses: Sequence[Course],
    room: PageRoom,
    tags: Mapping[int, Tag],
    along: Mapping[int, float],
    *,
    upright: bool,
) -> Iterator[Movable]:
    """Give the stretches of one direction, and the labels of stretches of the other.

    The `room` is flipped for level ones; `along` has the middles of labels by wire.
    """
    for wire, course in zip(wires, courses, strict=True):
        tag = tags.get(wire.number)
        for at, stretch in enumerate(course):
            if stretch.upright is not upright:
                continue
            docks = _docks(wire, at, len(course))
            own = tag if tag and tag.at == at else None
            yield _stretch((wire.number, at), stretch, docks, own, along)
    for number, tag in tags.items():
        carrier = courses[number][tag.at]
        if carrier.upright is not upright:
            yield _label(tag, carrier, room)


def _docks(wire: WantedWire, at: int, count: int) -> tuple[tuple[int, bool], ...]:
    start = ((wire.source, True),) if at == 0 else ()
    end = ((wire.target, False),) if at == count - 1 else ()
    return start + end


def _stretch(
    key: Key,
    it: WireStretch,
    docks: tuple[tuple[int, bool], ...],
    tag: Tag | None,
    along: Mapping[int, float],
) -> Movable:
    if tag is None:
        return Movable(key, it.at, it.low, it.high, docks)
    half = (tag.height if it.upright else tag.width) / 2 + AROUND
    middle = along.get(tag.wire, (it.low + it.high) / 2)
    tagged = middle - half, middle + half
    before, after = tag.reach(upright=it.upright)
    ends, slides = (it.low, it.high), tag.wire not in along
    return Movable(key, it.at, *ends, docks, 0.0, tagged, before, after, slides)


def _label(tag: Tag, carrier: WireStretch, room: PageRoom) -> Movable:
    half = (tag.height if carrier.upright else tag.width) / 2
    reach = BESIDE + (tag.width if carrier.upright else tag.height)
    if tag.other_side is carrier.upright:
        start, end = carrier.at - reach, carrier.at + 1
    else:
        start, end = carrier.at - 1, carrier.at + reach
    at = _middle(carrier, half + AROUND, (start, end), room)
    free = half + AROUND + 1
    key = tag.wire, LABEL
    return Movable(key, at, start, end, (), half, None, free, free)


def _middle(carrier: WireStretch, half: float, extent: Span, room: PageRoom) -> float:
    """Return where a label has no card beside it, nearest to the middle of its wire."""
    taken = sorted(
        (box.x - half, box.x + box.width + half)
        for _, box in room.boxes()
        if box.y - AROUND < extent[1] and box.y + box.height + AROUND > extent[0]
    )
    low, high = carrier.low + half, carrier.high - half
    middle = (carrier.low + carrier.high) / 2
    free = (min(max(middle, start), end) for start, end in _between(low, high, taken))
    return min(free, key=lambda place: abs(place - middle), default=middle)


def _between(low: float, high: float, taken: Sequence[Span]) -> Iterator[Span]:
    """Give what is free from `low` to `high`."""
    at = low
    for start, end in (*taken, (high, high)):
        if start >= at and at <= high:
            yield at, min(start, high)
        at = max(at, end)
