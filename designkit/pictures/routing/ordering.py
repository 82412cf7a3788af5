"""Which of two stretches beside each other comes first, and how far apart they are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from designkit.pictures.routing.movables import Key, Movable
from designkit.pictures.routing.room import AROUND, BACK_GAP, GAP, STEP
from designkit.pictures.routing.separation import Line
from designkit.pictures.routing.stretches import SAME, Course, first_of

FORCED = 1_000
"""Votes for the one order of two stretches in which both have a place."""

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
    for one, other in _beside(movables):
        a, b = heads[one.key], heads[other.key]
        if a == b or _is_far(one, other, lines[a], lines[b]):
            continue
        if b < a:
            one, other, a, b = other, one, b, a
        order = _first(one, other, found) + _only_order(lines[a], lines[b])
        known = votes.setdefault((a, b), _Votes())
        known.add(order, gap_of(one, other), gap_of(other, one))
    return {
        ((a, b) if it.order <= 0 else (b, a)): it.there if it.order <= 0 else it.back
        for (a, b), it in votes.items()
    }


def _beside(movables: Sequence[Movable]) -> Iterator[tuple[Movable, Movable]]:
    """Give the pairs that run beside each other, or nearly."""
    by_start = sorted(movables, key=lambda it: (it.start, it.key))
    for number, one in enumerate(by_start):
        end = one.end + GAP
        for other in by_start[number + 1 :]:
            if other.start > end:
                break
            (wire, at), (other_wire, other_at) = one.key, other.key
            if wire != other_wire or abs(at - other_at) == 2 or _labelled(one, other):
                yield one, other


def _labelled(one: Movable, other: Movable) -> bool:
    return one.is_label or other.is_label


def _is_far(one: Movable, other: Movable, line: Line, other_line: Line) -> bool:
    """Whether two never come near each other, wherever they are moved."""
    return (
        other_line.low - line.high > one.after + other.before
        or line.low - other_line.high > other.after + one.before
    )


def _first(one: Movable, other: Movable, found: Sequence[Course]) -> int:
    """Say which comes first: -1 for the one, 1 for the other, 0 if it is the same."""
    if _labelled(one, other):
        return _first_of_label(one, other)
    (wire, at), (other_wire, other_at) = one.key, other.key
    a, b = found[wire][at], found[other_wire][other_at]
    if abs(a.at - b.at) > SAME:
        return -1 if a.at < b.at else 1
    if min(a.high, b.high) - max(a.low, b.low) < -SAME:
        return 0
    side = first_of(found[wire], at, found[other_wire], other_at)
    return side or (-1 if one.key < other.key else 1)


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
    fits, fits_back = (
        first.low + GAP <= second.high for first, second in ((one, other), (other, one))
    )
    return FORCED * (fits_back - fits)
