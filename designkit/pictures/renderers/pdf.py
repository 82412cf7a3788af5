"""PDF: one page of the size of the picture, with text that can be found and copied."""

from designkit.pictures.converting import to_pdf
from designkit.pictures.drawing import Drawing
from designkit.pictures.renderer import Theme, renderer
from designkit.pictures.renderers.svg import still


@renderer("pdf", keeps_places=True)
def pdf(drawing: Drawing, theme: Theme) -> bytes:
    """One vector page of the size of the picture; needs typst.

    Raises:
        MissingLibraryError: typst is not installed.
    """
    return to_pdf(still(drawing, theme))
