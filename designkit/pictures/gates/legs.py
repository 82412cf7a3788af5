"""The straight legs of a wire: how near they come to boxes and to each other."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import dist, hypot

from designkit.pictures.drawing import Box, Point

LEVEL = 0.6
"""Pixels that a leg may lean and still be compared as level or upright."""


@dataclass(frozen=True, slots=True)
class Leg:
    """A straight part of the wire with a `number`, in the direction of travel."""

    number: int
    start: Point
    end: Point

    @property
    def box(self) -> Box:
        """The smallest box around it."""
        (ax, ay), (bx, by) = self.start, self.end
        return Box(min(ax, bx), min(ay, by), abs(ax - bx), abs(ay - by))

    @property
    def length(self) -> float:
        """In pixels."""
        return dist(self.start, self.end)

    @property
    def lean(self) -> float:
        """How many pixels it is from being level or upright."""
        return min(abs(a - b) for a, b in zip(self.start, self.end, strict=True))


def legs_of(number: int, route: Iterable[Point]) -> tuple[Leg, ...]:
    """Return the legs of a wire, without stops at which it does not turn."""
    corners: list[Point] = []
    for point in route:
        if corners and dist(corners[-1], point) < 0.05:
            continue
        while len(corners) > 1 and _goes_on(corners[-2], corners[-1], point):
            corners.pop()
        corners.append(point)
    return tuple(Leg(number, a, b) for a, b in pairwise(corners))


def _goes_on(a: Point, b: Point, c: Point) -> bool:
    """Whether the way from `a` over `b` to `c` is straight, within half a pixel."""
    aside = abs(_turn(a, b, c)) / max(dist(a, b), 1e-6)
    ahead = (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1])
    return aside < 0.5 and ahead >= 0


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def beside(one: Leg, other: Leg) -> tuple[float, float]:
    """Return how far two legs run beside each other, and the gap between them.

    Both are in pixels; the first is 0 for legs that are not both level or both upright.
    """
    for along, across in ((0, 1), (1, 0)):
        if _leaning(one, across) < LEVEL and _leaning(other, across) < LEVEL:
            (low, high), (lower, higher) = _reach(one, along), _reach(other, along)
            run = min(high, higher) - max(low, lower)
            gap = sum(_reach(one, across)) / 2 - sum(_reach(other, across)) / 2
            return max(run, 0.0), abs(gap)
    return 0.0, 0.0


def _leaning(leg: Leg, axis: int) -> float:
    return abs(leg.start[axis] - leg.end[axis])


def _reach(leg: Leg, axis: int) -> tuple[float, float]:
    a, b = leg.start[axis], leg.end[axis]
    return (a, b) if a < b else (b, a)


def sides_of(box: Box) -> tuple[Leg, ...]:
    """Return the four sides of a card, as legs of no wire."""
    upper, lower = (box.x, box.y), (box.right, box.bottom)
    right, left = (box.right, box.y), (box.x, box.bottom)
    return tuple(Leg(-1, a, b) for a, b in pairwise((upper, right, lower, left, upper)))


def crossing(one: Leg, other: Leg) -> Point | None:
    """Return where two legs cross; nothing if they only touch, or run as one."""
    a, b, c, d = one.start, one.end, other.start, other.end
    before, after = _turn(c, d, a), _turn(c, d, b)
    if before * after >= 0 or _turn(a, b, c) * _turn(a, b, d) >= 0:
        return None
    share = before / (before - after)
    return a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])


def distance(leg: Leg, box: Box) -> float:
    """Return how far a leg is from a box, in pixels; 0 where it touches it.

    Of a leg that is slanted this is the least it can be.
    """
    around = leg.box
    apart = hypot(
        max(around.x - box.right, box.x - around.right, 0.0),
        max(around.y - box.bottom, box.y - around.bottom, 0.0),
    )
    return apart if leg.lean < LEVEL else max(apart, _slanted(leg, box))


def _slanted(leg: Leg, box: Box) -> float:
    """Return the distance of a box from the line that a slanted leg is part of."""
    corners = [(x, y) for x in (box.x, box.right) for y in (box.y, box.bottom)]
    turns = [_turn(leg.start, leg.end, corner) for corner in corners]
    if min(turns) <= 0 <= max(turns):
        return 0.0
    return min(map(abs, turns)) / leg.length
