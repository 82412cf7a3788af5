"""The page of a sweep: the plots in rows of three, with what is said around them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from designkit.estimates.report import Row, SweepReport
from designkit.pictures.drawing import Style, TextPart
from designkit.pictures.layout.frame import GAP, MARGIN
from designkit.pictures.lettering import cut, stacked, text_part, width_of, wrapped
from designkit.pictures.plots.axis import Axis, axis_of
from designkit.pictures.plots.chart import (
    DROP,
    HEIGHT,
    TICK_GAP,
    Chart,
    chart,
    row_scale,
    tick_texts,
)
from designkit.pictures.plots.scales import Scale
from designkit.pictures.theme import FONTS
from designkit.text.counts import counted
from designkit.text.escape import one_line

MOST_PLOTS, MOST_LINES = 12, 3
WIDTHS = (640.0, 580.0, 376.0)
"""Pixels of a plot that stands alone, of one of two, and of one of three in a row."""

COLUMN_GAP, ROW_GAP = 40.0, 28.0

NOTHING = "No figure reacts."
BAND = "The line is for the middle of stated ranges, the band for all that they allow."
HOLE = "Where there is no dot, the figure cannot be computed."
CLOSE = "A plot without a strong line at its foot does not begin at zero."


@dataclass(frozen=True, slots=True)
class PlacedPlot:
    """A plot, and where the upper left corner of its area stands."""

    chart: Chart
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class PlotPage:
    """All plots of a sweep in their places, in pixels, above the same axis."""

    title: str
    description: str
    width: float
    height: float
    texts: tuple[TextPart, ...]
    axis: Axis
    plots: tuple[PlacedPlot, ...]


def page_of(swept: SweepReport) -> PlotPage:
    """Lay out the figures that react, at most twelve, and say how many more do."""
    rows = swept.rows[:MOST_PLOTS]
    columns = max(1, min(len(WIDTHS), len(rows)))
    width = columns * (WIDTHS[columns - 1] + COLUMN_GAP) - COLUMN_GAP
    scales = [row_scale(row) for row in rows]
    left = -_gutter(rows, scales)
    axis = axis_of(swept.values, left, left + WIDTHS[columns - 1], HEIGHT + DROP)
    charts = [chart(row, scale, axis) for row, scale in zip(rows, scales, strict=True)]
    header = _header(swept, width)
    plots = tuple(_placed(charts, columns, axis, header[-1].y + GAP))
    bottom = plots[-1].y + HEIGHT + DROP if plots else header[-1].y
    caption = _caption(charts, width, bottom)
    return PlotPage(
        title=one_line(f"{swept.name}: what reacts to {swept.path}"),
        description=" ".join(item.summary for item in charts) or NOTHING,
        width=width + 2 * MARGIN,
        height=round((caption[-1].y if caption else bottom) + MARGIN, 1),
        texts=(*header, *caption),
        axis=axis,
        plots=plots,
    )


def _gutter(rows: Sequence[Row], scales: Sequence[Scale]) -> float:
    """Return the room at the left that the widest label of a scale needs."""
    widths = (
        width_of(text, Style.LABEL)
        for row, scale in zip(rows, scales, strict=True)
        for text in tick_texts(scale, row.figure.unit)
    )
    return TICK_GAP + max(widths, default=0)


def _header(swept: SweepReport, width: float) -> tuple[TextPart, ...]:
    y = MARGIN + FONTS[Style.TITLE].size * 0.8
    title = cut(one_line(swept.name), width, Style.TITLE)
    lines = wrapped(_subtitle(swept), width, Style.SUBTITLE, MOST_LINES)
    return (
        text_part(title, MARGIN, y, Style.TITLE),
        *stacked(lines, MARGIN, y + 5, Style.SUBTITLE),
    )


def _subtitle(swept: SweepReport) -> str:
    number = len(swept.rows)
    figures = counted(number, "figure")
    first = f"the first {MOST_PLOTS} of {figures}" if number > MOST_PLOTS else figures
    ends = f"from {swept.values[0]} to {swept.values[-1]}"
    return one_line(f"What reacts to {swept.path}, {ends}: {first}")


def _placed(
    charts: Sequence[Chart], columns: int, axis: Axis, top: float
) -> Iterator[PlacedPlot]:
    """Set the plots in rows; the areas of a row are at one height."""
    step = axis.right - axis.left + COLUMN_GAP
    for start in range(0, len(charts), columns):
        row = charts[start : start + columns]
        top += max(item.headroom for item in row)
        for column, item in enumerate(row):
            yield PlacedPlot(item, MARGIN - axis.left + column * step, top)
        top += HEIGHT + DROP + ROW_GAP


def _caption(charts: Sequence[Chart], width: float, top: float) -> tuple[TextPart, ...]:
    """Say how to read what not every plot has."""
    told = (
        (BAND, any(item.has_ranges for item in charts)),
        (HOLE, any(item.has_holes for item in charts)),
        (CLOSE, any(item.zero is None for item in charts)),
    )
    texts = (text for text, is_needed in told if is_needed)
    lines = [
        line
        for text in texts
        for line in wrapped(text, width, Style.CAPTION, MOST_LINES)
    ]
    return stacked(lines, MARGIN, top + GAP - 4, Style.CAPTION)
