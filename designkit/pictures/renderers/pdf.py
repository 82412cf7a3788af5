"""PDF: one page of the size of the picture, with text that can be found and copied."""

from designkit.pictures.drawing import Drawing
from designkit.pictures.renderer import Theme, renderer
from designkit.pictures.renderers.svg import svg_text
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
"""


@renderer("pdf")
def pdf(drawing: Drawing, theme: Theme) -> bytes:
    """One vector page of the size of the picture; needs typst.

    Raises:
        MissingLibraryError: typst is not installed.
    """
    shown = Theme.DARK if theme is Theme.DARK else Theme.LIGHT
    inputs = {
        "svg": svg_text(drawing, shown),
        "title": drawing.title,
        "description": drawing.description,
        "width": str(drawing.width),
        "height": str(drawing.height),
    }
    return typeset(PAGE, inputs)
