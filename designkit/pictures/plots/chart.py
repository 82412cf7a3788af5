"""A small plot: title, scale, and a figure as a line with a dot for each value."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from designkit.estimates.figure import Figure
from designkit.estimates.report import Row
from designkit.pictures.drawing import Style, TextPart
from designkit.pictures.lettering import balanced, cut, stacked, text_part, width_of
from designkit.pictures.plots.axis import Axis
from designkit.pictures.plots.scales import Scale, scale_of
from designkit.pictures.theme import FONTS
from designkit.quantities.measure import Unit
from designkit.text.escape import one_line

HEIGHT = 150.0
"""Of the area in which the line runs, in pixels."""

WIDEST_TICK = 110.0
TICK_GAP, TITLE_GAP, DROP = 10.0, 17.0, 21.0
"""From the area to labels at its left, to its title, to the baseline of those below."""

MOST_LINES = 2
MIDDLE = 0.36
"""Of the size of a font: how far below the middle of a line its baseline is."""


@dataclass(frozen=True, slots=True)
class PlotMark:
    """A value of a figure: its place, those of the ends of its range, and its text."""

    x: float
    y: float
    top: float
    bottom: float
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A plot; pixels count from the upper left corner of the area of its line.

    `headroom` is the height of the title and of the space below it. `ticks` are the
    heights of the lines across, the lowest first, and `zero` is that of nothing. The
    line is `runs`, one after each hole where a value cannot be computed.
    """

    id: str
    title: str
    headroom: float
    texts: tuple[TextPart, ...]
    ticks: tuple[float, ...]
    zero: float | None
    runs: tuple[tuple[PlotMark, ...], ...]
    has_holes: bool
    summary: str

    @property
    def has_ranges(self) -> bool:
        """Whether a value has two ends."""
        return any(mark.top != mark.bottom for run in self.runs for mark in run)


def row_scale(row: Row) -> Scale:
    """Return the scale that has room for all values of a figure, and their ranges."""
    known = [item for item in row.values if item]
    values = [end for item in known for end in (item.low, item.value, item.high)]
    return scale_of(values, row.figure.unit)


def tick_texts(scale: Scale, unit: Unit) -> tuple[str, ...]:
    """Return the round values of a scale as people write them."""
    return tuple(
        cut(one_line(unit.show(tick)), WIDEST_TICK, Style.LABEL) for tick in scale.ticks
    )


def chart(row: Row, scale: Scale, axis: Axis) -> Chart:
    """Return the plot of a figure."""
    heights = tuple(_height(scale, tick) for tick in scale.ticks)
    title = one_line(row.figure.title)
    lines = balanced(title, axis.right - axis.left, Style.NAME, MOST_LINES)
    headroom = TITLE_GAP + FONTS[Style.NAME].line * len(lines)
    labels = zip(tick_texts(scale, row.figure.unit), heights, strict=True)
    return Chart(
        id=row.figure.id,
        title=title,
        headroom=headroom,
        texts=(
            *stacked(lines, axis.left, -headroom, Style.NAME),
            *(_tick_label(text, height) for text, height in labels),
            *axis.labels,
        ),
        ticks=heights,
        zero=_height(scale, 0) if scale.has_zero else None,
        runs=_runs(_marks(row, scale, axis)),
        has_holes=not all(row.values),
        summary=_summary(row, axis),
    )


def _height(scale: Scale, value: float) -> float:
    return HEIGHT * (1 - scale.share(value))


def _tick_label(text: str, height: float) -> TextPart:
    baseline = height + FONTS[Style.LABEL].size * MIDDLE
    x = -TICK_GAP - width_of(text, Style.LABEL)
    return text_part(text, x, baseline, Style.LABEL)


def _marks(row: Row, scale: Scale, axis: Axis) -> Iterable[PlotMark | None]:
    for figure, value, place in zip(row.values, axis.values, axis.places, strict=True):
        yield _mark(figure, scale, value, place) if figure else None


def _mark(figure: Figure, scale: Scale, value: str, place: float) -> PlotMark:
    return PlotMark(
        x=place,
        y=_height(scale, figure.value),
        top=_height(scale, figure.high),
        bottom=_height(scale, figure.low),
        text=one_line(f"{value}: {figure.text}"),
    )


def _runs(marks: Iterable[PlotMark | None]) -> tuple[tuple[PlotMark, ...], ...]:
    grouped = groupby(marks, lambda mark: mark is None)
    runs = (tuple(mark for mark in group if mark) for _, group in grouped)
    return tuple(run for run in runs if run)


def _summary(row: Row, axis: Axis) -> str:
    """Say where the figure begins and ends, for who cannot see it."""
    ends = (row.values[0], axis.values[0]), (row.values[-1], axis.values[-1])
    told = (f"{item.text if item else 'unknown'} at {value}" for item, value in ends)
    return one_line(f"{row.figure.title}: {', '.join(told)}.")
