"""PNG: pixels, drawn from the SVG with the font that designkit ships.

Fonts of the machine are used for characters that the shipped one lacks.
"""

import resvg_py

from designkit.pictures.drawing import Drawing
from designkit.pictures.fonts import FAMILY, font_files, has_all
from designkit.pictures.renderer import Theme, renderer
from designkit.pictures.renderers.svg import svg_text

SHARPNESS, MOST_PIXELS = 2.0, 4000
"""Pixels for one of the drawing, and the longest side; cost grows with the area."""


@renderer("png")
def png(drawing: Drawing, theme: Theme) -> bytes:
    """Pixels at twice the size, for slides and chats; light where not dark."""
    longest = max(drawing.width, drawing.height)
    shown = Theme.DARK if theme is Theme.DARK else Theme.LIGHT
    svg = svg_text(drawing, shown)
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            zoom=min(SHARPNESS, MOST_PIXELS / longest),
            font_files=[str(path) for path in font_files()],
            skip_system_fonts=has_all(svg),
            font_family=FAMILY,
            sans_serif_family=FAMILY,
        )
    )
