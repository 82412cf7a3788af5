"""Turns an SVG into pixels, and into a page with text that can be found and copied.

Pixels are drawn with the font that designkit ships; fonts of the machine are used for
characters that it lacks.
"""

import json
from dataclasses import asdict, dataclass

import resvg_py

from designkit.pictures.coverage import with_boxes
from designkit.pictures.fonts import FAMILY, font_files, has_all
from designkit.pictures.pixels import Pixels
from designkit.pictures.typst import typeset

PAGE = b"""
#set document(title: sys.inputs.title, date: none)
#set page(
  width: float(sys.inputs.width) * 1pt,
  height: float(sys.inputs.height) * 1pt,
  margin: 0pt,
)
#image(
  bytes(sys.inputs.svg), format: "svg", width: 100%, alt: sys.inputs.description,
)
#for it in json(bytes(sys.inputs.links)) {
  place(top + left, dx: it.x * 1pt, dy: it.y * 1pt, link(it.url, box(
    width: it.width * 1pt, height: it.height * 1pt,
  )))
}
"""


@dataclass(frozen=True, slots=True)
class Link:
    """What leads to a web page or a mail address: its place in pixels, and where to."""

    x: float
    y: float
    width: float
    height: float
    url: str


@dataclass(frozen=True, slots=True)
class Svg:
    """An SVG as text, with its size in pixels, what it is called, shows, leads to."""

    text: str
    title: str
    description: str
    width: float
    height: float
    links: tuple[Link, ...] = ()


def to_png(svg: Svg, pixels: Pixels | None = None) -> bytes:
    """Draw `svg` at twice its size, or as large as can be used, or as is asked for.

    Raises:
        SizeError: more pixels are asked for than can be drawn.
    """
    wanted = pixels or Pixels()
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=with_boxes(svg.text),
            zoom=wanted.zoom(svg.width, svg.height),
            font_files=[str(path) for path in font_files()],
            skip_system_fonts=has_all(svg.text),
            font_family=FAMILY,
            sans_serif_family=FAMILY,
        )
    )


def to_pdf(svg: Svg) -> bytes:
    """Put `svg` on one page of its size.

    Raises:
        MissingLibraryError: typst is not installed.
    """
    inputs = {
        "svg": with_boxes(svg.text),
        "title": svg.title,
        "description": svg.description,
        "width": str(svg.width),
        "height": str(svg.height),
        "links": json.dumps([asdict(link) for link in svg.links]),
    }
    return typeset(PAGE, inputs)
