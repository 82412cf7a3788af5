"""How many wires run where: what a further one would cross, and share a side with."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from designkit.pictures.routing.grid import DOWN, LANE, LEFT, RIGHT, UP
from designkit.pictures.routing.wires import WantedWire

Way = tuple[int, ...]
"""The places that a wire visits, from the middle of a card to that of another."""


@dataclass(slots=True)
class Traffic:
    """Counts of bundles: on each step, through each place, on each side of a card.

    What passes a `place` goes on `level` or `upright`, or turns there. A bundle counts
    once where several of its wires run.
    """

    width: int
    level: list[int]
    upright: list[int]
    turning: list[int]
    edges: list[int]
    sides: defaultdict[tuple[int, int, bool], float] = field(
        default_factory=lambda: defaultdict(float)
    )
    own: defaultdict[int, Counter[tuple[str, int]]] = field(
        default_factory=lambda: defaultdict(Counter)
    )

    def add(self, wire: WantedWire, way: Way, edges: Sequence[int], sign: int) -> None:
        """Put a way on record, or take it off with a `sign` of -1."""
        own = self.own[wire.bundle]
        for edge, (before, after) in zip(edges, pairwise(way), strict=True):
            key = "edges", directed(edge, forward=after > before)
            self._count(own, key, self.edges, edge, sign)
        for before, place, after in zip(way, way[1:], way[2:], strict=False):
            first, second = abs(place - before) == 1, abs(after - place) == 1
            if first != second:
                self._count(own, ("turning", place), self.turning, place, sign)
            elif first:
                self._count(own, ("level", place), self.level, place, sign)
            else:
                self._count(own, ("upright", place), self.upright, place, sign)
        for card, side, out in (
            (wire.source, side_of(way[0], way[1]), True),
            (wire.target, side_of(way[-1], way[-2]), False),
        ):
            key = "docks", _end(card, side, out=out)
            if own[key] == (0 if sign > 0 else 1):
                self.dock(card, side, sign, out=out)
            own[key] += sign

    def dock(
        self, card: int, side: int, sign: int, *, out: bool, width: float = LANE
    ) -> None:
        """Put the end of a way at the `side` of a card on record, `width` pixels."""
        self.sides[card, side, out] += sign * width

    def docks(self, bundle: int, card: int, side: int, *, out: bool) -> bool:
        """Whether a wire of a bundle ends at the `side` of a card already."""
        return self.own[bundle]["docks", _end(card, side, out=out)] > 0

    def crosses(self, way: Way) -> bool:
        """Whether a way on record crosses another."""
        return any(self.level[place] and self.upright[place] for place in way[1:-1])

    def own_ways(self, bundle: int) -> tuple[set[int], set[int], set[int], set[int]]:
        """Return what a bundle runs on: steps, and places level, upright, turning.

        Steps are `directed`: who goes the other way is no part of the trunk.
        """
        found = dict[str, set[int]]()
        for (what, at), count in self.own[bundle].items():
            if count:
                found.setdefault(what, set()).add(at)
        steps, level = found.get("edges", set()), found.get("level", set())
        return steps, level, found.get("upright", set()), found.get("turning", set())

    @staticmethod
    def _count(
        own: Counter[tuple[str, int]],
        key: tuple[str, int],
        table: list[int],
        at: int,
        sign: int,
    ) -> None:
        before = own[key]
        own[key] += sign
        if before == (0 if sign > 0 else 1):
            table[at] += sign


def _end(card: int, side: int, *, out: bool) -> int:
    """Return the number of what leaves a side of a card, or comes to it."""
    return 2 * (4 * card + side) + out


def directed(edge: int, *, forward: bool) -> int:
    """Return the number of a step in one direction; right and down are forward."""
    return 2 * edge + forward


def empty(width: int, places: int, edges: int) -> Traffic:
    """Return the traffic of a page without wires."""
    return Traffic(width, [0] * places, [0] * places, [0] * places, [0] * edges)


def side_of(place: int, after: int) -> int:
    """Return on which side a way leaves the card at `place`."""
    if abs(after - place) == 1:
        return RIGHT if after > place else LEFT
    return DOWN if after > place else UP


def edges_of(way: Way, edge: Mapping[tuple[int, int], int]) -> list[int]:
    """Return the numbers of the steps of a way."""
    return [edge[min(pair), max(pair)] for pair in pairwise(way)]
