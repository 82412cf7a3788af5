"""Places cards in bands: rows of bands, columns of cards in a band."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from designkit.pictures.drawing import Box, Drawing, Group, Node, Style
from designkit.pictures.fonts import text_width
from designkit.pictures.theme import FONTS

PADDING, TITLE = 22.0, 30.0
SLIDE, AROUND = (1600.0, 900.0), (60.0, 170.0)
"""Width and height of a slide, and what title, legend and margins take, in pixels."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """Distances in pixels between columns, cards of a column, bands and rows."""

    column: float = 84.0
    card: float = 40.0
    band: float = 56.0
    row: float = 84.0


@dataclass(frozen=True, slots=True)
class Band:
    """A stage with its cards, column by column; without a title it is not tinted.

    The nodes of `axis`, at most one a column, stand on one line. A band is at least
    `before` from the band before it, and each of its columns but the first at least one
    of `gaps` from the column before, in pixels. What is in it goes to the right, else
    `leftward`.
    """

    id: str
    title: str
    stage: str
    columns: tuple[tuple[Node, ...], ...]
    axis: frozenset[str] = frozenset()
    before: float = 0.0
    gaps: tuple[float, ...] = ()
    leftward: bool = False


@dataclass(frozen=True, slots=True)
class Placement:
    """Cards with places, and the tinted groups behind them."""

    nodes: tuple[Node, ...]
    groups: tuple[Group, ...]

    def on(self, drawing: Drawing) -> Drawing:
        """Return `drawing` with these cards and groups in it."""
        return replace(drawing, nodes=self.nodes, groups=self.groups)

    def scale(self, grown: float = 1.0, below: float = 0.0) -> float:
        """Return how large it can be shown on a slide of 1600 by 900, with text around.

        That is once it has `grown` so much in width and height, and with so many more
        pixels of text `below` it.
        """
        boxes = [*(node.box for node in self.nodes), *(g.box for g in self.groups)]
        if not boxes:
            return 1.0
        width = max(b.right for b in boxes) - min(b.x for b in boxes)
        height = max(b.bottom for b in boxes) - min(b.y for b in boxes)
        return min(
            SLIDE[0] / (width * grown + AROUND[0]),
            SLIDE[1] / (height * grown + AROUND[1] + below),
        )


def place_bands(
    rows: Sequence[Sequence[Band]], spacing: Spacing | None = None
) -> Placement:
    """Place each row of bands below the one before, cards centred in their columns."""
    gaps = spacing or Spacing()
    nodes: list[Node] = []
    groups: list[Group] = []
    y = 0.0
    widest = max((row_width(row, gaps) for row in rows), default=0.0)
    for row in rows:
        height = max((_height(band, gaps) for band in row), default=0.0)
        x, stretch = 0.0, _stretch(row, widest, gaps)
        for at, band in enumerate(row):
            x += max(gaps.band, band.before) if at else 0.0
            width = _width(band, gaps) + stretch * max(len(band.columns), 1)
            nodes += _place_columns(band, x, y, height, stretch, gaps)
            if band.title:
                groups.append(_group(band, Box(x, y, width, height)))
            x += width
        y += height + gaps.row
    return Placement(tuple(nodes), tuple(groups))


def _stretch(row: Sequence[Band], widest: float, gaps: Spacing) -> float:
    """Return how much each column gains so that all rows are equally wide."""
    columns = sum(max(len(band.columns), 1) for band in row)
    return (widest - row_width(row, gaps)) / columns if columns else 0.0


def row_width(row: Sequence[Band], gaps: Spacing) -> float:
    """Return how wide a row of bands is, in pixels."""
    between = sum(max(gaps.band, band.before) for band in row[1:])
    return sum(_width(band, gaps) for band in row) + between


def _inset(band: Band) -> float:
    return PADDING if band.title else 0.0


def _width(band: Band, gaps: Spacing) -> float:
    inner = sum(_column_width(column) for column in band.columns)
    inner += sum(_gaps(band, gaps)) + 2 * _inset(band)
    return max(inner, _title_width(band) + 2 * PADDING)


def _gaps(band: Band, gaps: Spacing) -> list[float]:
    """Return the distances between the columns of a band."""
    least = band.gaps or (0.0,) * (len(band.columns) - 1)
    return [max(gaps.column, gap) for gap in least]


def _title_width(band: Band) -> float:
    font = FONTS[Style.BAND]
    return text_width(band.title, font.size, font.weight)


def _column_width(column: Sequence[Node]) -> float:
    return max((node.width for node in column), default=0.0)


def _height(band: Band, gaps: Spacing) -> float:
    return sum(_reaches(band, gaps)) + (TITLE + 2 * PADDING - 8 if band.title else 0.0)


def _reaches(band: Band, gaps: Spacing) -> tuple[float, float]:
    """Return how far the columns of `band` reach above and below its axis."""
    reaches = [_reach(column, band.axis, gaps) for column in band.columns]
    above = max((above for above, _ in reaches), default=0.0)
    return above, max((below for _, below in reaches), default=0.0)


def _reach(
    column: Sequence[Node], axis: Collection[str], gaps: Spacing
) -> tuple[float, float]:
    """Return how far `column` reaches above and below the axis of its band.

    The axis runs through the middle of its node on the axis, else of the column.
    """
    total = sum(node.height for node in column) + gaps.card * (len(column) - 1)
    above = 0.0
    for node in column:
        if node.id in axis:
            above += node.height / 2
            return above, total - above
        above += node.height + gaps.card
    return total / 2, total / 2


def _place_columns(
    band: Band, x: float, y: float, height: float, stretch: float, gaps: Spacing
) -> Iterator[Node]:
    top = y + (TITLE + PADDING - 8 if band.title else 0.0)
    room = height - (TITLE + 2 * PADDING - 8 if band.title else 0.0)
    above, below = _reaches(band, gaps)
    middle = top + (room - above - below) / 2 + above
    x += _inset(band) + stretch / 2
    for column, gap in zip(band.columns, (*_gaps(band, gaps), 0.0), strict=True):
        width = _column_width(column)
        at = middle - _reach(column, band.axis, gaps)[0]
        for node in column:
            yield node.at(x + (width - node.width) / 2, at)
            at += node.height + gaps.card
        x += width + gap + stretch


def _group(band: Band, box: Box) -> Group:
    return Group(band.id, band.title, band.stage, box, _title_width(band))


def room_of(group: Group) -> tuple[float, float]:
    """Return from where to where the cards of a titled band may stand, in pixels."""
    return group.box.y + TITLE + PADDING - 8, group.box.bottom - PADDING
