"""From a design to the files of `designkit render`: its pictures, and its write-up."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from designkit.checks.report import FileReport
from designkit.documents.printers import find_printer, printer_names
from designkit.documents.write_up.inputs import WriteUpInputs
from designkit.documents.write_up.writing import Length, Showing, write_up
from designkit.errors import LayoutError, SizeError
from designkit.files import Output, safe_stem
from designkit.model.design import Design
from designkit.pictures.badging import place_badges
from designkit.pictures.draw import find_marking, require_one, unplaced
from designkit.pictures.drawing import Drawing
from designkit.pictures.layout.placement import Engine, place_all
from designkit.pictures.overlay import OverlayInputs
from designkit.pictures.overlays import overlay_names
from designkit.pictures.pixels import Pixels
from designkit.pictures.renderer import Renderer, Theme
from designkit.pictures.scenario import find_scenario
from designkit.pictures.views import all_views, views_of
from designkit.pictures.views.details import find_detail
from designkit.registry import module_names
from designkit.source.loader import Loaded
from designkit.source.refusal import require_design
from designkit.source.settings import Settings
from designkit.text.choices import chosen, one_of

WRITE_UP = "md"
"""The format of write-ups that is written unless another is asked for."""

PAGE = "html"
"""The format that is one page of pictures, numbers, findings and text."""

SHARE = "share"
"""The format that is one image of a design, for links to it."""

PIXELS = "png"
"""The format that has pixels."""

EMBEDDED = ("svg", "png")
"""The formats of pictures that Markdown can show, the better one first."""


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """What is to be made of a design; no views means every view that suits it.

    A picture is drawn once for each of its `themes`; the name of the file has the theme
    in it for all but the first.

    `icons` are pictures of the project's own, SVG or PNG, by technology; `templates`
    is where it has outlines of its own; `pixels` is how large a PNG is. Pictures have
    the badges of an `overlay`, or the numbered steps of a `scenario`; an `engine` says
    what places them. A design that `is_in_site` has a page that links to the other
    pages of the site, and a small picture for its index.
    """

    views: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("svg", WRITE_UP)
    themes: tuple[Theme, ...] = (Theme.AUTO,)
    icons: Mapping[str, Path] = field(default_factory=dict)
    length: Length = Length.SHORT
    templates: Path | None = None
    overlay: str = ""
    scenario: str = ""
    pixels: Pixels = field(default_factory=Pixels)
    engine: Engine = Engine.DESIGNKIT
    is_in_site: bool = False

    def in_site(self) -> "RenderOptions":
        """Return the options for a design of a site; only pages make one."""
        return replace(self, is_in_site=PAGE in self.formats)

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
    engine: str = Engine.DESIGNKIT,
) -> RenderOptions:
    """Return options in words, each of which may hold several names by commas.

    Raises:
        NotFoundError: a view, a format, a theme, a length, an overlay or an engine is
            called by no such name, or both an overlay and a scenario are asked for.
        LayoutError: Graphviz is to lay out a format that places everything anew.
        SizeError: `pixels` are asked for, and no format that has any.
    """
    require_one(overlay, scenario)
    if pixels and not pixels.is_usual and PIXELS not in chosen_formats(formats):
        raise SizeError(f"a scale and a width are for {PIXELS}, which is not asked for")
    laid = Engine(one_of("engine", engine, list(Engine)))
    wanted = chosen_formats(formats)
    if laid is Engine.DOT:
        _require_places(wanted)
    return RenderOptions(
        engine=laid,
        overlay=one_of("overlay", overlay, overlay_names()) if overlay else "",
        scenario=scenario,
        views=_chosen_views(views) if views else (),
        formats=wanted,
        pixels=pixels or Pixels(),
        themes=tuple(map(Theme, chosen("theme", (theme,), list(Theme)))),
        length=Length(one_of("length", length, list(Length))),
    )


def _require_places(formats: Sequence[str]) -> None:
    """Refuse formats of pictures that place everything anew, whatever laid it out.

    Raises:
        LayoutError: there is one.
    """
    from designkit.pictures.renderers import all_renderers

    pictures = {it.name: it.keeps_places for it in all_renderers()}
    anew = [name for name in formats if not pictures.get(name, True)]
    if anew:
        kept = ", ".join(name for name, keeps in pictures.items() if keeps)
        raise LayoutError(
            f"the engine {Engine.DOT} lays out {kept} and papers; "
            f"{anew[0]} places everything itself"
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
    """Return the names of all formats: of pictures, of write-ups, and of the image."""
    pictures = module_names("designkit.pictures.renderers")
    return tuple(sorted({*pictures, *printer_names(), SHARE}))


def render_design(
    loaded: Loaded,
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
    stem, design = paper_stem(stem), require_design(loaded)
    told, suffix = _inputs(design, check), _suffix(design, options)
    plans = _plans(told, options) if set(options.formats) - {SHARE} else {}
    texts: tuple[Output, ...] = ()
    if WRITE_UP in options.formats:
        files = _beside(plans, options, suffix)
        dark = _dark(files, options)
        texts = _printed(told, Showing(stem, {}, files, dark), WRITE_UP, options)
    drawings = _placed(plans, options)
    showing, known = Showing(stem, _with_content(drawings)), printer_names()
    papers = (
        output
        for format in options.formats
        if format in known and format not in (WRITE_UP, PAGE)
        for output in _printed(told, showing, format, options)
    )
    made = _pictures(drawings, stem, options, suffix)
    is_page = PAGE in options.formats
    pages = _pages(loaded, told, showing, options) if is_page else ()
    images = (_image(told, options),) if SHARE in options.formats else ()
    return (*made, *texts, *papers, *pages, *images)


def _image(told: WriteUpInputs, options: RenderOptions) -> Output:
    """Make the image of a design, for links to it."""
    from designkit.documents.sharing.image import share_image

    return Output(f"{SHARE}.png", share_image(told, options.icons))


def _pages(
    loaded: Loaded, told: WriteUpInputs, showing: Showing, options: RenderOptions
) -> tuple[Output, ...]:
    """Make the page of a design, and in a site what the index shows of it."""
    from designkit.documents.page.assembly import page
    from designkit.documents.page.subject import PageSubject
    from designkit.documents.page.thumbnail import thumbnail

    subject = PageSubject(
        *(loaded, told, showing.drawings, showing.stem),
        length=options.length,
        templates=options.templates,
        is_in_site=options.is_in_site,
    )
    small = thumbnail(showing.drawings) if options.is_in_site else ()
    return (page(subject), *small)


def paper_stem(stem: str) -> str:
    """Return what the write-up of the design `stem` is called.

    Of a design that is called like a view it is not `stem` itself, since the picture of
    that view would have the same name.
    """
    return f"{stem}-design" if stem in view_names() else stem


def write(
    loaded: Loaded,
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
    told = _inputs(require_design(loaded), check)
    if format == WRITE_UP:
        return _printed(told, Showing(stem, files=pictures), format, options)
    plans = _plans(told, options)
    showing = Showing(stem, _with_content(_placed(plans, options)))
    if format == PAGE:
        return _pages(loaded, told, showing, options)
    return _printed(told, showing, format, options)


def _plans(told: WriteUpInputs, options: RenderOptions) -> Mapping[str, Drawing]:
    """Return the drawings that are asked for, with their badges, still to be placed."""
    views = options.views or tuple(view.name for view in views_of(told.design))
    inputs = OverlayInputs(told.design, tuple(told.found))
    marking = find_marking(inputs, options.overlay, options.scenario)
    return unplaced(told.design, views, options.icons, marking)


def _placed(
    plans: Mapping[str, Drawing], options: RenderOptions
) -> Mapping[str, Drawing]:
    placed = place_all(plans.values(), options.engine)
    return dict(zip(plans, map(place_badges, placed), strict=True))


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
                draw = partial(_rendered, renderer, drawing, options.pixels)
                file = f"{file_stem(name)}{suffix}"
                yield from _in_themes(draw, file, renderer.suffix, options.themes)
    for renderer in chosen:
        if renderer.together is not None:
            draw = partial(renderer.together, tuple(drawings.values()))
            file = f"{stem}{suffix}"
            yield from _in_themes(draw, file, renderer.suffix, options.themes)


def _rendered(
    renderer: Renderer, drawing: Drawing, pixels: Pixels, theme: Theme
) -> bytes:
    if renderer.sized is None:
        return renderer.render(drawing, theme)
    return renderer.sized(drawing, theme, pixels)


def _in_themes(
    draw: Callable[[Theme], bytes], file: str, suffix: str, themes: Sequence[Theme]
) -> Iterator[Output]:
    """Draw a picture in its first theme, and in those in which it looks different."""
    first = draw(themes[0])
    yield Output(f"{file}.{suffix}", first)
    for theme in themes[1:]:
        other = draw(theme)
        if other != first:
            yield Output(_in_theme(f"{file}.{suffix}", theme), other)


def _in_theme(file: str, theme: Theme) -> str:
    """Return what a picture is called beside the one of the first theme."""
    path = Path(file)
    return f"{path.stem}.{theme}{path.suffix}"


def _beside(
    drawings: Mapping[str, Drawing], options: RenderOptions, suffix: str
) -> dict[str, str]:
    """Choose the files of pictures that Markdown shows."""
    format = next((name for name in EMBEDDED if name in options.formats), "")
    shown = _with_content(drawings) if format else ()
    return {view: f"{file_stem(view)}{suffix}.{format}" for view in shown}


def _dark(files: Mapping[str, str], options: RenderOptions) -> dict[str, str]:
    """Choose the files that Markdown shows where the page is dark."""
    if Theme.DARK not in options.themes[1:]:
        return {}
    return {view: _in_theme(file, Theme.DARK) for view, file in files.items()}


def file_stem(view: str) -> str:
    """Return what the files of a view are called; not every system takes a colon."""
    return view.replace(":", "-")
