"""Draws a sweep: one small plot for each figure that reacts, in one SVG."""

import io
import textwrap
import warnings
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING

from designkit.errors import MissingLibraryError
from designkit.estimates.report import Row, Swept
from designkit.pictures.fonts import font_files
from designkit.pictures.theme import LIGHT
from designkit.text.escape import plain

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

COLUMNS = 3
MOST_PLOTS = 12
WIDE, HIGH = 4.1, 2.7
"""Inches of one plot."""

SALT = "designkit"
"""What names inside the file are made from, so that equal plots are equal files."""

LOOK = {
    "svg.fonttype": "none",
    "svg.hashsalt": SALT,
    "text.parse_math": False,
    "font.size": 10,
    "figure.constrained_layout.w_pad": 0.2,
    "axes.edgecolor": LIGHT.line,
    "axes.labelcolor": LIGHT.muted,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.grid.axis": "y",
    "grid.color": "#e4e8ef",
    "xtick.color": LIGHT.muted,
    "ytick.color": LIGHT.muted,
    "text.color": LIGHT.ink,
}


def plot(swept: Swept) -> bytes:
    """Draw the figures that react to a sweep, at most twelve, as SVG.

    Raises:
        MissingLibraryError: matplotlib is not installed.
    """
    if find_spec("matplotlib") is None:
        raise MissingLibraryError("matplotlib", "pip install 'designkit[plot]'")
    from matplotlib import rc_context, rcParams

    families = [_registered(str(path)) for path in font_files()]
    with rc_context(), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph", UserWarning)  # the reader has fonts
        rcParams.update(LOOK | {"font.family": [families[0], "sans-serif"]})
        return _drawn(swept)


def _registered(path: str) -> str:
    """Make a font known and return the name of its family."""
    from matplotlib import font_manager

    font_manager.fontManager.addfont(path)
    return font_manager.FontProperties(fname=path).get_name()


def _drawn(swept: Swept) -> bytes:
    from matplotlib.figure import Figure

    rows = swept.rows[:MOST_PLOTS]
    lines = max(1, -(-len(rows) // COLUMNS))
    figure = Figure(figsize=(COLUMNS * WIDE, lines * HIGH + 0.9), layout="constrained")
    figure.suptitle(_title(swept), x=0.01, ha="left", fontsize=14)
    for number, row in enumerate(rows):
        _draw(figure.add_subplot(lines, COLUMNS, number + 1), row, swept.values)
    return _bytes(figure)


def _title(swept: Swept) -> str:
    more = len(swept.rows) - MOST_PLOTS
    rest = f" (the first {MOST_PLOTS} of {len(swept.rows)})" if more > 0 else ""
    return f"{_line(swept.name)}: what reacts to {swept.path}{rest}"


def _line(text: str) -> str:
    return " ".join(plain(text).split())


def _draw(axes: "Axes", row: Row, values: Sequence[str]) -> None:
    """Draw one figure; where it cannot be computed the line has a hole."""
    numbers = [item.value if item else float("nan") for item in row.values]
    axes.plot(range(len(values)), numbers, color=LIGHT.strong, marker="o", markersize=3)
    low = [item.low if item else float("nan") for item in row.values]
    high = [item.high if item else float("nan") for item in row.values]
    if low != numbers:
        axes.fill_between(range(len(values)), low, high, color=LIGHT.strong, alpha=0.15)
    axes.set_title(textwrap.fill(_line(row.figure.title), 44), loc="left", fontsize=10)
    axes.set_ylim(bottom=min(0, axes.get_ylim()[0]))
    axes.yaxis.set_major_formatter(_formatter(row.figure.unit.show))
    shown = range(0, len(values), max(1, len(values) // 5))
    axes.set_xticks(list(shown), [values[number] for number in shown])


def _formatter(show: Callable[[float], str]) -> Callable[[float, float], str]:
    return lambda value, _: show(value)


def _bytes(figure: "Figure") -> bytes:
    file = io.BytesIO()
    figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None})
    return file.getvalue()
