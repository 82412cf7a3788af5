"""PDF: one page of the size of the picture, with text that can be found and copied."""

import datetime
from importlib.util import find_spec

from designkit.drawing import Drawing
from designkit.errors import MissingLibraryError
from designkit.renderer import Theme, renderer
from designkit.renderers.svg import svg_text
from designkit.typography import font_files

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
EPOCH = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
"""What stands for the time of making, so that equal pictures are equal files."""


@renderer("pdf")
def pdf(drawing: Drawing, theme: Theme) -> bytes:
    """One vector page of the size of the picture; needs the extra `pdf`.

    Raises:
        MissingLibraryError: typst is not installed.
    """
    if find_spec("typst") is None:
        raise MissingLibraryError("typst", "pip install 'designkit[pdf]'")
    import typst

    shown = Theme.DARK if theme is Theme.DARK else Theme.LIGHT
    made = typst.compile(
        PAGE,
        font_paths=typst.Fonts(
            include_system_fonts=False,
            font_paths=sorted({path.parent for path in font_files()}),
        ),
        sys_inputs={
            "svg": svg_text(drawing, shown),
            "title": drawing.title,
            "description": drawing.description,
            "width": str(drawing.width),
            "height": str(drawing.height),
        },
        timestamp=EPOCH,
    )
    assert isinstance(made, bytes)
    return made
