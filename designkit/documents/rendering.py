"""From a design to the files of `designkit render`: its pictures, and its write-up."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from designkit.checks.report import FileReport
from designkit.documents.printers import find_printer, printer_names
from designkit.documents.write_up.inputs import WriteUpInputs
from designkit.documents.write_up.writing import Length, Showing, write_up
from designkit.files import Output
from designkit.model.design import Design
from designkit.pictures.draw import unplaced
from designkit.pictures.drawing import Drawing
from designkit.pictures.layout.placement import place_all
from designkit.pictures.renderer import Theme
from designkit.pictures.views import all_views
from designkit.registry import module_names
from designkit.source.settings import Settings
from designkit.text.choices import chosen, one_of

WRITE_UP = "md"
"""The format of write-ups that is written unless another is asked for."""

EMBEDDED = ("svg", "png")
"""The formats of pictures that Markdown can show, the better one first."""


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """What is to be made of a design; no views means every view.

    `icons` are pictures of the project's own, SVG or PNG, by technology; `templates`
    is where it has outlines of its own.
    """

    views: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("svg", WRITE_UP)
    theme: Theme = Theme.AUTO
    icons: Mapping[str, Path] = field(default_factory=dict)
    length: Length = Length.SHORT
    templates: Path | None = None

    def within(self, settings: Settings) -> "RenderOptions":
        """Return the options in a project with such `settings`."""
        return replace(self, icons=settings.icons, templates=settings.templates)


def read_options(
    views: Sequence[str], formats: Sequence[str], theme: str, length: str = "short"
) -> RenderOptions:
    """Return options in words, each of which may hold several names by commas.

    Raises:
        NotFoundError: a view, a format, a theme or a length is called by no such name.
    """
    return RenderOptions(
        views=chosen("view", views, view_names()) if views else (),
        formats=chosen("format", formats, format_names()),
        theme=Theme(one_of("theme", theme, list(Theme))),
        length=Length(one_of("length", length, list(Length))),
    )


def view_names() -> tuple[str, ...]:
    """Return the names of all views, in the order of reading."""
    return tuple(view.name for view in all_views())


def format_names() -> tuple[str, ...]:
    """Return the names of all formats: those of pictures, and those of write-ups."""
    pictures = module_names("designkit.pictures.renderers")
    return tuple(sorted({*pictures, *printer_names()}))


def render_design(
    design: Design,
    stem: str,
    options: RenderOptions,
    check: FileReport | None = None,
) -> tuple[Output, ...]:
    """Make the files that `options` ask for: pictures first, then the write-up.

    Raises:
        NotFoundError: no view or no format is called that.
        MissingLibraryError: a format needs a library that is not installed.
        LayoutError: a picture could not be placed.
        OutlineError: an outline of the project cannot be filled.
    """
    stem = paper_stem(stem)
    plans = unplaced(design, options.views or view_names(), options.icons)
    told = _inputs(design, check)
    texts: tuple[Output, ...] = ()
    if WRITE_UP in options.formats:
        files = _beside(plans, options.formats)
        texts = _printed(told, Showing(stem, files=files), WRITE_UP, options)
    drawings = dict(zip(plans, place_all(plans.values()), strict=True))
    showing, known = Showing(stem, _with_content(drawings)), printer_names()
    pages = (
        output
        for format in options.formats
        if format in known and format != WRITE_UP
        for output in _printed(told, showing, format, options)
    )
    return (*_pictures(drawings, options), *texts, *pages)


def paper_stem(stem: str) -> str:
    """Return what the write-up of the design `stem` is called.

    Of a design that is called like a view it is not `stem` itself, since the picture of
    that view would have the same name.
    """
    return f"{stem}-design" if stem in view_names() else stem


def write(
    design: Design,
    format: str = WRITE_UP,
    *,
    stem: str,
    options: RenderOptions,
    pictures: Mapping[str, str],
    check: FileReport | None = None,
) -> tuple[Output, ...]:
    """Write `design` up in one format; `pictures` are files to show, by view.

    Formats with pictures inside draw their own.

    Raises:
        NotFoundError: no format of papers is called that.
    """
    told = _inputs(design, check)
    if format == WRITE_UP:
        return _printed(told, Showing(stem, files=pictures), format, options)
    plans = unplaced(design, options.views or view_names(), options.icons)
    drawings = dict(zip(plans, place_all(plans.values()), strict=True))
    showing = Showing(stem, _with_content(drawings))
    return _printed(told, showing, format, options)


def _inputs(design: Design, check: FileReport | None) -> WriteUpInputs:
    found = check.diagnostics if check else ()
    return WriteUpInputs(design, found=found, check=check)


def _with_content(drawings: Mapping[str, Drawing]) -> dict[str, Drawing]:
    """Return the drawings that a write-up shows: those with something in them."""
    return {view: drawing for view, drawing in drawings.items() if drawing.nodes}


def _printed(
    told: WriteUpInputs, showing: Showing, format: str, options: RenderOptions
) -> tuple[Output, ...]:
    """Print the papers of a write-up, without pictures that lie beside them."""
    told = replace(told, views=tuple({**showing.drawings, **showing.files}))
    placed = replace(showing, templates=options.templates)
    papers = write_up(told, placed, options.length)
    print_paper = find_printer(format).print
    return tuple(output for paper in papers for output in print_paper(paper))


def _pictures(
    drawings: Mapping[str, Drawing], options: RenderOptions
) -> Iterator[Output]:
    from designkit.pictures.diagram import rendered

    known = module_names("designkit.pictures.renderers")
    for name, drawing in drawings.items():
        for format in options.formats:
            if format in known:
                data = rendered(drawing, format, options.theme)
                yield Output(f"{name}.{format}", data)


def _beside(drawings: Mapping[str, Drawing], formats: Sequence[str]) -> dict[str, str]:
    """Choose the files of pictures that Markdown shows."""
    format = next((name for name in EMBEDDED if name in formats), "")
    shown = _with_content(drawings) if format else ()
    return {view: f"{view}.{format}" for view in shown}
