"""The files that a sweep is drawn to: the suffix says what they are."""

from pathlib import Path

from designkit.errors import NotFoundError
from designkit.estimates.report import SweepReport
from designkit.pictures.converting import to_pdf, to_png
from designkit.pictures.plots.markup import svg_of
from designkit.pictures.plots.page import page_of
from designkit.pictures.renderer import Theme
from designkit.quantities.writing import shown

FORMATS = ("svg", "png", "pdf")


def format_of(path: Path) -> str:
    """Return the format that the suffix of `path` asks for.

    Raises:
        NotFoundError: there is no such format of plots.
    """
    format = path.suffix.lower().removeprefix(".")
    if format not in FORMATS:
        raise NotFoundError(
            f"plots end in .svg, .png or .pdf; {shown(path.name)} does not"
        )
    return format


def plot(swept: SweepReport, format: str) -> bytes:
    """Draw the figures that react to a sweep, at most twelve, as a file in `format`.

    SVG is light and dark in one, like pictures; PNG and PDF are light.

    Raises:
        MissingLibraryError: typst, which PDF needs, is not installed.
    """
    page = page_of(swept)
    if format == "svg":
        return svg_of(page, Theme.AUTO).text.encode("utf-8")
    still = svg_of(page, Theme.LIGHT)
    return to_png(still) if format == "png" else to_pdf(still)
