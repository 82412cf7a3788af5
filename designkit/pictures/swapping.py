"""Swaps cards of a band where their wires are shorter then, and cross fewer others.

What they will cross is estimated: as if they were straight, from the middle of a card
to the middle of another.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from designkit.pictures.bands import Band, Spacing, place_bands
from designkit.pictures.between import Between
from designkit.pictures.drawing import Arrow, Box, Point
from designkit.pictures.sides import BOTH, Sides

PIXEL, BACK, STRONG_BACK, AROUND = 0.01, 9.0, 90.0, 1.5
"""Crossings that are worth a pixel of length, a wire that goes back in its band, and
one that has to go around a card between its ends."""

WIDE, HIGH = 150.0, 75.0
"""Pixels that cards which face each other are at most out of line, across and down."""

ROUNDS = 4
"""How often all pairs of cards are tried at most."""

Wire = tuple[str, str]
"""The cards at both ends of a wire."""


@dataclass(frozen=True, slots=True)
class SwapBlock:
    """Cards that may stand in each other's places, and whether their wires go left."""

    ids: tuple[str, ...]
    leftward: bool = False


def swapped(
    rows: Sequence[Sequence[Band]], arrows: Iterable[Arrow], gaps: Spacing
) -> list[list[Band]]:
    """Return the rows, placed with `gaps`, with cards in each other's places."""
    boxes = {it.id: it.box for it in place_bands(rows, gaps).nodes}
    return seated_rows(rows, reseated(blocks_of(rows), boxes, arrows))


def blocks_of(rows: Sequence[Sequence[Band]]) -> list[SwapBlock]:
    """Return a block of the cards of each band."""
    return [SwapBlock(_ids(band), band.leftward) for row in rows for band in row]


def seated_rows(
    rows: Sequence[Sequence[Band]], seated: Mapping[str, str]
) -> list[list[Band]]:
    """Return the rows with the cards that are `seated` at the places of others."""
    return [[_seated(band, seated) for band in row] for row in rows]


def reseated(
    blocks: Sequence[SwapBlock], boxes: Mapping[str, Box], arrows: Iterable[Arrow]
) -> Mapping[str, str]:
    """Return which card comes to stand where each was, by the `boxes` of all."""
    middles = {id: box.centre for id, box in boxes.items()}
    places = {box.centre: box for box in boxes.values()}
    page = _BandPage(dict(middles), _backs(arrows, blocks), places)
    for _ in range(ROUNDS):
        pairs = (pair for block in blocks for pair in combinations(block.ids, 2))
        if not sum(page.swaps(*pair) for pair in pairs):
            break
    held = {middle: id for id, middle in page.middles.items()}
    return {id: held[middle] for id, middle in middles.items()}


def _ids(band: Band) -> tuple[str, ...]:
    return tuple(node.id for column in band.columns for node in column)


def _backs(arrows: Iterable[Arrow], blocks: Iterable[SwapBlock]) -> dict[Wire, float]:
    """Return what it costs if wires go left, by their ends; if right, below zero.

    It is nothing for wires between two bands. Wires of a card to itself are left out.
    """
    bands = {id: (at, it) for at, it in enumerate(blocks) for id in it.ids}
    found = dict[Wire, float]()
    for arrow in arrows:
        source, target = ends = arrow.source, arrow.target
        if source == target or not bands.keys() >= {*ends}:
            continue
        cost = STRONG_BACK if arrow.strong else BACK
        found.setdefault(ends, 0.0)
        (one, band), (other, _) = bands[source], bands[target]
        if one == other and cost > abs(found[ends]):
            found[ends] = -cost if band.leftward else cost
    return found


def _seated(band: Band, seated: Mapping[str, str]) -> Band:
    """Return a band in which each card stands where the other did."""
    nodes = {node.id: node for column in band.columns for node in column}
    return replace(
        band,
        columns=tuple(
            tuple(nodes[seated[node.id]] for node in column) for column in band.columns
        ),
    )


class _BandPage:
    """The middles of cards, the wires between them, and what each of these crosses."""

    def __init__(
        self,
        middles: dict[str, Point],
        backs: Mapping[Wire, float],
        places: Mapping[Point, Box],
    ) -> None:
        self.middles, self.wires, self.backs = middles, tuple(backs), backs
        self.places, self.around = places, dict[tuple[Point, Point], float]()
        self.at_card = defaultdict[str, set[int]](set)
        for number, ends in enumerate(self.wires):
            for id in ends:
                self.at_card[id].add(number)
        self.sides = Sides(tuple(middles.values()))
        self.seats = {id: seat for seat, id in enumerate(middles)}
        self.lines = [self._line(wire) for wire in range(len(self.wires))]
        self.met = [self._crossed(wire) for wire in range(len(self.wires))]

    def swaps(self, one: str, other: str) -> bool:
        """Swap two cards if that is better, and say whether it is."""
        moved = sorted(self.at_card[one] | self.at_card[other])
        before = self._cost(moved, {wire: self.met[wire] for wire in moved})
        self._swap(one, other)
        if self._way(moved) < before and self._crosses_less(moved, before):
            return True
        self._swap(one, other)
        return False

    def _swap(self, one: str, other: str) -> None:
        middles, seats = self.middles, self.seats
        middles[one], middles[other] = middles[other], middles[one]
        seats[one], seats[other] = seats[other], seats[one]

    def _crosses_less(self, wires: Sequence[int], before: float) -> bool:
        """Whether wires are better at new seats; if not, their lines stay."""
        lines = {wire: self.lines[wire] for wire in wires}
        for wire in wires:
            self.lines[wire] = self._line(wire)
        met = self._met(wires, before)
        if met is not None and self._cost(wires, met) < before - PIXEL:
            self._record(met)
            return True
        for wire, line in lines.items():
            self.lines[wire] = line
        return False

    def _line(self, wire: int) -> tuple[int, int, bytes]:
        """Return the seats at both ends of a wire, and the sides of all others."""
        start, end = (self.seats[id] for id in self.wires[wire])
        return start, end, self.sides.of(start, end)

    def _cost(self, wires: Sequence[int], met: Mapping[int, set[int]]) -> float:
        """Return what wires cost, each crossing counted once."""
        twice = sum(len(met[wire].intersection(wires)) for wire in wires)
        crossings = sum(len(met[wire]) for wire in wires) - twice / 2
        return crossings + self._way(wires)

    def _way(self, wires: Iterable[int]) -> float:
        """Return what the lengths of wires cost, and that some go back."""
        cost = 0.0
        for wire in wires:
            source, target = self.wires[wire]
            one, other = self.middles[source], self.middles[target]
            (x, y), (to_x, to_y) = one, other
            right, down = abs(to_x - x), abs(to_y - y)
            cost += PIXEL * (right + down)
            if right < WIDE or down < HIGH:
                cost += self._around(one, other)
            back = self.backs[source, target]
            cost += abs(back) if back * (to_x - x) < 0 else 0.0
        return cost

    def _around(self, one: Point, other: Point) -> float:
        """Return what it costs that cards stand between two that face each other."""
        known = self.around.get((one, other))
        if known is None:
            line = Between(self.places[one], self.places[other])
            is_held = line.has_any(self.places.values())
            known = self.around[one, other] = AROUND if is_held else 0.0
        return known

    def _met(self, wires: Sequence[int], most: float) -> Mapping[int, set[int]] | None:
        """Return what each of some wires crosses; nothing if it costs too much.

        Those that crossed most come first, since these cost too much soonest.
        """
        cost, found = self._way(wires), dict[int, set[int]]()
        for wire in sorted(wires, key=lambda it: -len(self.met[it])):
            if cost >= most:
                return None
            found[wire] = self._crossed(wire)
            cost += len(found[wire].difference(found))
        return found

    def _crossed(self, wire: int) -> set[int]:
        """Return the wires that a wire crosses."""
        start, end, sides = self.lines[wire]
        return {
            number
            for number, (one, other, theirs) in enumerate(self.lines)
            if sides[one] + sides[other] == BOTH and theirs[start] + theirs[end] == BOTH
        }

    def _record(self, met: Mapping[int, set[int]]) -> None:
        """Remember what wires cross now."""
        for wire, crossed in met.items():
            for other in self.met[wire]:
                self.met[other].discard(wire)
            self.met[wire] = crossed
            for other in crossed:
                self.met[other].add(wire)
