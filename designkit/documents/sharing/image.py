"""The image that a link shows, 1200 by 630 pixels, light, with the shipped font."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from markupsafe import Markup

from designkit.documents.sharing.lines import (
    ShareLine,
    broken,
    fitting,
    share_line,
    share_rules,
    width_of_line,
)
from designkit.documents.sharing.sketch import sketch
from designkit.documents.sharing.telling import SharedFigure, ShareTelling, telling
from designkit.documents.write_up.inputs import WriteUpInputs
from designkit.pictures.converting import Svg, to_png
from designkit.pictures.drawing import Drawing
from designkit.pictures.icons import read_icons, with_icons
from designkit.pictures.layout.frame import content_box, moved
from designkit.pictures.pixels import Pixels
from designkit.pictures.renderer import Theme
from designkit.pictures.renderers.svg import svg_text
from designkit.pictures.svg_markup import number
from designkit.pictures.theme import LIGHT
from designkit.text.escape import one_line
from designkit.text.templates import fill

WIDTH, HEIGHT, MARGIN = 1200, 630, 56
ROOM = WIDTH - 2 * MARGIN
"""Pixels; what sites that show links ask for."""

LINE = 27
"""Pixels from one line of the summary to the next."""

SLACK = 6.0
"""Pixels around the picture, for the borders of its cards."""

FOOT, FIGURES = HEIGHT - 32, HEIGHT - 158
"""The baseline of the last line, and the upper end of the figures."""


def share_image(of: WriteUpInputs, icons: Mapping[str, Path] | None = None) -> bytes:
    """Return the PNG of a design: its name, a small overview, what decides, findings.

    `icons` are pictures of the project's own, by technology. Equal designs give equal
    bytes.
    """
    return to_png(share_svg(of, icons), Pixels(width=WIDTH))


def share_svg(of: WriteUpInputs, icons: Mapping[str, Path] | None = None) -> Svg:
    """Return the same as SVG, from which it is drawn."""
    said = telling(of)
    head = list(_head(said))
    top = head[-1].y + 20
    bottom = FIGURES - 20 if said.figures else FOOT - 40
    drawing = with_icons(sketch(of.design, ROOM), read_icons(icons or {}))
    text = fill(
        "diagram/share.svg.j2",
        {
            "width": WIDTH,
            "height": HEIGHT,
            "css": Markup("".join(share_rules())),
            "lines": [*head, *_figures(said.figures), *_foot(said)],
            "rules": _columns(len(said.figures)),
            "rule_top": FIGURES + 4,
            "rule_bottom": FIGURES + 100,
            "accent": LIGHT.strong,
            "picture": _picture(drawing, top, bottom) if drawing.nodes else "",
        },
    )
    return Svg(text, said.title, said.summary, WIDTH, HEIGHT)


def _head(said: ShareTelling) -> Iterator[ShareLine]:
    yield share_line("system", MARGIN, 52, said.system, ROOM)
    yield share_line("title", MARGIN, 100, said.title, ROOM)
    for index, text in enumerate(broken("summary", said.summary, ROOM, 2)):
        yield share_line("summary", MARGIN, 136 + index * LINE, text, ROOM)


def _columns(count: int) -> list[float]:
    """Return where the columns of so many figures begin."""
    return [MARGIN + ROOM * index / max(1, count) for index in range(count)]


def _figures(figures: Sequence[SharedFigure]) -> Iterator[ShareLine]:
    room = ROOM / max(1, len(figures)) - 36
    for x, figure in zip(_columns(len(figures)), figures, strict=True):
        yield share_line("value", x + 18, FIGURES + 32, figure.value, room)
        names = broken("name", figure.title, room, 2)
        for index, name in enumerate(names):
            yield share_line("name", x + 18, FIGURES + 60 + 19 * index, name, room)
        y = FIGURES + 62 + 19 * len(names)
        yield share_line("against", x + 18, y, figure.against, room)


def _foot(said: ShareTelling) -> Iterator[ShareLine]:
    """Say how large it is and what was found to the right, what is promised before."""
    wide = width_of_line("foot", said.foot)
    yield share_line("foot", WIDTH - MARGIN - wide, FOOT, said.foot, ROOM)
    if said.promise:
        room = ROOM - wide - 40
        text = fitting(
            f"Promised: {one_line(said.promise)}",
            ", ",
            lambda it: width_of_line("foot", it) <= room,
        )
        yield share_line("foot", MARGIN, FOOT, text, room)


def _picture(drawing: Drawing, top: float, bottom: float) -> dict[str, object]:
    """Fit the picture between two heights, in the middle, as large as it may be."""
    box = content_box(drawing).grown(SLACK)
    scale = min(1.0, (ROOM + 2 * SLACK) / box.width, (bottom - top) / box.height)
    framed = replace(moved(drawing, -box.x, -box.y), width=box.width, height=box.height)
    x = (WIDTH - box.width * scale) / 2
    y = top + (bottom - top - box.height * scale) / 2
    return {
        "place": f"translate({number(x)} {number(y)}) scale({scale:.4f})",
        "svg": Markup(svg_text(framed, Theme.LIGHT)),
    }
