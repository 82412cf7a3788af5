"""PNG: pixels, drawn from the SVG with the font that designkit ships."""

from designkit.pictures.converting import to_png
from designkit.pictures.drawing import Drawing
from designkit.pictures.pixels import Pixels
from designkit.pictures.renderer import Theme, renderer
from designkit.pictures.renderers.svg import still


def sized_png(drawing: Drawing, theme: Theme, pixels: Pixels) -> bytes:
    """Return the picture as large as `pixels` say.

    Raises:
        SizeError: that is more than can be drawn.
    """
    return to_png(still(drawing, theme), pixels)


@renderer("png", sized=sized_png, keeps_places=True)
def png(drawing: Drawing, theme: Theme) -> bytes:
    """Pixels at twice the size, for slides and chats; light where not dark."""
    return to_png(still(drawing, theme))
