"""From a design to the files of `designkit render`: its pictures, and its write-up."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from designkit.checks.report import FileReport
from designkit.documents.printers import find_printer, printer_names
from designkit.documents.write_up.inputs import WriteUpInputs
from designkit.documents.write_up.writing import Length, Showing, write_up
from designkit.errors import NotFoundError, SizeError
from designkit.files import Output, safe_stem
from designkit.model.design import Design
from designkit.pictures.badging import place_badges
from designkit.pictures.draw import unplaced
from designkit.pictures.drawing import Drawing
from designkit.pictures.layout.placement import place_all
from designkit.pictures.overlay import OverlayContent, OverlayInputs
from designkit.pictures.overlays import find_overlay, overlay_names
from designkit.pictures.pixels import Pixels
from designkit.pictures.renderer import Renderer, Theme
from designkit.pictures.scenario import find_scenario, walk
from designkit.pictures.views import all_views, views_of
from designkit.pictures.views.details import find_detail
from designkit.registry import module_names
from designkit.source.settings import Settings
from designkit.text.choices import chosen, one_of

WRITE_UP = "md"
"""The format of write-ups that is written unless another is asked for."""

PIXELS = "png"
"""The format that has pixels."""

EMBEDDED = ("svg", "png")
"""The formats of pictures that Markdown can show, the better one first."""


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """What is to be made of a design; no views means every view that suits it.

    `icons` are pictures of the project's own, SVG or PNG, by technology; `templates`
    is where it has outlines of its own; `pixels` is how large a PNG is. Pictures have
    the badges of an `overlay`, or the numbered steps of a `scenario`.
    """

    views: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("svg", WRITE_UP)
    theme: Theme = Theme.AUTO
    icons: Mapping[str, Path] = field(default_factory=dict)
    length: Length = Length.SHORT
    templates: Path | None = None
    overlay: str = ""
    scenario: str = ""
    pixels: Pixels = field(default_factory=Pixels)

    def within(self, settings: Settings) -> "RenderOptions":
        """Return the options in a project with such `settings`."""
        return replace(self, icons=settings.icons, templates=settings.templates)


def read_options(
    views: Sequence[str],
    formats: Sequence[str],
    theme: str,
    length: str = "short",
    *,
    overlay: str = "",
    scenario: str = "",
    pixels: Pixels | None = None,
) -> RenderOptions:
    """Return options in words, each of which may hold several names by commas.

    Raises:
        NotFoundError: a view, a format, a theme, a length or an overlay is called by no
            such name, or both an overlay and a scenario are asked for.
        SizeError: `pixels` are asked for, and no format that has any.
    """
    if overlay and scenario:
        raise NotFoundError("a picture shows an overlay or a scenario, not both")
    if pixels and not pixels.is_usual and PIXELS not in chosen_formats(formats):
        raise SizeError(f"a scale and a width are for {PIXELS}, which is not asked for")
    return RenderOptions(
        overlay=one_of("overlay", overlay, overlay_names()) if overlay else "",
        scenario=scenario,
        views=_chosen_views(views) if views else (),
        formats=chosen_formats(formats),
        pixels=pixels or Pixels(),
        theme=Theme(one_of("theme", theme, list(Theme))),
        length=Length(one_of("length", length, list(Length))),
    )


def chosen_formats(formats: Sequence[str]) -> tuple[str, ...]:
    """Return the formats that words name, each of which may hold several by commas.

    Raises:
        NotFoundError: no format is called that.
    """
    return chosen("format", formats, format_names())


def _chosen_views(words: Sequence[str]) -> tuple[str, ...]:
    """Return the views in `words`; whether a design has a detail it says itself."""
    said = [part.strip().lower() for word in words for part in word.split(",")]
    details = [name for name in said if find_detail(name)]
    return chosen("view", words, (*view_names(), *details))


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
    told, suffix = _inputs(design, check), _suffix(design, options)
    plans = _plans(told, options)
    texts: tuple[Output, ...] = ()
    if WRITE_UP in options.formats:
        files = _beside(plans, options, suffix)
        texts = _printed(told, Showing(stem, files=files), WRITE_UP, options)
    drawings = dict(
        zip(plans, map(place_badges, place_all(plans.values())), strict=True)
    )
    showing, known = Showing(stem, _with_content(drawings)), printer_names()
    pages = (
        output
        for format in options.formats
        if format in known and format != WRITE_UP
        for output in _printed(told, showing, format, options)
    )
    made = _pictures(drawings, stem, options, suffix)
    return (*made, *texts, *pages)


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
    plans = _plans(told, options)
    placed = place_all(plans.values())
    drawings = dict(zip(plans, map(place_badges, placed), strict=True))
    showing = Showing(stem, _with_content(drawings))
    return _printed(told, showing, format, options)


def _plans(told: WriteUpInputs, options: RenderOptions) -> Mapping[str, Drawing]:
    """Return the drawings that are asked for, with their badges, still to be placed."""
    views = options.views or tuple(view.name for view in views_of(told.design))
    return unplaced(told.design, views, options.icons, _marking(told, options))


def _marking(told: WriteUpInputs, options: RenderOptions) -> OverlayContent | None:
    if options.scenario:
        return walk(told.design, options.scenario)
    if options.overlay:
        inputs = OverlayInputs(told.design, tuple(told.found))
        return find_overlay(options.overlay).mark(inputs)
    return None


def _suffix(design: Design, options: RenderOptions) -> str:
    """Return what the names of pictures with badges end with, beside those without."""
    if options.scenario:
        return f".{safe_stem(find_scenario(design, options.scenario).name).lower()}"
    return f".{options.overlay}" if options.overlay else ""


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
    drawings: Mapping[str, Drawing], stem: str, options: RenderOptions, suffix: str
) -> Iterator[Output]:
    from designkit.pictures.renderers import find_renderer

    known = module_names("designkit.pictures.renderers")
    chosen = [find_renderer(name) for name in options.formats if name in known]
    for name, drawing in drawings.items():
        for renderer in chosen:
            if renderer.together is None:
                data = _rendered(renderer, drawing, options)
                yield Output(f"{file_stem(name)}{suffix}.{renderer.suffix}", data)
    for renderer in chosen:
        if renderer.together is not None:
            pages = renderer.together(tuple(drawings.values()), options.theme)
            yield Output(f"{stem}{suffix}.{renderer.suffix}", pages)


def _rendered(renderer: Renderer, drawing: Drawing, options: RenderOptions) -> bytes:
    if renderer.sized is None:
        return renderer.render(drawing, options.theme)
    return renderer.sized(drawing, options.theme, options.pixels)


def _beside(
    drawings: Mapping[str, Drawing], options: RenderOptions, suffix: str
) -> dict[str, str]:
    """Choose the files of pictures that Markdown shows."""
    format = next((name for name in EMBEDDED if name in options.formats), "")
    shown = _with_content(drawings) if format else ()
    return {view: f"{file_stem(view)}{suffix}.{format}" for view in shown}


def file_stem(view: str) -> str:
    """Return what the files of a view are called; not every system takes a colon."""
    return view.replace(":", "-")
