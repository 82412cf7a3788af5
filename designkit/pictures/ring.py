"""Places cards in a ring of stations: what is strong outside, all else within.

Stations of the upper row have their outer cards on a line along the top, those of the
lower row along the bottom. What stands in the middle leaves room at both sides for the
wires that close the ring.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from designkit.pictures.bands import PADDING, TITLE, Placement
from designkit.pictures.drawing import Box, Group, Node, Point, Style
from designkit.pictures.lettering import width_of

UNDER_TITLE = TITLE + PADDING - 8


@dataclass(frozen=True, slots=True)
class RingSpacing:
    """Distances in pixels between columns, cards of a column, stations and rows.

    `side` is what the middle leaves free at both sides of the page.
    """

    column: float = 70.0
    card: float = 40.0
    station: float = 64.0
    row: float = 70.0
    side: float = 250.0


class Turn(StrEnum):
    """At which end of a station the ring leaves its row, so that nothing is there."""

    NOWHERE = "nowhere"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class RingColumn:
    """Cards of a station below each other: one of the ring, and those within it."""

    outer: Node | None = None
    inner: tuple[Node, ...] = ()

    @property
    def width(self) -> float:
        """How wide the widest card is, in pixels."""
        widest = max((card.width for card in self.inner), default=0.0)
        return max(widest, self.outer.width) if self.outer else widest


@dataclass(frozen=True, slots=True)
class Station:
    """A tinted band of columns."""

    id: str
    title: str
    stage: str
    columns: tuple[RingColumn, ...]


def columns_at(
    turn: Turn, outer: Sequence[Node], inner: Sequence[tuple[Node, ...]]
) -> tuple[RingColumn, ...]:
    """Return the columns of a station whose ring turns there, from left to right.

    No inner card stands in the column of the one at which it turns.
    """
    if turn is Turn.RIGHT:
        return columns_at(Turn.LEFT, outer[::-1], inner[::-1])[::-1]
    free: list[tuple[Node, ...]] = [()] if turn is Turn.LEFT and outer else []
    pairs = zip_longest(outer, [*free, *inner])
    return tuple(RingColumn(one, some or ()) for one, some in pairs)


Row = Sequence[Station]


@dataclass(frozen=True, slots=True)
class _Level:
    """Where a row is: left end, top, height, and what each column gains in width.

    On one side of it stand outer cards, at most `outer` pixels high.
    """

    x: float
    y: float
    height: float
    share: float
    outer: float
    is_upper: bool


def place_ring(upper: Row, middle: Row, lower: Row, gaps: RingSpacing) -> Placement:
    """Place the rows of a ring below each other; an empty one is left out."""
    side = gaps.side if upper or lower else 0.0
    rows = [(upper, 0.0), (middle, side), (lower, 0.0)]
    widest = max(_width(row, gaps) + 2 * x for row, x in rows)
    nodes, groups, y = list[Node](), list[Group](), 0.0
    for row, x in rows:
        if row:
            level = _level(row, (x, y), widest - 2 * x, gaps, is_upper=row is not lower)
            for station, box in _boxes(row, level, gaps):
                groups.append(_group(station, box))
                nodes += _placed(station, level, box.x + PADDING, gaps)
            y += level.height + gaps.row
    return Placement(tuple(nodes), tuple(groups))


def _level(
    row: Row, at: Point, width: float, gaps: RingSpacing, *, is_upper: bool
) -> _Level:
    columns = [column for station in row for column in station.columns]
    share = (width - _width(row, gaps)) / len(columns)
    outer = max((it.outer.height for it in columns if it.outer), default=0.0)
    inner = max(_tall(column.inner, gaps) for column in columns)
    between = gaps.card if outer and inner else 0.0
    height = UNDER_TITLE + outer + between + inner + PADDING
    return _Level(*at, round(height, 2), share, outer, is_upper)


def _boxes(row: Row, level: _Level, gaps: RingSpacing) -> Iterator[tuple[Station, Box]]:
    x = level.x
    for station in row:
        width = _station_width(station, gaps) + level.share * len(station.columns)
        yield (
            station,
            Box(round(x, 2), round(level.y, 2), round(width, 2), level.height),
        )
        x += width + gaps.station


def _placed(
    station: Station, level: _Level, x: float, gaps: RingSpacing
) -> Iterator[Node]:
    top, end = level.y + UNDER_TITLE, level.y + level.height - PADDING
    line = (top if level.is_upper else end - level.outer) + level.outer / 2
    apart = level.outer + gaps.card if level.outer else 0.0
    low, high = (top + apart, end) if level.is_upper else (top, end - apart)
    for column in station.columns:
        middle = x + (level.share + column.width) / 2
        if column.outer:
            yield _at(column.outer, middle, line)
        y = low + (high - low - _tall(column.inner, gaps)) / 2
        for node in column.inner:
            yield _at(node, middle, y + node.height / 2)
            y += node.height + gaps.card
        x += level.share + column.width + gaps.column


def _at(node: Node, x: float, y: float) -> Node:
    return node.at(round(x - node.width / 2, 2), round(y - node.height / 2, 2))


def _tall(column: Sequence[Node], gaps: RingSpacing) -> float:
    return sum(n.height for n in column) + gaps.card * max(len(column) - 1, 0)


def _width(row: Row, gaps: RingSpacing) -> float:
    wide = sum(_station_width(station, gaps) for station in row)
    return wide + gaps.station * max(len(row) - 1, 0)


def _station_width(station: Station, gaps: RingSpacing) -> float:
    inner = sum(column.width for column in station.columns)
    inner += gaps.column * (len(station.columns) - 1) + 2 * PADDING
    return max(inner, width_of(station.title, Style.BAND) + 2 * PADDING)


def _group(station: Station, box: Box) -> Group:
    titled = round(width_of(station.title, Style.BAND), 2)
    return Group(station.id, station.title, station.stage, box, titled)
