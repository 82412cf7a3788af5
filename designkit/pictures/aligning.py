"""Moves cards up and down in their columns where wires then go straight.

A card is brought level with one that it has a wire to, alone or with all of its column.
Others of the column are pushed on; none leaves its band.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from designkit.pictures.bands import Band, Placement, Spacing, place_bands
from designkit.pictures.drawing import Arrow
from designkit.pictures.levels import LevelColumn, Levels, Tops

LEAST, ROUNDS = 1.0, 4
"""Pixels that a move has to save, and how often all columns are tried at most."""

STARTS = 0, -1, 1
"""Where columns stand before: in the middle of their bands, at the top, below."""


def aligned(
    rows: Sequence[Sequence[Band]], arrows: Iterable[Arrow], gaps: Spacing
) -> Placement:
    """Place each row of titled bands below the one before, with cards level.

    Those are cards that `arrows` join, where that makes their wires shorter.
    """
    placement = place_bands(rows, gaps)
    levels = Levels.of(placement, rows, arrows)
    tops = _Aligning(levels, gaps.card).best()
    nodes = (node.at(node.box.x, tops[node.id]) for node in placement.nodes)
    return replace(placement, nodes=tuple(nodes))


@dataclass(frozen=True, slots=True)
class _Aligning:
    """Looks for better levels of cards that stand at least a `gap` apart."""

    levels: Levels
    gap: float

    def best(self) -> Tops:
        """Return the upper edges of the cards once no move makes it better."""
        found = map(self._improved, map(self._start, STARTS))
        return min(found, key=self.levels.total)

    def _start(self, part: int) -> dict[str, float]:
        """Return all columns as far down as they may go, up for -1, or as they are."""
        found = dict[str, float]()
        for column in self.levels.columns:
            low, high = self._free(column, self.levels.first)
            by = max(0.0, min(-low, high)) * part
            found |= {id: self.levels.first[id] + by for id in column.ids}
        return found

    def _free(self, column: LevelColumn, tops: Tops) -> tuple[float, float]:
        """Return how far a column may move, up (which is negative) and down."""
        first, last = column.ids[0], column.ids[-1]
        bottom = tops[last] + self.levels.heights[last]
        return column.room[0] - tops[first], column.room[1] - bottom

    def _improved(self, tops: dict[str, float]) -> Tops:
        columns = self.levels.columns
        for _ in range(ROUNDS):
            if not sum(self._improve(it, tops) for it in (*columns, *columns[::-1])):
                break
        return tops

    def _improve(self, column: LevelColumn, tops: dict[str, float]) -> bool:
        """Move the cards of a column as is best, and say whether that was any move."""
        now = tuple(tops[id] for id in column.ids)
        best, least = now, self.levels.cost(column, tops) - LEAST
        for moved in dict.fromkeys(self._moves(column, tops)):
            tops.update(zip(column.ids, moved, strict=True))
            cost = self.levels.cost(column, tops)
            if cost < least:
                best, least = moved, cost
        tops.update(zip(column.ids, best, strict=True))
        return best != now

    def _moves(self, column: LevelColumn, tops: Tops) -> list[tuple[float, ...]]:
        """Return where the cards of a column may stand, for each wire of one."""
        heights, place = self.levels.heights, self.levels.place
        wanted = dict.fromkeys(
            (at, round(tops[other] + (heights[other] - heights[id]) / 2, 2))
            for at, id in enumerate(column.ids)
            for other in self.levels.near[id]
            if place[other] != place[id]
        )
        return [it for at, top in wanted for it in self._shifted(column, at, top, tops)]

    def _shifted(
        self, column: LevelColumn, at: int, top: float, tops: Tops
    ) -> Iterator[tuple[float, ...]]:
        """Give a column with a card at `top`: all of it moved, and what is pushed.

        Where the band ends before, the card is as near to that as it may be.
        """
        ids = column.ids
        up, down = self._free(column, tops)
        by = min(max(top - tops[ids[at]], up), down)
        if by:
            yield tuple(tops[id] + by for id in ids)
        low, high = self._room(column, at)
        if low <= high and min(max(top, low), high) != tops[ids[at]]:
            yield self._pushed(ids, at, min(max(top, low), high), tops)

    def _room(self, column: LevelColumn, at: int) -> tuple[float, float]:
        """Return from where to where a card may move if it pushes the others on."""
        heights, (low, high) = self.levels.heights, column.room
        above = sum(heights[id] + self.gap for id in column.ids[:at])
        below = sum(heights[id] + self.gap for id in column.ids[at + 1 :])
        return low + above, high - below - heights[column.ids[at]]

    def _pushed(
        self, ids: Sequence[str], at: int, top: float, tops: Tops
    ) -> tuple[float, ...]:
        """Return where the cards stand if one is moved and pushes others on."""
        heights, above, below = self.levels.heights, [top], [top]
        for before, id in zip(ids[at:], ids[at + 1 :], strict=False):
            below.append(max(tops[id], below[-1] + heights[before] + self.gap))
        for id in reversed(ids[:at]):
            above.append(min(tops[id], above[-1] - self.gap - heights[id]))
        return (*reversed(above[1:]), *below)
