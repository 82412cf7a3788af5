"""The strokes of a wire as the path of an SVG: round corners, breaks, and the head."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import dist

from designkit.pictures.drawing import Point
from designkit.pictures.gates.legs import Leg, legs_of
from designkit.pictures.svg_markup import number

HEAD_LENGTH, HEAD_WIDTH, CORNER = 9.0, 7.0, 9.0

Legs = tuple[Leg, ...]
"""The legs of a wire, in the direction of travel."""

Break = tuple[float, float]
"""From where to where a leg is not drawn, in pixels from its start.

At one of no length nothing is left out; a pattern of dashes begins anew there.
"""

Breaks = Mapping[int, Sequence[Break]]
"""The breaks of a wire by the index of the leg, in the order they are met."""


def wire(legs: Legs, breaks: Breaks | None = None) -> str:
    """Return the path of a line with round corners."""
    left_out = [tuple((breaks or {}).get(at, ())) for at in range(len(legs))]
    d = f"M{_at(legs[0].start)}"
    for at, leg in enumerate(legs):
        for start, end in left_out[at]:
            d += f"L{_at(along(leg, start))}M{_at(along(leg, end))}"
        if at + 1 < len(legs):
            d += _corner((leg, legs[at + 1]), (left_out[at], left_out[at + 1]))
    return d + f"L{_at(legs[-1].end)}"


def stroked(number: int, route: Sequence[Point]) -> Legs:
    """Return the legs of the wire with a `number` up to where its head begins."""
    legs = legs_of(number, route) or (Leg(number, route[0], route[-1]),)
    end = _before(legs[-1].start, legs[-1].end, HEAD_LENGTH - 1)
    return (*legs[:-1], replace(legs[-1], end=end))


def _corner(legs: tuple[Leg, Leg], left_out: tuple[Iterable[Break], ...]) -> str:
    """Return the end of a leg, and the bend to the next, up to breaks beside it."""
    before, after = legs
    free = [before.length - end for _, end in left_out[0]]
    free += [start for start, _ in left_out[1]]
    radius = min(corner_radius(before, after), *free, CORNER)
    start, end = along(before, before.length - radius), along(after, radius)
    return f"L{_at(start)}Q{_at(after.start)} {_at(end)}"


def corner_radius(before: Leg, after: Leg) -> float:
    """Return the radius of the bend between two legs, in pixels."""
    return min(CORNER, before.length / 2, after.length / 2)


def along(leg: Leg, distance: float) -> Point:
    """Return the point of a leg that is so many pixels from its start."""
    (ax, ay), (bx, by) = leg.start, leg.end
    share = distance / (leg.length or 1.0)
    return ax + (bx - ax) * share, ay + (by - ay) * share


def head(route: Sequence[Point]) -> str:
    """Return the path of the arrow head at the end of `route`."""
    tip, base = route[-1], _before(route[-2], route[-1], HEAD_LENGTH)
    length = dist(base, tip) or 1.0
    across = (
        -(tip[1] - base[1]) / length * HEAD_WIDTH / 2,
        (tip[0] - base[0]) / length * HEAD_WIDTH / 2,
    )
    left = base[0] + across[0], base[1] + across[1]
    right = base[0] - across[0], base[1] - across[1]
    return f"M{'L'.join(map(_at, (tip, left, right)))}Z"


def _before(start: Point, end: Point, distance: float) -> Point:
    """Return the point on the way from `start`, `distance` before `end`."""
    leg = Leg(0, start, end)
    return along(leg, max(0.0, leg.length - distance))


def _at(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
