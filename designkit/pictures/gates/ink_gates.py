"""The gates of what is drawn: a crossing is told from a fork by a gap and a dot."""

from collections.abc import Iterator, Sequence
from itertools import combinations, groupby, pairwise
from math import dist

from designkit.pictures.drawing import Box, Drawing, Point
from designkit.pictures.gates.gate import Gate, PictureFault
from designkit.pictures.gates.ink import Ink, ink_of
from designkit.pictures.gates.legs import LEVEL, Leg, crossing
from designkit.pictures.gates.pair_gates import are_one_line, are_strangers
from designkit.pictures.gates.sheet import DrawnWire, Sheet, sheet_of

OPEN, DRAWN = 2.5, 0.5
"""How far ink is from a gap, at least, and from a wire that is drawn, at most."""

AS_ONE, STRIDE, ROUND, AT_END = 0.5, 2.0, 14.0, 4.0
"""Pixels within which wires are one; between two looks; from a fork to its dot, and to
an end."""

SHORT = 4
"""Looks for which wires run as one that only cross, at most."""


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
        if are_strangers(one, other) or not are_one_line(one, other):
            continue
        for at in _partings(one, other):
            if all(dist(at, dot) > ROUND for dot in dots):
                what = f"{one.name} and {other.name}"
                yield PictureFault(Gate.DOT, what, at)


def _partings(one: DrawnWire, other: DrawnWire) -> Iterator[Point]:
    """Give about where one wire leaves another, or comes to it.

    It does not where the other begins or ends; and one that crosses it stays too short.
    """
    looks = list(_looks(one))
    runs = [list(run) for _, run in groupby(looks, lambda at: _is_on(other, at))]
    for before, after in pairwise(runs):
        together = before if _is_on(other, before[0]) else after
        at = together[-1] if together is before else together[0]
        if len(together) > SHORT and min(dist(at, it) for it in _ends(other)) > AT_END:
            yield at


def _looks(wire: DrawnWire) -> Iterator[Point]:
    for leg in wire.legs:
        steps = max(round(leg.length / STRIDE), 1)
        (ax, ay), (bx, by) = leg.start, leg.end
        for step in range(steps):
            yield ax + (bx - ax) * step / steps, ay + (by - ay) * step / steps


def _is_on(wire: DrawnWire, at: Point) -> bool:
    return wire.distance(Box(*at, 0, 0)) <= AS_ONE


def _ends(wire: DrawnWire) -> tuple[Point, Point]:
    return wire.tail, wire.head
