"""The wires of a placed picture as they are drawn: strokes with gaps, dots at forks."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import dist

from designkit.pictures.drawing import Arrow, LineStyle, Point
from designkit.pictures.wiring.crossings import crossings_of
from designkit.pictures.wiring.forks import Fork, clear_of, forks_of
from designkit.pictures.wiring.gaps import Gaps, Ground, gaps_of
from designkit.pictures.wiring.strokes import Break, Legs, stroked, wire

DOT = 3.0
"""The radius of the dot at a fork, in pixels."""

PATTERNED = (LineStyle.DASHED, LineStyle.DOTTED)


@dataclass(frozen=True, slots=True)
class DrawnStrokes:
    """The `path` of a wire, and the dots of the forks that are drawn with it."""

    path: str
    dots: tuple[Point, ...] = ()


def strokes_of(arrows: Sequence[Arrow]) -> Mapping[int, DrawnStrokes]:
    """Return how each arrow that has a route is drawn, by its number."""
    wires = {n: stroked(n, it.route) for n, it in enumerate(arrows) if it.route}
    crossings = crossings_of(wires)
    forks = tuple(clear_of(crossings, forks_of(arrows, wires)))
    gaps = gaps_of(Ground.of(arrows, wires, forks), crossings)
    anew = _anew(arrows, forks)
    dots = _dots(forks)
    return {
        number: DrawnStrokes(
            wire(legs, _breaks(legs, gaps, anew.get(number, ()))),
            tuple(dots.get(number, ())),
        )
        for number, legs in wires.items()
    }


def _anew(
    arrows: Sequence[Arrow], forks: Iterable[Fork]
) -> Mapping[int, Sequence[Point]]:
    """Return where the dashes of wires that come together begin anew, by wire.

    They do so for both, or the dashes of one would fill what is between those of the
    other.
    """
    found = defaultdict[int, list[Point]](list)
    for fork in forks:
        for number in fork.wires:
            is_new = fork.at not in found[number]
            if fork.is_join and is_new and arrows[number].line in PATTERNED:
                found[number].append(fork.at)
    return found


def _dots(forks: Iterable[Fork]) -> Mapping[int, Sequence[Point]]:
    """Return the dots, each of them once, by the wire that is drawn last at it."""
    found = dict[Point, int]()
    for fork in forks:
        at = next((it for it in found if dist(it, fork.at) < 2 * DOT), fork.at)
        found[at] = max(*fork.wires, found.get(at, 0))
    dots = defaultdict[int, list[Point]](list)
    for at, number in found.items():
        dots[number].append(at)
    return dots


def _breaks(
    legs: Legs, gaps: Gaps, anew: Iterable[Point]
) -> Mapping[int, Sequence[Break]]:
    found = {at: list(gaps.get((leg.number, at), ())) for at, leg in enumerate(legs)}
    for index, place in (it for point in anew for it in _on_leg(legs, point)):
        found[index] = sorted([*found[index], (place, place)])
    return found


def _on_leg(legs: Legs, point: Point) -> Iterator[tuple[int, float]]:
    """Give the leg that a point lies on, and how far from its start."""
    for at, leg in enumerate(legs):
        place = dist(leg.start, point)
        if abs(place + dist(point, leg.end) - leg.length) < 0.1:
            yield at, place
            return
