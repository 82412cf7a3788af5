"""Between which places stretches and labels may lie, past cards and titles."""

from collections.abc import Sequence
from math import inf

from designkit.pictures.drawing import Box
from designkit.pictures.routing.movables import Movable
from designkit.pictures.routing.room import AROUND, CLEAR, CORNER, PageRoom, Span
from designkit.pictures.routing.separation import Line, Shortage, SpreadLines

FAR = 1e9
"""Pixels that are more than any page has."""


def line_of(members: Sequence[Movable], room: PageRoom) -> Line:
    """Return where the stretches of a trunk are wanted, and may lie, as one.

    What ends at a card stays there, if need be without room for its label.
    """
    docked = any(member.docks for member in members)
    low, high = _common(members, room, with_label=True)
    if low > high and docked:
        low, high = _common(members, room, with_label=False)
    if low > high and docked:
        low = high = (low + high) / 2
    return Line(members[0].at, low, high)


def _common(members: Sequence[Movable], room: PageRoom, *, with_label: bool) -> Span:
    bounds = [_bounds(member, room, with_label=with_label) for member in members]
    return max(low for low, _ in bounds), min(high for _, high in bounds)


def _bounds(it: Movable, room: PageRoom, *, with_label: bool) -> Span:
    """Return the least and the greatest place between cards and titles."""
    docks = {card for card, _ in it.docks}
    low = max((room.cards[card].x + CORNER for card in docks), default=-FAR)
    high = min((room.cards[card].right - CORNER for card in docks), default=FAR)
    start, end, at = it.start - CLEAR, it.end + CLEAR, it.at
    tagged = it.tagged if with_label and it.tagged else (inf, -inf)
    for card, box in room.boxes():
        top, bottom = box.y, box.y + box.height
        if top >= end or bottom <= start or card in docks:
            continue
        meets = top < tagged[1] and bottom > tagged[0]
        if box.x + box.width <= at:
            low = max(low, box.x + box.width + (it.before if meets else CLEAR))
        elif box.x >= at:
            high = min(high, box.x - (it.after if meets else CLEAR))
    if it.is_label:
        half = it.half + AROUND - CLEAR
        return low + half, high - half
    return low, high


def shortages(
    result: SpreadLines,
    groups: Sequence[Sequence[Movable]],
    lines: Sequence[Line],
    room: PageRoom,
) -> list[tuple[float, float]]:
    """Return where the page has to be wider: before or behind what does not fit.

    A cut helps if what bounds the first line stays, and what bounds the last one moves.
    """
    return [
        cut
        for at, lack in result.short.items()
        for cut in _cuts(at, lack, groups, lines, room)[:1]
    ]


def _cuts(
    at: int,
    lack: Shortage,
    groups: Sequence[Sequence[Movable]],
    lines: Sequence[Line],
    room: PageRoom,
) -> list[tuple[float, float]]:
    """Return where a wider page would make room for a line, and by how much."""
    high, beyond = lines[at].high, _half(groups[at])
    last = min(_docked_behind(groups[at], high, room), default=inf)
    found = []
    for start, amount in lack.parts():
        low, before = lines[start].low, _half(groups[start])
        first = max(_docked_before(groups[start], low, room), default=-inf)
        for more, less in ((0.0, 0.0), (beyond, before)):
            places = high + more + CLEAR / 2, low - less - CLEAR / 2
            found += [(cut, amount) for cut in places if first < cut < last]
    return found


def _half(members: Sequence[Movable]) -> float:
    """Return how far labels reach beyond their middles; lines do not."""
    return max(it.half for it in members)


def growths(
    result: SpreadLines,
    groups: Sequence[Sequence[Movable]],
    lines: Sequence[Line],
    room: PageRoom,
) -> dict[int, float]:
    """Return by how much cards have to grow, where no wider page helps.

    Those are where more wires meet, or pass between two that meet cards in one row,
    than can be told apart.
    """
    found: dict[int, float] = {}
    for at, lack in result.short.items():
        if lack.bare and not _cuts(at, lack, groups, lines, room):
            for card in {card for it in groups[at] for card, _ in it.docks}:
                if room.cards[card].right - CORNER <= lines[at].high + 1:
                    found[card] = max(found.get(card, 0.0), lack.bare)
    return found


def _docked_behind(
    members: Sequence[Movable], high: float, room: PageRoom
) -> list[float]:
    """Return what holds the ends of cards that are the last place of their lines."""
    cards = _cards(members, room)
    return [room.hold(box)[1] for box in cards if box.right - CORNER <= high + 1]


def _docked_before(
    members: Sequence[Movable], low: float, room: PageRoom
) -> list[float]:
    cards = _cards(members, room)
    return [room.hold(box)[0] for box in cards if box.x + CORNER >= low - 1]


def _cards(members: Sequence[Movable], room: PageRoom) -> list[Box]:
    return [room.cards[card] for member in members for card, _ in member.docks]
