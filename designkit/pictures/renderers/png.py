"""PNG: pixels, drawn from the SVG with the font that designkit ships."""

from designkit.pictures.converting import to_png
from designkit.pictures.drawing import Drawing
from designkit.pictures.renderer import Theme, renderer
from designkit.pictures.renderers.svg import still


@renderer("png")
def png(drawing: Drawing, theme: Theme) -> bytes:
    """Pixels at twice the size, for slides and chats; light where not dark."""
    return to_png(still(drawing, theme))
