"""Where square wires cross: the upright legs at a place, and the level ones."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from designkit.pictures.drawing import Point
from designkit.pictures.gates.legs import LEVEL
from designkit.pictures.wiring.strokes import Legs

Passing = tuple[int, int]
"""A wire by its number, and which of its legs goes over a place."""

Span = tuple[float, float, float, Passing]
"""Where a leg lies across its direction, and from where to where it runs along it."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """A place `at` which the `upright` legs of some wires cross `level` ones."""

    at: Point
    upright: tuple[Passing, ...]
    level: tuple[Passing, ...]


def crossings_of(wires: Mapping[int, Legs]) -> tuple[Crossing, ...]:
    """Return the places at which wires cross, each once, from the left.

    Wires that run as one cross another at one place.
    """
    upright = sorted(_spans(wires, across=0))
    lines = [x for x, *_ in upright]
    found = dict[tuple[int, int], tuple[Point, set[Passing], set[Passing]]]()
    for y, low, high, level in sorted(_spans(wires, across=1)):
        within = slice(bisect_left(lines, low), bisect_left(lines, high))
        for x, top, foot, steep in upright[within]:
            if low < x < high and top < y < foot and steep[0] != level[0]:
                at = round(x), round(y)
                _, up, flat = found.setdefault(at, ((x, y), set(), set()))
                up.add(steep)
                flat.add(level)
    return tuple(_crossing(*found[at]) for at in sorted(found))


def _crossing(
    at: Point, upright: Iterable[Passing], level: Iterable[Passing]
) -> Crossing:
    return Crossing(at, tuple(sorted(upright)), tuple(sorted(level)))


def _spans(wires: Mapping[int, Legs], across: int) -> Iterator[Span]:
    """Give the legs that do not lean across their direction: upright ones for x, 0."""
    for number, legs in wires.items():
        for at, leg in enumerate(legs):
            place, end = leg.start[across], leg.end[across]
            low, high = sorted((leg.start[1 - across], leg.end[1 - across]))
            if abs(place - end) < LEVEL:
                yield (place + end) / 2, low, high, (number, at)
