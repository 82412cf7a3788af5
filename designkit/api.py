"""The front door: what designkit does with a design, a function each.

    load, loads       a file, a shipped name, a text  -> what became of it
    check             a loaded design                 -> what is missing or wrong
    estimate, sweep   a loaded design, other numbers  -> its figures
    draw, render      a loaded design                 -> a picture, and its bytes
    write             a loaded design                 -> the write-up
    render_design     a loaded design                 -> the files of both
    print_variant     a loaded design                 -> handouts, worksheets, cards
    bind              several                         -> a book
    show              a loaded design                 -> its page, in a notebook
    embed             a Markdown page                 -> the page, its markers filled

Each function takes the step of one room and imports that room when it is called, so
that who asks for little waits for little. `designkit` exports them, with what else the
command line takes of the rooms; it knows nothing below that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from designkit.checks.report import FileReport
    from designkit.documents.embedding.page import EmbeddedPage
    from designkit.documents.notebook import NotebookPage
    from designkit.documents.rendering import RenderOptions
    from designkit.estimates.report import EstimateReport, SweepReport
    from designkit.files import Output
    from designkit.handouts.handout import HandoutFiles
    from designkit.handouts.variant import HandoutOptions
    from designkit.pictures.diagram import Diagram
    from designkit.pictures.drawing import Drawing
    from designkit.pictures.pixels import Pixels
    from designkit.source.loader import Loaded
    from designkit.source.settings import Settings

Changes = Mapping[str, str | float] | Sequence[str]
"""Other numbers: by their paths, or like ``workload.requests-per-day=60M``."""


def load(design: str | Path, name: str | None = None) -> Loaded:
    """Load a design: a path, or the name of a shipped one, called `name` in messages.

    A file that exists wins over a shipped design of its name. What is wrong with the
    design is no exception: see its `diagnostics`. As the last line of a cell of a
    notebook it is shown: its page, or what is wrong with it.

    Raises:
        NotFoundError: there is no such design, or it cannot be read.
        SettingsError: the settings of its project cannot be read.
    """
    from designkit.source.inputs import find_input
    from designkit.source.loader import load_file
    from designkit.source.settings import find_settings

    found = find_input(design)
    settings = find_settings(found.place)
    loaded = load_file(found.path, name or found.name, settings.vocabulary)
    return replace(loaded, shown_by=partial(_shown, settings))


def loads(
    text: str | bytes, name: str = "design.yaml", place: Path | None = None
) -> Loaded:
    """Load the design that `text` is, called `name` in messages.

    Files that it includes are looked for from the directory `place`; without one it may
    include none.
    """
    from designkit.source.loader import load_bytes, load_text

    if isinstance(text, str):
        loaded = load_text(text, name, place)
    else:
        loaded = load_bytes(text, name, place)
    return replace(loaded, shown_by=partial(_shown, None))


def check(
    loaded: Loaded,
    *,
    select: str | Sequence[str] = (),
    ignore: str | Sequence[str] = (),
    strict: bool = False,
    baseline: Path | None = None,
    settings: Settings | None = None,
) -> FileReport:
    """Find what is missing and what is wrong in a loaded file.

    `select` and `ignore` are rules by name, code, or start of a code; `strict` counts
    what is not said like what is absent; the `settings` of a project hold unless these
    say otherwise. A design that does not load is reported with what is wrong with it.

    Raises:
        NotFoundError: no rule is called so, or there is no such baseline.
        SettingsError: a plugin does not load, or the settings name no rule.
    """
    from designkit.checks.batch import CheckOptions, check_one
    from designkit.source.settings import Settings

    options = CheckOptions(
        select=_words(select), ignore=_words(ignore), strict=strict, baseline=baseline
    )
    return check_one(loaded, options, settings or Settings())


def estimate(
    loaded: Loaded,
    changes: Changes = (),
    *,
    requests: int = 0,
    seed: int = 1,
    progress: Callable[[int, int], None] | None = None,
    settings: Settings | None = None,
) -> EstimateReport:
    """Compute the numbers of a design, and with `changes` what those move and break.

    The findings that changes bring or take are those of a check by the `settings`. With
    `requests` the request path is simulated as well, with so many a run;
    `progress` is told how many are done, and of how many.

    Raises:
        LoadError: the design does not load.
        ChangeError: a number cannot be changed as it is asked.
        NotFoundError: a path names a component that does not exist.
        MissingLibraryError: the library that simulates is not installed.
    """
    from designkit.estimates.reporting import EstimateOptions, report_estimate

    options = EstimateOptions(_changes(changes), requests, seed, progress)
    report = report_estimate(loaded, options)
    if report.before is None:
        return report
    from designkit.checks.comparing import compared

    gained, lost = compared(loaded, options.changes, settings)
    return replace(report, gained=gained, lost=lost)


def sweep(
    loaded: Loaded,
    path: str,
    values: str | Sequence[str | float],
    changes: Changes = (),
) -> SweepReport:
    """Compute the numbers of a design at every step of the number at `path`.

    `values` are the steps, or a range of them: ``"10M..100M:10"``.

    Raises:
        LoadError: the design does not load.
        ChangeError: it is no range, or a number cannot be changed as it is asked.
        NotFoundError: a path names a component that does not exist.
    """
    from designkit.estimates.reporting import report_sweep

    steps = values if isinstance(values, str) else tuple(map(str, values))
    return report_sweep(loaded, path, steps, _changes(changes))


def draw(
    loaded: Loaded,
    view: str,
    settings: Settings | None = None,
    *,
    overlay: str = "",
    scenario: str = "",
    engine: str = "designkit",
) -> Diagram:
    """Draw `view` of a design, with the icons of the `settings` if they have some.

    Its cards have the badges of an `overlay` (of `findings` those of a check by the
    `settings`), or its arrows the numbered steps of a `scenario`, by name or number.
    The `engine` that places cards and arrows is ``designkit``, or ``dot`` of Graphviz.

    Raises:
        LoadError: the design does not load.
        NotFoundError: no view, overlay, scenario or engine is called that, or both an
            overlay and a scenario are asked for.
        LayoutError: it could not be placed.
        MissingLibraryError: Graphviz is asked for, and there is none.
    """
    from designkit.pictures.diagram import Diagram
    from designkit.pictures.draw import draw_all, find_marking
    from designkit.pictures.layout.placement import Engine
    from designkit.pictures.overlay import OverlayInputs
    from designkit.source.refusal import require_design
    from designkit.text.choices import one_of

    design = require_design(loaded)
    laid = Engine(one_of("engine", engine, list(Engine)))
    found = check(loaded, settings=settings).diagnostics if overlay else ()
    marking = find_marking(OverlayInputs(design, found), overlay, scenario)
    icons = settings.icons if settings else None
    return Diagram(draw_all(design, (view,), icons, marking, laid)[view])


def render(
    picture: Diagram | Drawing,
    format: str,
    theme: str = "auto",
    pixels: Pixels | None = None,
) -> bytes:
    """Turn a picture into the bytes of a file in `format`, light, dark or both.

    `pixels` say how large a PNG is; without them it has two for each of the SVG.

    Raises:
        NotFoundError: no format or theme is called that.
        SizeError: the format has no pixels, or these are too many or too few.
        MissingLibraryError: the format needs a library that is not installed.
    """
    from designkit.pictures.diagram import Diagram, rendered

    drawing = picture.drawing if isinstance(picture, Diagram) else picture
    return rendered(drawing, format, theme, pixels)


def write(
    loaded: Loaded,
    format: str = "md",
    *,
    length: str = "short",
    stem: str = "",
    pictures: Mapping[str, str] | None = None,
    check: FileReport | None = None,
    settings: Settings | None = None,
) -> tuple[Output, ...]:
    """Write a design up in ``md``, ``html`` or ``pdf``: the design doc, its reference.

    Length ``full`` makes one document of the two. `pictures` are files that Markdown
    shows, by view; the other formats have pictures inside. With `check` the document
    tells what was found. `settings` may have outlines of the project.

    Raises:
        LoadError: the design does not load.
        NotFoundError: no format or length is called that.
        MissingLibraryError: the format needs a library that is not installed.
        OutlineError: an outline of the project cannot be filled.
    """
    from designkit.documents import rendering

    options = rendering.read_options((), (format,), "auto", length)
    return rendering.write(
        loaded,
        format,
        stem=stem or _stem(loaded),
        options=options.within(settings) if settings else options,
        pictures=pictures or {},
        check=check,
    )


def render_design(
    loaded: Loaded,
    stem: str = "",
    options: RenderOptions | None = None,
    check: FileReport | None = None,
) -> tuple[Output, ...]:
    """Make the files that `options` ask for: pictures first, then the write-up.

    Without a `stem` they are called after the file, and without `options` every view
    is drawn as SVG. `write_files` puts them where they belong.

    Raises:
        LoadError: the design does not load.
        NotFoundError: no view or no format is called that.
        MissingLibraryError: a format needs a library that is not installed.
        LayoutError: a picture could not be placed.
        OutlineError: an outline of the project cannot be filled.
    """
    from designkit.documents import rendering

    wanted = options or rendering.RenderOptions()
    return rendering.render_design(loaded, stem or _stem(loaded), wanted, check)


def print_variant(
    loaded: Loaded,
    variant: str = "full",
    formats: Sequence[str] = (),
    *,
    stem: str = "",
    options: HandoutOptions | None = None,
    settings: Settings | None = None,
) -> HandoutFiles:
    """Print what a learner needs of a design; no formats means all that fit.

    Faults and what is said of them keep to the rules that the `settings` choose.

    Raises:
        LoadError: the design does not load.
        NotFoundError: a variant or a format is unknown, or does not fit.
        MissingLibraryError: a format that was asked for needs a library.
        LayoutError: a picture could not be placed.
    """
    from designkit.handouts import handout
    from designkit.handouts.variant import HandoutOptions

    wish = options or HandoutOptions()
    if settings and not wish.plan:
        wish = wish.within(settings)
    place = stem or _stem(loaded)
    return handout.print_variant(loaded, place, variant, formats, wish)


def bind(
    designs: Mapping[str, Loaded],
    formats: Sequence[str] = (),
    progress: Callable[[int, int], None] | None = None,
) -> HandoutFiles:
    """Print the handouts of several designs as a book; their keys name its pictures.

    `progress` is told how many of its handouts are made, and of how many.

    Raises:
        LoadError: one of the designs does not load.
        NotFoundError: a format is unknown, or is one of cards.
        MissingLibraryError: a format that was asked for needs a library.
        LayoutError: a picture could not be placed.
    """
    from designkit.handouts import handout

    return handout.bind(designs, formats, progress)


def show(
    loaded: Loaded, settings: Settings | None = None, height: int | None = None
) -> NotebookPage:
    """Make the page of a design, which a notebook shows: pictures, numbers, findings.

    It is that of ``render --format html``, in a frame of `height` pixels. Findings,
    icons and outlines are those of the `settings`.

    Raises:
        LoadError: the design does not load.
        LayoutError: a picture could not be placed.
    """
    from designkit.documents.notebook import HEIGHT, NotebookPage
    from designkit.documents.rendering import PAGE, RenderOptions
    from designkit.source.refusal import require_design

    design, options = require_design(loaded), RenderOptions(formats=(PAGE,))
    wanted = options.within(settings) if settings else options
    found = check(loaded, settings=settings)
    (page,) = render_design(loaded, options=wanted, check=found)
    return NotebookPage(design.name, page.data.decode(), height or HEIGHT)


def embed(text: str, file: str | Path = "README.md") -> EmbeddedPage:
    """Fill what stands between the markers of a Markdown text with parts of designs.

    The text is the page at `file`, from where its designs are looked for. Nothing is
    written: the page that comes back has the new `text`, the `files` that it shows, and
    the `problems` of markers that cannot be filled, for which the text stays as it is.
    """
    from designkit.documents.embedding.designs import EmbeddedDesigns
    from designkit.documents.embedding.page import embed_page

    return embed_page(text, Path(file), EmbeddedDesigns())


def views() -> tuple[str, ...]:
    """Return the names of all views, in the order of reading."""
    from designkit.documents.rendering import view_names

    return view_names()


def formats() -> tuple[str, ...]:
    """Return the names of all formats: those of pictures, and that of the write-up."""
    from designkit.documents.rendering import format_names

    return format_names()


def _shown(settings: Settings | None, loaded: Loaded) -> str:
    """Return what a notebook shows of a file: its page, or what is wrong with it."""
    if loaded.design is None:
        return check(loaded, settings=settings)._repr_html_()
    return show(loaded, settings)._repr_html_()


def _words(words: str | Sequence[str]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def _changes(changes: Changes) -> tuple[str, ...]:
    if isinstance(changes, Mapping):
        return tuple(f"{path}={value}" for path, value in changes.items())
    return _words(changes)


def _stem(loaded: Loaded) -> str:
    from designkit.files import safe_stem

    return safe_stem(Path(loaded.file).stem)
