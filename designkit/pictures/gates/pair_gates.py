"""The gates of two wires: which is which, which way they go, and where they cross."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from math import dist

from designkit.pictures.drawing import Box, Point
from designkit.pictures.gates.gate import Gate, PictureFault
from designkit.pictures.gates.legs import Leg, beside, crossing, distance
from designkit.pictures.gates.sheet import DrawnWire, Sheet

RUN, MERGED, SPREAD = 8.0, 4.0, 6.0
HEAD, TAIL = 8.0, 6.0
FAR_OFF = (-1e9, -1e9)
JOINED = 0.3
"""Pixels within which two wires are one line."""


@dataclass(slots=True)
class Meetings:
    """Where wires run beside each other, and where they cross."""

    shared: dict[tuple[int, int], tuple[float, Point]] = field(default_factory=dict)
    tight: dict[tuple[int, int], tuple[float, Point]] = field(default_factory=dict)
    crossings: dict[tuple[int, int], Point] = field(default_factory=dict)


def meetings_of(sheet: Sheet) -> Meetings:
    """Return how the wires of a sheet meet.

    Wires that run as one line cross another once, so that crossings are places.
    """
    found = Meetings()
    for wire in sheet.wires:
        for leg in wire.legs:
            for other in sheet.legs.at(leg.box.grown(SPREAD)):
                if other.number > leg.number:
                    _meet(found, leg, other, sheet)
    return found


def _meet(found: Meetings, leg: Leg, other: Leg, sheet: Sheet) -> None:
    place = crossing(leg, other)
    if place:
        _keep_apart(found.crossings, place)
        return
    run, gap = beside(leg, other)
    if run < RUN or gap >= SPREAD:
        return
    pair = leg.number, other.number
    if are_strangers(sheet.wires[leg.number], sheet.wires[other.number]):
        if gap < MERGED:
            _keep_longest(found.shared, pair, run, leg)
    elif gap > JOINED:
        _keep_longest(found.tight, pair, run, leg)


def _keep_apart(places: dict[tuple[int, int], Point], place: Point) -> None:
    """Keep a place that is not within a pixel of one that is kept."""
    column, row = round(place[0]), round(place[1])
    around = product((column - 1, column, column + 1), (row - 1, row, row + 1))
    if all(dist(places.get(cell, FAR_OFF), place) >= 1.0 for cell in around):
        places.setdefault((column, row), place)


def _keep_longest(
    runs: dict[tuple[int, int], tuple[float, Point]],
    pair: tuple[int, int],
    run: float,
    leg: Leg,
) -> None:
    if pair not in runs or runs[pair][0] < run:
        runs[pair] = run, leg.start


def are_strangers(one: DrawnWire, other: DrawnWire) -> bool:
    """Whether two wires have neither source nor target in common."""
    return (
        one.arrow.source != other.arrow.source
        and one.arrow.target != other.arrow.target
    )


def pair_faults(sheet: Sheet, meetings: Meetings) -> Iterator[PictureFault]:
    """Give the faults that two wires have together."""
    for (one, other), (run, at) in meetings.shared.items():
        names = f"{sheet.wires[one].name} and {sheet.wires[other].name}"
        yield PictureFault(Gate.SHARED, f"{names} for {run:.0f} px", at)
    yield from _heads(sheet)
    yield from _tails(sheet)


def _heads(sheet: Sheet) -> Iterator[PictureFault]:
    for wire in sheet.wires:
        for other in _near(sheet, wire.head, HEAD):
            is_later = other.legs[0].number > wire.legs[0].number
            apart = dist(wire.head, other.head)
            if is_later and apart < HEAD and not _is_join(wire, other):
                what = f"{wire.name} and {other.name}"
                yield PictureFault(Gate.HEADS, what, wire.head)


def _is_join(one: DrawnWire, other: DrawnWire) -> bool:
    """Whether two wires of one mode reach one end as one line."""
    run, gap = beside(one.legs[-1], other.legs[-1])
    return (
        one.arrow.mode == other.arrow.mode
        and one.arrow.target == other.arrow.target
        and dist(one.head, other.head) <= JOINED
        and run >= RUN
        and gap <= JOINED
    )


def _tails(sheet: Sheet) -> Iterator[PictureFault]:
    """Give heads where another wire starts, and heads on a wire that goes elsewhere."""
    for wire in sheet.wires:
        head = Leg(-1, wire.head, wire.head)
        for other in _near(sheet, wire.head, TAIL):
            if dist(wire.head, other.tail) < TAIL:
                what = f"{wire.name} ends where {other.name} starts"
                yield PictureFault(Gate.TAILS, what, wire.head)
            elif other.arrow.target != wire.arrow.target and any(
                distance(head, leg.box) < MERGED for leg in other.legs
            ):
                what = f"head of {wire.name} on {other.name}"
                yield PictureFault(Gate.TAILS, what, wire.head)


def _near(sheet: Sheet, at: Point, reach: float) -> Iterator[DrawnWire]:
    """Give the other wires that come near the head of one, each of them once."""
    legs = sheet.legs.at(Box(*at, 0, 0).grown(reach))
    for number in dict.fromkeys(leg.number for leg in legs):
        if sheet.wires[number].head is not at:
            yield sheet.wires[number]


def are_one_line(one: DrawnWire, other: DrawnWire) -> bool:
    """Whether two wires run as one somewhere, for 8 px or more."""
    runs = (beside(a, b) for a in one.legs for b in other.legs)
    return any(run >= RUN and gap <= JOINED for run, gap in runs)
