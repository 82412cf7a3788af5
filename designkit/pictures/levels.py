"""What wires between the columns of a page cost where cards are not level."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from designkit.pictures.bands import Band, Placement, room_of
from designkit.pictures.drawing import Arrow
from designkit.pictures.routing.room import CLEAR, CORNER, GAP, Span

BENT, MOVED, LEAN = 130.0, 0.3, 0.1
"""Pixels that a wire which turns is longer, and that a pixel is worth by which a card
is moved, or by which cards with a straight wire between them are not level."""

Tops = Mapping[str, float]
"""The upper edge of each card, in pixels."""


@dataclass(frozen=True, slots=True)
class LevelColumn:
    """Cards above one another, and between which edges they may stand, in a row."""

    ids: tuple[str, ...]
    room: Span
    row: int


@dataclass(frozen=True, slots=True)
class Levels:
    """Columns from left to right, row by row, and how many wires join which cards.

    Cards are as high as `heights`, and stand at the edges `first` if nothing is moved.
    """

    columns: tuple[LevelColumn, ...]
    place: Mapping[str, int]
    first: Tops
    heights: Mapping[str, float]
    near: Mapping[str, Mapping[str, int]]

    @classmethod
    def of(
        cls,
        placement: Placement,
        rows: Sequence[Sequence[Band]],
        arrows: Iterable[Arrow],
    ) -> "Levels":
        """Return the columns of `rows` as they are placed; all bands have a title."""
        columns = tuple(_columns(placement, rows))
        place = {id: at for at, column in enumerate(columns) for id in column.ids}
        near = {id: Counter[str]() for id in place}
        for arrow in arrows:
            one, other = arrow.source, arrow.target
            if one != other and place.keys() >= {one, other}:
                near[one][other] += 1
                near[other][one] += 1
        tops = {node.id: node.box.y for node in placement.nodes}
        heights = {node.id: node.height for node in placement.nodes}
        return cls(columns, place, tops, heights, near)

    def total(self, tops: Tops) -> float:
        """Return what all columns cost."""
        return sum(self.cost(column, tops) for column in self.columns)

    def cost(self, column: LevelColumn, tops: Tops) -> float:
        """Return what the wires of a column cost, and that its cards are moved."""
        ids = column.ids
        cost = MOVED * sum(abs(tops[id] - self.first[id]) for id in ids)
        return cost + sum(
            count * self._wire(id, other, count, tops)
            for id in ids
            for other, count in self.near[id].items()
        )

    def _wire(self, one: str, other: str, count: int, tops: Tops) -> float:
        """Return how much longer each wire between two cards is than a level one."""
        top, other_top = tops[one], tops[other]
        bottom, other_bottom = top + self.heights[one], other_top + self.heights[other]
        apart = abs(top + bottom - other_top - other_bottom) / 2
        first, last = self.place[one], self.place[other]
        if first == last or self.columns[first].row != self.columns[last].row:
            return apart
        low, high = max(top, other_top), min(bottom, other_bottom)
        if high - low < 2 * CORNER + GAP * count:
            return apart + BENT
        is_free = self._is_free((low + high) / 2, first, last, tops)
        return LEAN * apart if is_free else apart + BENT

    def _is_free(self, y: float, one: int, other: int, tops: Tops) -> bool:
        """Whether no card stands at a height between two columns."""
        first, last = min(one, other), max(one, other)
        between = (id for it in self.columns[first + 1 : last] for id in it.ids)
        return not any(
            tops[id] - CLEAR < y < tops[id] + self.heights[id] + CLEAR for id in between
        )


def _columns(
    placement: Placement, rows: Sequence[Sequence[Band]]
) -> Iterator[LevelColumn]:
    rooms = {group.id: room_of(group) for group in placement.groups}
    for row, bands in enumerate(rows):
        for band in bands:
            for column in band.columns:
                ids = tuple(node.id for node in column)
                yield LevelColumn(ids, rooms[band.id], row)
