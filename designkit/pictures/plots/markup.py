"""The SVG of the plots of a sweep: text is text, light and dark in one file."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from designkit.pictures.converting import Svg
from designkit.pictures.plots.axis import Axis
from designkit.pictures.plots.chart import HEIGHT, Chart, PlotMark
from designkit.pictures.plots.page import PlacedPlot, PlotPage
from designkit.pictures.renderer import Theme
from designkit.pictures.svg_markup import font_rules, number, text_markup, themed
from designkit.pictures.theme import Palette
from designkit.text.escape import plain
from designkit.text.templates import fill

NOTCH, LONELY = 5.0, 4.0
"""Length of the mark at a label, and half the width of a band of one value."""

RIM, CROWDED = 1.2, 2.5
"""Paper around a dot, and the radius of dots from which on it would hide the line."""


def svg_of(page: PlotPage, theme: Theme) -> Svg:
    """Return `page` as SVG."""
    text = fill(
        "diagram/plots.svg.j2",
        {
            "title": page.title,
            "description": page.description,
            "width": number(page.width),
            "height": number(page.height),
            "css": Markup("".join(_style_sheet(theme, page.axis))),
            "texts": [Markup(text_markup(text)) for text in page.texts],
            "radius": number(page.axis.radius),
            "plots": [_plot(placed, page.axis) for placed in page.plots],
        },
    )
    return Svg(text, page.title, page.description, page.width, page.height)


def _style_sheet(theme: Theme, axis: Axis) -> Iterator[str]:
    yield from font_rules()
    yield ".grid,.foot,.line{fill:none}.grid{stroke-opacity:.28}.foot{stroke-width:1.4}"
    yield ".line{stroke-width:2.4;stroke-linejoin:round;stroke-linecap:round}"
    rim = RIM if axis.radius >= CROWDED else 0
    yield f".band{{fill-opacity:.17}}.dot{{stroke-width:{number(rim)}}}"
    yield from themed(_colours, theme)


def _colours(palette: Palette) -> Iterator[str]:
    yield f".paper{{fill:{palette.paper}}}text{{fill:{palette.ink}}}"
    yield f".t-subtitle,.t-caption,.t-label{{fill:{palette.muted}}}"
    yield f".grid,.foot{{stroke:{palette.line}}}"
    yield f".band{{fill:{palette.strong}}}.line{{stroke:{palette.strong}}}"
    yield f".dot{{fill:{palette.strong};stroke:{palette.paper}}}"


def _plot(placed: PlacedPlot, axis: Axis) -> dict[str, object]:
    chart = placed.chart
    return {
        "id": plain(chart.id),
        "title": chart.title,
        "x": number(placed.x),
        "y": number(placed.y),
        "grid": _grid(chart, axis),
        "foot": _foot(chart, axis),
        "bands": [_band(run) for run in chart.runs] if chart.has_ranges else [],
        "lines": [_line(run) for run in chart.runs if len(run) > 1],
        "dots": [
            {"x": number(mark.x), "y": number(mark.y), "text": mark.text}
            for run in chart.runs
            for mark in run
        ],
        "texts": [Markup(text_markup(text)) for text in chart.texts],
    }


def _grid(chart: Chart, axis: Axis) -> str:
    """Draw a line at each round value but zero."""
    heights = (height for height in chart.ticks if height != chart.zero)
    return "".join(_across(height, axis) for height in heights)


def _foot(chart: Chart, axis: Axis) -> str:
    """Draw the line of zero, if there is one, and a notch above each label."""
    zero = "" if chart.zero is None else _across(chart.zero, axis)
    notches = (
        f"M{number(axis.places[step])} {number(HEIGHT)}v{number(NOTCH)}"
        for step in axis.shown
    )
    return zero + "".join(notches)


def _across(height: float, axis: Axis) -> str:
    return f"M0 {number(height)}H{number(axis.right)}"


def _line(run: Sequence[PlotMark]) -> str:
    return "M" + "L".join(_point(mark.x, mark.y) for mark in run)


def _band(run: Sequence[PlotMark]) -> str:
    """Go along the most and back along the least; a single value gets some width."""
    half = LONELY if len(run) == 1 else 0.0
    first, last = (run[0], -half), (run[-1], half)
    along = (first, *((mark, 0.0) for mark in run[1:-1]), last)
    points = [_point(mark.x + aside, mark.top) for mark, aside in along]
    points += [_point(mark.x + aside, mark.bottom) for mark, aside in along[::-1]]
    return f"M{'L'.join(points)}Z"


def _point(x: float, y: float) -> str:
    return f"{number(x)} {number(y)}"
