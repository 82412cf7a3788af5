"""The gates of what is drawn: a crossing is told from a fork by a gap and a dot."""

from collections.abc import Iterator, Sequence
from itertools import combinations, count, pairwise
from math import dist

from designkit.pictures.drawing import Drawing, Point
from designkit.pictures.gates.gate import Gate, PictureFault
from designkit.pictures.gates.ink import Ink, ink_of
from designkit.pictures.gates.legs import LEVEL, Leg, crossing
from designkit.pictures.gates.sheet import DrawnWire, Sheet, sheet_of

OPEN, DRAWN = 2.5, 0.5
"""How far ink is from a gap, at least, and from a wire that is drawn, at most."""

AS_ONE, STRIDE, ROUND = 0.5, 2.0, 14.0
"""Pixels within which wires are one; between two looks; from a fork to its dot."""


def ink_faults(drawing: Drawing, svg: str) -> Iterator[PictureFault]:
    """Give the crossings without a gap, and the forks without a dot, of a picture.

    `svg` is the text of the placed `drawing` as it is drawn.
    """
    sheet, ink = sheet_of(drawing), ink_of(svg)
    yield from _crossings(sheet, ink)
    yield from _forks(sheet, [dot for it in ink for dot in it.dots])


def _crossings(sheet: Sheet, ink: Sequence[Ink]) -> Iterator[PictureFault]:
    """Give the places where neither of two wires has a gap, or both have one."""
    for one, other, at in _places(sheet):
        away = sorted(ink[leg.number].distance(at) for leg in (one, other))
        if away[0] > DRAWN or away[1] < OPEN:
            names = [sheet.wires[leg.number].name for leg in (one, other)]
            yield PictureFault(Gate.GAP, " over ".join(names), at)


def _places(sheet: Sheet) -> Iterator[tuple[Leg, Leg, Point]]:
    legs = [leg for wire in sheet.wires for leg in wire.legs if leg.lean < LEVEL]
    for leg in legs:
        for other in sheet.legs.at(leg.box):
            is_later = other.number > leg.number and other.lean < LEVEL
            at = crossing(leg, other) if is_later else None
            if at:
                yield leg, other, at


def _forks(sheet: Sheet, dots: Sequence[Point]) -> Iterator[PictureFault]:
    for one, other in combinations(sheet.wires, 2):
        for ways in _together(one, other):
            at = _parting(*ways)
            if at and all(dist(at, dot) > ROUND for dot in dots):
                what = f"{one.name} and {other.name}"
                yield PictureFault(Gate.DOT, what, at)


def _together(
    one: DrawnWire, other: DrawnWire
) -> Iterator[tuple[Sequence[Point], Sequence[Point]]]:
    """Give the ways of two wires from a start, and back from an end, of both."""
    ways = [[leg.start for leg in it.legs] + [it.head] for it in (one, other)]
    if one.arrow.source == other.arrow.source and dist(one.tail, other.tail) < AS_ONE:
        yield ways[0], ways[1]
    if one.arrow.target == other.arrow.target and dist(one.head, other.head) < AS_ONE:
        yield ways[0][::-1], ways[1][::-1]


def _parting(one: Sequence[Point], other: Sequence[Point]) -> Point | None:
    """Return about where two ways part; nothing if at once, or if one ends before."""
    for look in count(1):
        ends = [_after(way, look * STRIDE) for way in (one, other)]
        if ends[0] is None or ends[1] is None:
            return None
        if dist(ends[0], ends[1]) > AS_ONE:
            return _after(one, (look - 1) * STRIDE) if look > 1 else None
    return None


def _after(way: Sequence[Point], length: float) -> Point | None:
    """Return the place on a way after so many pixels; nothing beyond its end."""
    for start, end in pairwise(way):
        step = dist(start, end)
        if length <= step:
            share = length / step
            across, down = end[0] - start[0], end[1] - start[1]
            return start[0] + across * share, start[1] + down * share
        length -= step
    return None
