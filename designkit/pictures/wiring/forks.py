"""Where wires that run as one part, or come together: each such place has a dot."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import dist

from designkit.pictures.drawing import Arrow, Point
from designkit.pictures.gates.legs import Leg
from designkit.pictures.wiring.crossings import Crossing
from designkit.pictures.wiring.strokes import Legs, along, corner_radius

SAME = 0.3
"""Pixels within which two places are one."""

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
    """Return the forks of every two wires that leave, or reach, a card as one line."""
    out = (((arrows[n].source, legs[0].start), n) for n, legs in wires.items())
    into = (((arrows[n].target, legs[-1].end), n) for n, legs in wires.items())
    back = {number: _backwards(legs) for number, legs in wires.items()}
    parted = [it for pair in _pairs(out) for it in _fork(wires, *pair)]
    joined = [it for pair in _pairs(into) for it in _fork(back, *pair)]
    return (*parted, *(replace(it, is_join=True) for it in joined))


def _pairs(ends: Iterable[tuple[tuple[str, Point], int]]) -> Iterator[tuple[int, int]]:
    """Give every two wires with the same end at the same place, each of them once."""
    found = defaultdict[tuple[str, int, int], list[int]](list)
    for (card, (x, y)), number in ends:
        found[card, round(2 * x), round(2 * y)].append(number)
    for together in found.values():
        yield from combinations(together, 2)


def _backwards(legs: Legs) -> Legs:
    return tuple(replace(it, start=it.end, end=it.start) for it in reversed(legs))


def _fork(wires: Mapping[int, Legs], one: int, other: int) -> Iterator[Fork]:
    """Give where two wires part that begin at one place; nothing if they never do."""
    before: Leg | None = None
    for at, (leg, beside) in enumerate(zip(wires[one], wires[other], strict=False)):
        ways = [wires[one][at:], wires[other][at:]]
        if before and not _is_same_way(leg, beside):
            yield _parting((one, other), before, [leg, beside])
        if not _is_same_way(leg, beside):
            return
        if abs(leg.length - beside.length) > SAME:
            turning = min(ways, key=lambda way: way[0].length)
            if len(turning) > 1:
                yield _parting((one, other), turning[0], [turning[1]])
            return
        before = leg


def _is_same_way(one: Leg, other: Leg) -> bool:
    """Whether two legs that begin at one place go the same way."""
    reach = min(one.length, other.length)
    return dist(along(one, reach), along(other, reach)) <= SAME


def _parting(wires: tuple[int, int], before: Leg, turning: Sequence[Leg]) -> Fork:
    """Return the fork at the end of a leg, from which some wires turn."""
    radius = max(corner_radius(before, leg) for leg in turning)
    at = along(before, before.length - radius)
    return Fork(wires, at, before.end, is_join=False)


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
