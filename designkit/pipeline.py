"""The stages, in order. The only module that knows all of them.

    load     source.loader   a file                -> a design, or what is wrong with it
    draw     views, layout   a design              -> a placed drawing
    render   renderers       a placed drawing      -> the bytes of a picture
    write    document        a design, pictures    -> the write-up, as Markdown

`render_design` runs the last three for every view and format that is asked for.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from designkit.choices import unknown
from designkit.diagnostics import Diagnostic
from designkit.drawing import Drawing
from designkit.model.design import Design
from designkit.output import Output
from designkit.registry import module_names
from designkit.renderer import Theme
from designkit.source.loader import Loaded, load_file
from designkit.view import View

WRITE_UP = "md"
"""The format that is a document and not a picture."""

EMBEDDED = ("svg", "png")
"""The formats of pictures that a write-up can show, the better one first."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made of a design; no views means every view."""

    views: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("svg", WRITE_UP)
    theme: Theme = Theme.AUTO


def load(path: str | Path, name: str | None = None) -> Loaded:
    """Load the design in the file at `path`, called `name` in messages.

    Raises:
        NotFoundError: there is no such file, or it cannot be read.
    """
    return load_file(Path(path), name)


def draw(design: Design, view: str) -> Drawing:
    """Draw `view` of `design`, everything in its place.

    Raises:
        NotFoundError: no view is called that.
        LayoutError: Graphviz could not place it.
    """
    return draw_all(design, (view,))[view]


def draw_all(design: Design, names: Sequence[str]) -> Mapping[str, Drawing]:
    """Draw several views of `design`, by name.

    Raises:
        NotFoundError: no view is called that.
        LayoutError: Graphviz could not place one of them.
    """
    from designkit.layout import place_all

    placed = place_all([_view(name).draw(design) for name in names])
    return dict(zip(names, placed, strict=True))


def render(drawing: Drawing, format: str, theme: Theme = Theme.AUTO) -> bytes:
    """Turn a placed `drawing` into a picture in `format`.

    Raises:
        NotFoundError: no format is called that.
        MissingLibraryError: the format needs a library that is not installed.
    """
    from designkit.renderers import find_renderer

    pictures = tuple(name for name in formats() if name != WRITE_UP)
    if format not in pictures:
        raise unknown("format of pictures", format, pictures)
    return find_renderer(format).render(drawing, theme)


def write(
    design: Design,
    pictures: Mapping[str, str],
    diagnostics: Sequence[Diagnostic] = (),
) -> str:
    """Write `design` up as Markdown; `pictures` maps views to the files to show."""
    from designkit.document import write_up

    return write_up(design, pictures, diagnostics)


def render_design(
    design: Design,
    stem: str,
    order: Order,
    diagnostics: Sequence[Diagnostic] = (),
) -> tuple[Output, ...]:
    """Make the files that `order` asks for: pictures first, then ``<stem>.md``.

    Raises:
        NotFoundError: no view or no format is called that.
        MissingLibraryError: a format needs a library that is not installed.
        LayoutError: Graphviz could not place a picture.
    """
    drawings = draw_all(design, order.views or views())
    pictures = tuple(_pictures(drawings, order))
    if WRITE_UP not in order.formats:
        return pictures
    text = write(design, _embedded(drawings, order.formats), diagnostics)
    return (*pictures, Output(f"{stem}.{WRITE_UP}", text.encode()))


def views() -> tuple[str, ...]:
    """Return the names of all views, in the order of reading."""
    return tuple(_views())


def formats() -> tuple[str, ...]:
    """Return the names of all formats: those of pictures, and that of the write-up."""
    return tuple(sorted((*module_names("designkit.renderers"), WRITE_UP)))


def _pictures(drawings: Mapping[str, Drawing], order: Order) -> Iterator[Output]:
    for name, drawing in drawings.items():
        for format in order.formats:
            if format != WRITE_UP:
                data = render(drawing, format, order.theme)
                yield Output(f"{name}.{format}", data)


def _embedded(
    drawings: Mapping[str, Drawing], formats: Sequence[str]
) -> dict[str, str]:
    """Choose the pictures that a write-up shows: those with something in them."""
    format = next((name for name in EMBEDDED if name in formats), "")
    return {
        name: f"{name}.{format}"
        for name, drawing in drawings.items()
        if format and drawing.nodes
    }


def _view(name: str) -> View:
    if name not in _views():
        raise unknown("view", name, _views())
    return _views()[name]


@cache
def _views() -> Mapping[str, View]:
    from designkit.views import all_views

    return {item.name: item for item in all_views()}
