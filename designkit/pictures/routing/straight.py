"""Wires between cards that face each other: one stretch that need not turn."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from designkit.pictures.drawing import Box
from designkit.pictures.routing.room import CLEAR, CORNER, GAP, Span
from designkit.pictures.routing.stretches import WireStretch, across, along
from designkit.pictures.routing.wires import WantedWire

SHORTEST = 20.0
"""Pixels between two cards below which no wire goes straight from one to the other."""


@dataclass(frozen=True, slots=True)
class Facing:
    """Cards by number, and titles, between which straight wires are looked for."""

    cards: Sequence[Box]
    titles: Sequence[Box]

    def lines(
        self, wires: Sequence[WantedWire]
    ) -> Iterator[tuple[WantedWire, WireStretch]]:
        """Give the wires that need not turn, as many as there is room for."""
        taken = Counter[tuple[int, int]]()
        for wire in wires:
            if wire.source == wire.target:
                continue
            found = self._line(wire)
            pair = min(wire.source, wire.target), max(wire.source, wire.target)
            if found is None or taken[pair] * GAP > found[1]:
                continue
            taken[pair] += 1
            yield wire, found[0]

    def _line(self, wire: WantedWire) -> tuple[WireStretch, float] | None:
        """Return the straight line between two cards, and the room beside it."""
        for upright in (False, True):
            ends = self._ends(wire, upright)
            if ends is None:
                continue
            free = self._free(wire, upright, ends)
            if free is not None:
                middle = (free[0] + free[1]) / 2
                return WireStretch(upright, middle, *ends), free[1] - free[0]
        return None

    def _ends(self, wire: WantedWire, upright: bool) -> Span | None:
        """Return where a straight line leaves one card and comes to the other."""
        one = along(self.cards[wire.source], upright)
        other = along(self.cards[wire.target], upright)
        if other[0] - one[1] >= SHORTEST:
            return one[1], other[0]
        if one[0] - other[1] >= SHORTEST:
            return one[0], other[1]
        return None

    def _free(self, wire: WantedWire, upright: bool, ends: Span) -> Span | None:
        """Return between which places a line is free of all other cards."""
        one = across(self.cards[wire.source], upright)
        other = across(self.cards[wire.target], upright)
        low, high = max(one[0], other[0]) + CORNER, min(one[1], other[1]) - CORNER
        if high < low:
            return None
        for box in _between(self.titles, upright, ends):
            low, high = _beside(across(box, upright), low, high)
            if high - low < GAP:
                return None
        own = self.cards[wire.source], self.cards[wire.target]
        others = (box for box in self.cards if box not in own)
        taken = (across(box, upright) for box in _between(others, upright, ends))
        return _nearest_gap((low, high), taken)


def _nearest_gap(line: Span, taken: Iterable[Span]) -> Span | None:
    """Return what cards leave free of `line`, nearest to its middle."""
    gaps = [line]
    for start, end in taken:
        before, after = start - CLEAR, end + CLEAR
        gaps = [
            (low, high)
            for a, b in gaps
            for low, high in ((a, min(b, before)), (max(a, after), b))
            if low <= high
        ]
    middle = sum(line) / 2
    return min(
        gaps, key=lambda gap: max(gap[0] - middle, middle - gap[1], 0.0), default=None
    )


def _between(boxes: Iterable[Box], upright: bool, ends: Span) -> Iterator[Box]:
    """Give the boxes that lie, at least in part, between the ends of a line."""
    first, last = sorted(ends)
    for box in boxes:
        near, far = along(box, upright)
        if near < last and far > first:
            yield box


def _beside(title: Span, low: float, high: float) -> Span:
    """Return what is free beside a title: around the middle, else the larger part."""
    before, after = title[0] - CLEAR, title[1] + CLEAR
    middle = (low + high) / 2
    if middle <= before or (middle < after and before - low >= high - after):
        return low, min(high, before)
    return max(low, after), high
