"""The stages, in order. The only module that knows all of them.

    load     source.loader   a file                -> a design, or what is wrong with it
    check    checking        a loaded file         -> findings
    draw     views, layout   a design              -> a placed drawing
    render   renderers       a placed drawing      -> the bytes of a picture
    write    document        a design, pictures    -> the write-up, as Markdown

`render_design` runs the last three for every view and format that is asked for.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from designkit.checks.report import FileReport
from designkit.files import Output
from designkit.model.design import Design
from designkit.pictures.drawing import Drawing
from designkit.pictures.renderer import Theme
from designkit.registry import module_names
from designkit.source.loader import Loaded, load_file
from designkit.source.settings import Settings
from designkit.text.choices import unknown

WRITE_UP = "md"
"""The format that is a document and not a picture."""

EMBEDDED = ("svg", "png")
"""The formats of pictures that a write-up can show, the better one first."""


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """What is to be made of a design; no views means every view.

    `icons` are pictures of the project's own, SVG or PNG, by technology.
    """

    views: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("svg", WRITE_UP)
    theme: Theme = Theme.AUTO
    icons: Mapping[str, Path] = field(default_factory=dict)


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
    from designkit.pictures.layout.placement import place_all

    placed = place_all(_plans(design, names).values())
    return dict(zip(names, placed, strict=True))


def render(drawing: Drawing, format: str, theme: Theme = Theme.AUTO) -> bytes:
    """Turn a placed `drawing` into a picture in `format`.

    Raises:
        NotFoundError: no format is called that.
        MissingLibraryError: the format needs a library that is not installed.
    """
    from designkit.pictures.renderers import find_renderer

    pictures = tuple(name for name in formats() if name != WRITE_UP)
    if format not in pictures:
        raise unknown("format of pictures", format, pictures)
    return find_renderer(format).render(drawing, theme)


def check(loaded: Loaded, settings: Settings | None = None) -> FileReport:
    """Find what is missing and what is wrong in a loaded file.

    Raises:
        NotFoundError: the settings name a rule that does not exist.
        SettingsError: the settings name a plugin that does not exist.
    """
    from designkit.checks.run import check_file, make_plan

    return check_file(loaded, make_plan(settings or Settings()))[0]


def write(
    design: Design, pictures: Mapping[str, str], check: FileReport | None = None
) -> str:
    """Write `design` up as Markdown; `pictures` maps views to the files to show.

    With `check` the document ends with what was found, and what was accepted.
    """
    from designkit.documents.write_up import write_up

    return write_up(design, pictures, check=check)


def render_design(
    design: Design,
    stem: str,
    order: RenderOptions,
    check: FileReport | None = None,
) -> tuple[Output, ...]:
    """Make the files that `order` asks for: pictures first, then ``<stem>.md``.

    Raises:
        NotFoundError: no view or no format is called that.
        MissingLibraryError: a format needs a library that is not installed.
        LayoutError: Graphviz could not place a picture.
    """
    from designkit.pictures.layout.placement import start_placing

    plans = _plans(design, order.views or views(), order.icons)
    placing = start_placing(plans.values())
    text = ""
    if WRITE_UP in order.formats:  # written while Graphviz works
        text = write(design, _embedded(plans, order.formats), check)
    drawings = dict(zip(plans, placing.result(), strict=True))
    written = [Output(f"{stem}.{WRITE_UP}", text.encode())] if text else []
    return (*_pictures(drawings, order), *written)


def views() -> tuple[str, ...]:
    """Return the names of all views, in the order of reading."""
    from designkit.pictures.views import all_views

    return tuple(view.name for view in all_views())


def formats() -> tuple[str, ...]:
    """Return the names of all formats: those of pictures, and that of the write-up."""
    return tuple(sorted((*module_names("designkit.pictures.renderers"), WRITE_UP)))


def _plans(
    design: Design, names: Sequence[str], icons: Mapping[str, Path] | None = None
) -> Mapping[str, Drawing]:
    """Return the drawings of `design` that are still to be placed."""
    from designkit.pictures.icons import read_icons, with_icons
    from designkit.pictures.views import find_view

    own = read_icons(icons or {})
    return {name: with_icons(find_view(name).draw(design), own) for name in names}


def _pictures(
    drawings: Mapping[str, Drawing], order: RenderOptions
) -> Iterator[Output]:
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
