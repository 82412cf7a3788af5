"""Where wires that run as one part, or come together: each such place has a dot."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import dist

from designkit.pictures.drawing import Arrow, Point
from designkit.pictures.gates.legs import Leg, beside
from designkit.pictures.wiring.crossings import Crossing, Passing
from designkit.pictures.wiring.strokes import Legs, along, corner_radius

SAME, RUN = 0.3, 2.0
"""Pixels within which two places are one, and for which legs run as one at least."""

CLEAR = 11.0
"""Pixels between a fork and a crossing."""


@dataclass(frozen=True, slots=True)
class Fork:
    """A place `at` which the wires with two numbers part, or come together.

    It is where the bend of the one that turns begins, or ends. The `corner` is where
    they would part were no bend round, and where the fork is if another wire crosses
    too near.
    """

    wires: tuple[int, int]
    at: Point
    corner: Point
    is_join: bool


def forks_of(arrows: Sequence[Arrow], wires: Mapping[int, Legs]) -> tuple[Fork, ...]:
    """Return each fork of two wires that have a card in common and run as one."""
    found = dict[Fork, None]()
    for (one, i), (other, j), at in _as_one(arrows, wires):
        ahead = _parting(wires[one][i:], wires[other][j:], at)
        back = (_backwards(wires[one][: i + 1]), _backwards(wires[other][: j + 1]))
        for place, is_join in ((ahead, False), (_parting(*back, at), True)):
            if place:
                found[Fork((one, other), *place, is_join)] = None
    return tuple(sorted(found, key=lambda it: (it.is_join, it.wires, it.at)))


def _as_one(
    arrows: Sequence[Arrow], wires: Mapping[int, Legs]
) -> Iterator[tuple[Passing, Passing, Point]]:
    """Give every two legs that run as one, and a place on both."""
    lanes = defaultdict[tuple[bool, int], list[tuple[Leg, int]]](list)
    for leg, at in (
        (leg, at) for legs in wires.values() for at, leg in enumerate(legs)
    ):
        upright = leg.start[0] == leg.end[0]
        lanes[upright, round(leg.start[not upright])].append((leg, at))
    for lane in lanes.values():
        for (leg, i), (other, j) in combinations(lane, 2):
            one, two = arrows[leg.number], arrows[other.number]
            if leg.number != other.number and _has_end_of(one, two):
                place = _common(leg, other)
                if place:
                    yield (leg.number, i), (other.number, j), place


def _has_end_of(one: Arrow, other: Arrow) -> bool:
    return one.source == other.source or one.target == other.target


def _common(one: Leg, other: Leg) -> Point | None:
    """Return the middle of what two legs have in common, if they go the same way."""
    run, gap = beside(one, other)
    if run < RUN or gap > SAME:
        return None
    at = _is_upright(one)
    if (one.end[at] > one.start[at]) is not (other.end[at] > other.start[at]):
        return None
    ends = sorted((one.start, one.end, other.start, other.end), key=lambda it: it[at])
    (ax, ay), (bx, by) = ends[1:3]
    return (ax + bx) / 2, (ay + by) / 2


def _is_upright(leg: Leg) -> bool:
    return leg.box.width < leg.box.height


def _backwards(legs: Legs) -> Legs:
    return tuple(replace(it, start=it.end, end=it.start) for it in reversed(legs))


def _parting(one: Legs, other: Legs, at: Point) -> tuple[Point, Point] | None:
    """Return where wires part that run as one at a place on their first legs.

    Before it is the place at which the bend begins; nothing if one of them ends.
    """
    before: tuple[Leg, Leg] | None = None
    for index, legs in enumerate(zip(one, other, strict=False)):
        if before and not _is_same_way(*legs):
            return _bend((before[0], legs[0]), (before[1], legs[1]))
        ahead = [dist(at, leg.end) for leg in legs]
        if abs(ahead[0] - ahead[1]) > SAME:
            turning = (one if ahead[0] < ahead[1] else other)[index : index + 2]
            return _bend(turning) if len(turning) > 1 else None
        before, at = legs, legs[0].end
    return None


def _is_same_way(one: Leg, other: Leg) -> bool:
    """Whether two legs that begin at one place go the same way."""
    reach = min(one.length, other.length)
    return dist(along(one, reach), along(other, reach)) <= SAME


def _bend(*turns: Legs) -> tuple[Point, Point]:
    """Return where the first of some bends begins, and the corner that they round."""
    leg, radius = turns[0][0], max(corner_radius(*turn) for turn in turns)
    return along(leg, leg.length - radius), leg.end


def clear_of(crossings: Iterable[Crossing], forks: Iterable[Fork]) -> Iterator[Fork]:
    """Give the forks, at their corners where a wire crosses nearer than to those."""
    crossed = defaultdict[int, list[Point]](list)
    for place in crossings:
        for number, _ in (*place.upright, *place.level):
            crossed[number].append(place.at)
    for fork in forks:
        places = [at for number in fork.wires for at in crossed[number]]
        near, beyond = (_nearest(places, at) for at in (fork.at, fork.corner))
        yield replace(fork, at=fork.corner) if near < min(CLEAR, beyond) else fork


def _nearest(places: Iterable[Point], at: Point) -> float:
    return min((dist(place, at) for place in places), default=CLEAR)
