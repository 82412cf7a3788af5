"""The gaps of wires: where two cross, the one that lies lower is not drawn."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import dist

from designkit.pictures.drawing import Arrow, Box, LineStyle, Point
from designkit.pictures.wiring.crossings import Crossing, Passing
from designkit.pictures.wiring.forks import Fork
from designkit.pictures.wiring.strokes import Break, Legs

HALF, LEAST_HALF = 5.5, 3.5
"""Pixels to each side of a crossing that a gap has, and the least that shows."""

BEND, START, END, STUB = 4.0, 5.0, 3.0, 4.0
"""Pixels that are drawn at least: of a bend, at both ends, and between two gaps."""

CROWDED = 2.5
"""How many of them are given up where nothing else leaves room for a gap."""

UPPER = (
    LineStyle.DOTTED,
    LineStyle.DASHED,
    LineStyle.DOUBLE,
    LineStyle.LOOKUP,
    LineStyle.SOLID,
)
"""The looks of lines, from what lies lowest: what nobody waits for."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The wires of a picture, by number, and where each must be drawn."""

    arrows: Sequence[Arrow]
    wires: Mapping[int, Legs]
    forks: Mapping[int, Sequence[Point]]

    @classmethod
    def of(
        cls, arrows: Sequence[Arrow], wires: Mapping[int, Legs], forks: Iterable[Fork]
    ) -> "Ground":
        """Return the ground of wires that part at some `forks`."""
        found = defaultdict[int, list[Point]](list)
        for fork in forks:
            for number in fork.wires:
                found[number].append(fork.at)
        return cls(arrows, wires, found)

    def rank(self, passing: Iterable[Passing]) -> tuple[bool, int]:
        """Return how high wires lie, to be compared: the strong path lies highest."""
        arrows = [self.arrows[number] for number, _ in passing]
        return max((it.strong, UPPER.index(it.line)) for it in arrows)

    def room(self, passing: Iterable[Passing], at: Point) -> float:
        """Return how far a gap may reach from a place, in pixels."""
        return min(room for it in passing for room in self._rooms(*it, at))

    def _rooms(self, number: int, index: int, at: Point) -> Iterable[float]:
        legs = self.wires[number]
        yield dist(at, legs[index].start) - (BEND if index else START)
        yield dist(at, legs[index].end) - (BEND if index + 1 < len(legs) else END)
        yield from (dist(at, fork) / 2 for fork in self.forks.get(number, ()))
        label = self.arrows[number].label
        if label and label.on_line:
            yield _apart(label.box, at)


def _apart(box: Box, at: Point) -> float:
    """Return how far a place is from a box; nothing where it is inside."""
    across = max(box.x - at[0], at[0] - box.right)
    return max(across, box.y - at[1], at[1] - box.bottom, 0.0)


Gaps = Mapping[tuple[int, int], Sequence[Break]]
"""The gaps of wires, by the number of the wire and the index of the leg."""


def gaps_of(ground: Ground, crossings: Iterable[Crossing]) -> Gaps:
    """Return where wires are not drawn; nothing where there is no room for a gap."""
    found = defaultdict[tuple[int, int], list[Break]](list)
    for place in crossings:
        lower, half = _lower(ground, place)
        for number, index in lower:
            middle = dist(ground.wires[number][index].start, place.at)
            found[number, index].append((middle - half, middle + half))
    return {key: _run_together(sorted(gaps)) for key, gaps in found.items()}


def _lower(ground: Ground, place: Crossing) -> tuple[Sequence[Passing], float]:
    """Return what lies lower at a place, and how far its gap reaches.

    Of two that lie as high it is the upright one. Where it has no room for a gap the
    other has one, unless only that is the strong path.
    """
    sides = sorted((place.upright, place.level), key=ground.rank)
    is_strong, is_above_strong = (ground.rank(side)[0] for side in sides)
    free = sides if is_strong or not is_above_strong else sides[:1]
    for least in (LEAST_HALF, LEAST_HALF - CROWDED):
        for side in free:
            room = ground.room(side, place.at)
            if room >= least:
                return side, min(max(room, LEAST_HALF), HALF)
    return (), 0.0


def _run_together(gaps: Sequence[Break]) -> Sequence[Break]:
    """Return gaps as one where next to nothing would be drawn between two."""
    found: list[Break] = []
    for start, end in gaps:
        if found and start - found[-1][1] < STUB:
            start, end = found[-1][0], max(end, found[-1][1])
            found.pop()
        found.append((start, end))
    return found
