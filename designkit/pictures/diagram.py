"""A picture of a design, as Python gets it: it shows itself, or becomes a file."""

from dataclasses import dataclass
from pathlib import Path

from designkit.errors import SizeError
from designkit.files import write_file
from designkit.pictures.drawing import Drawing
from designkit.pictures.embedding import standalone_svg
from designkit.pictures.pixels import Pixels
from designkit.pictures.renderer import Theme
from designkit.pictures.renderers import all_renderers, find_renderer
from designkit.pictures.renderers.svg import svg_text
from designkit.registry import module_names
from designkit.text.choices import one_of, unknown


@dataclass(frozen=True, slots=True)
class Diagram:
    """A picture of a design with everything in its place.

    The last line of a cell of a notebook that is a diagram shows it, light or dark as
    the page is. Its `drawing` has all that is in it: cards, arrows, labels.
    """

    drawing: Drawing

    @property
    def svg(self) -> str:
        """The picture as a file of its own: text, icons inside, light and dark."""
        return svg_text(self.drawing, Theme.AUTO)

    def save(
        self, path: str | Path, theme: str = Theme.AUTO, pixels: Pixels | None = None
    ) -> Path:
        """Write the picture to a file, in the format of its suffix.

        Raises:
            NotFoundError: no format or theme is called that.
            SizeError: the format has no pixels, or these are too many or too few.
            MissingLibraryError: the format needs a library that is not installed.
            OutputError: the file cannot be written.
        """
        file = Path(path)
        data = rendered(self.drawing, _format_of(file.suffix[1:]), theme, pixels)
        return write_file(file, data)

    def _repr_svg_(self) -> str:
        return standalone_svg(self.drawing)


def _format_of(suffix: str) -> str:
    """Return the format whose files have `suffix`; what is unknown stays as it is."""
    if suffix in module_names("designkit.pictures.renderers"):
        return suffix
    found = (it.name for it in all_renderers() if it.suffix == suffix)
    return next(found, suffix)


def rendered(
    drawing: Drawing,
    format: str,
    theme: str = Theme.AUTO,
    pixels: Pixels | None = None,
) -> bytes:
    """Turn a placed `drawing` into a picture in `format`, of so many `pixels`.

    Raises:
        NotFoundError: no format or theme is called that.
        SizeError: the format has no pixels, or these are too many or too few.
        MissingLibraryError: the format needs a library that is not installed.
    """
    known = module_names("designkit.pictures.renderers")
    if format not in known:
        raise unknown("format of pictures", format, known)
    chosen = Theme(one_of("theme", theme, list(Theme)))
    found = find_renderer(format)
    if pixels is None or pixels.is_usual:
        return found.render(drawing, chosen)
    if found.sized is None:
        raise SizeError(f"a picture as {format} has no pixels")
    return found.sized(drawing, chosen, pixels)
