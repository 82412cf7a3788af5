"""Which of two stretches beside each other comes first, and how far apart they are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from designkit.pictures.routing.movables import Key, Movable
from designkit.pictures.routing.room import AROUND, BACK_GAP, GAP, STEP, Span
from designkit.pictures.routing.separation import Line
from designkit.pictures.routing.stretches import SAME, BothWays, Course, first_of

FORCED = 1_000
"""Votes for the one order of two stretches in which both have a place."""

ROOM = 4 * GAP
"""Pixels in which a straight wire can make way for others."""

Pair = tuple[Key, Key]


@dataclass(slots=True)
class _Votes:
    """For which order of two trunks their stretches are, and the gap of each order."""

    order: int = 0
    there: float = 0.0
    back: float = 0.0

    def add(self, order: int, there: float, back: float) -> None:
        self.order += order
        self.there = max(self.there, there)
        self.back = max(self.back, back)


def gaps_of(
    movables: Sequence[Movable],
    heads: Mapping[Key, Key],
    lines: Mapping[Key, Line],
    found: Sequence[Course],
) -> dict[Pair, float]:
    """Return by which gap one trunk comes before another, by their first stretches.

    The order is that in which the ways that were `found` part.
    """
    votes = dict[Pair, _Votes]()
    ways = [BothWays.of(course) for course in found]
    for one, other in _beside(movables, heads, lines):
        a, b = heads[one.key], heads[other.key]
        if a == b:
            continue
        if b < a:
            one, other, a, b = other, one, b, a
        slides = _slides_beside((one, lines[a]), (other, lines[b]), found)
        order = _first(one, other, ways, slides=slides)
        order += _only_order(lines[a], lines[b])
        known = votes.setdefault((a, b), _Votes())
        known.add(order, gap_of(one, other), gap_of(other, one))
    return {
        ((a, b) if it.order <= 0 else (b, a)): it.there if it.order <= 0 else it.back
        for (a, b), it in votes.items()
    }


def _beside(
    movables: Sequence[Movable], heads: Mapping[Key, Key], lines: Mapping[Key, Line]
) -> Iterator[tuple[Movable, Movable]]:
    """Give the pairs that run beside each other, or nearly, and may come near."""
    reaches = [(it, _reach(it, lines[heads[it.key]])) for it in movables]
    by_start = sorted(reaches, key=lambda it: (it[0].start, it[0].key))
    for number, (one, (low, high)) in enumerate(by_start):
        end = one.end + GAP
        for other, (other_low, other_high) in islice(by_start, number + 1, None):
            if other.start > end:
                break
            if other_low > high or low > other_high:
                continue
            (wire, at), (other_wire, other_at) = one.key, other.key
            if wire != other_wire or abs(at - other_at) == 2 or _labelled(one, other):
                yield one, other


def _reach(it: Movable, line: Line) -> Span:
    """Return how far something comes, with what is free beside it, wherever it is."""
    return line.low - it.before, line.high + it.after


def _labelled(one: Movable, other: Movable) -> bool:
    return one.is_label or other.is_label


def _first(
    one: Movable, other: Movable, ways: Sequence[BothWays], *, slides: bool
) -> int:
    """Say which comes first: -1 for the one, 1 for the other, 0 if it is the same.

    Where one `slides`, it is where the ways part that says so, not where they lie.
    """
    if _labelled(one, other):
        return _first_of_label(one, other)
    (wire, at), (other_wire, other_at) = one.key, other.key
    a, b = ways[wire].there[at], ways[other_wire].there[other_at]
    if abs(a.at - b.at) > SAME and not slides:
        return -1 if a.at < b.at else 1
    if min(a.high, b.high) - max(a.low, b.low) < -SAME:
        return 0
    side = first_of(ways[wire], at, ways[other_wire], other_at)
    return side or _first_of_same(one, other, ways)


def _first_of_same(one: Movable, other: Movable, ways: Sequence[BothWays]) -> int:
    """Say which of two comes first whose ways are the same.

    Where these turn, the earlier one stays at the left of its travel, so that they do
    not cross.
    """
    is_first = one.key < other.key
    wire, at = min(one.key, other.key)
    if len(ways[wire].there) > 1:
        stretch = ways[wire].there[at]
        is_first = is_first == (stretch.forward != stretch.upright)
    return -1 if is_first else 1


def _slides_beside(
    one: tuple[Movable, Line], other: tuple[Movable, Line], found: Sequence[Course]
) -> bool:
    """Whether one of two that meet a card is straight, and has room to make way."""
    straight = [
        len(found[it.key[0]]) == 1 and line.high - line.low >= ROOM
        for it, line in (one, other)
    ]
    cards = [{card for card, _ in it.docks} for it, _ in (one, other)]
    return straight[0] != straight[1] and not cards[0].isdisjoint(cards[1])


def _first_of_label(one: Movable, other: Movable) -> int:
    if abs(one.at - other.at) > SAME:
        return -1 if one.at < other.at else 1
    return 1 if one.is_label else -1


def gap_of(first: Movable, second: Movable) -> float:
    """Return how far apart two are, of which one is the first, in pixels.

    That is more where one comes and one goes, and where a label is between them.
    """
    gap = _least_gap(first, second)
    if _stands_beside(first, second):
        gap = max(gap, first.after + second.half)
    if _stands_beside(second, first):
        gap = max(gap, second.before + first.half)
    return gap


def _least_gap(first: Movable, second: Movable) -> float:
    """Return how far apart two are whose labels stand elsewhere."""
    if _labelled(first, second):
        return first.half + second.half + AROUND + 1
    if first.key[0] == second.key[0]:
        return STEP
    return BACK_GAP if _comes_back(first, second) else GAP


def _comes_back(first: Movable, second: Movable) -> bool:
    """Whether one ends at a card that the other leaves."""
    return any(
        card == other and leaves != also_leaves
        for card, leaves in first.docks
        for other, also_leaves in second.docks
    )


def _stands_beside(one: Movable, other: Movable) -> bool:
    """Whether the label of one stands where the other is, and cannot slide past it."""
    if not one.tagged or other.start >= one.tagged[1] or other.end <= one.tagged[0]:
        return False
    free = max(other.start - one.start, one.end - other.end)
    slides = other.is_label and one.slides
    return not (slides and free >= one.tagged[1] - one.tagged[0])


def _only_order(one: Line, other: Line) -> int:
    """Say that one of two lines has to be the first, if the other cannot."""
    fits, fits_back = one.low + GAP <= other.high, other.low + GAP <= one.high
    return FORCED * (fits_back - fits)
