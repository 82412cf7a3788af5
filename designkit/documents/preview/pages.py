"""What a design shows in the preview: its pages, or why there are none.

The pages are what `render --format html` makes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from markupsafe import Markup

from designkit.checks.batch import CheckOptions, check_one
from designkit.documents.policy import source_of
from designkit.documents.preview.watched import Stamps, always, files_of, stamps
from designkit.documents.rendering import PAGE, read_options, render_design
from designkit.errors import DesignkitError
from designkit.files import Output, bundled
from designkit.source.inputs import Input
from designkit.source.loader import Loaded, load_file
from designkit.source.refusal import refusal
from designkit.source.settings import Settings, find_settings
from designkit.text.cells import safe
from designkit.text.templates import fill

WIDTH = 100
"""Cells of a line of an excerpt."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a design, the first to be shown first, and what they are made of.

    The files were looked at before they were read, so what changed meanwhile shows.
    Where it cannot be shown, the one page says why, and `refused` is that in a line.
    """

    outputs: tuple[Output, ...]
    seen: Stamps
    refused: str = ""


@dataclass(slots=True)
class _Progress:
    """What is known of a design so far, whatever stops it then."""

    settings: Settings = field(default_factory=Settings)
    loaded: Loaded | None = None


def pages(item: Input, files: Iterable[Path] = ()) -> Pages:
    """Load a design, check it and make its pages; whatever is wrong is a page too.

    `files` are those that it was made of before.
    """
    before = stamps((*files, *always(item)))
    known = _Progress()
    try:
        outputs, refused = _made(item, known)
    except DesignkitError as error:
        outputs, refused = _refused(item, [str(error)]), str(error)
    except Exception as error:  # a preview that ends at a fault of ours mends nothing
        told = f"internal error: {type(error).__name__}: {error}"
        outputs, refused = _refused(item, [told]), told
    after = stamps(files_of(item, known.settings, known.loaded))
    seen = {path: before.get(path, stamp) for path, stamp in after.items()}
    return Pages(outputs, seen, refused)


def index(designs: Iterable[tuple[str, str]]) -> str:
    """Return a page that links to designs: their addresses and names."""
    return fill("preview/index.html.j2", {"designs": tuple(designs), **_style()})


def _made(item: Input, known: _Progress) -> tuple[tuple[Output, ...], str]:
    known.settings = settings = find_settings(item.place)
    known.loaded = loaded = load_file(item.path, item.name, settings.vocabulary)
    if loaded.design is None:
        told = list(refusal(loaded, "not shown", colour=False, width=WIDTH))
        return _refused(item, told), told[-1].removeprefix(f"{safe(item.name)}: ")
    report = check_one(loaded, CheckOptions(), settings)
    options = read_options((), (PAGE,), "auto").within(settings)
    return render_design(loaded, item.stem, options, report), ""


def _refused(item: Input, told: Iterable[str]) -> tuple[Output, ...]:
    values = {
        "title": f"{safe(item.name)} cannot be shown",
        "told": "\n".join(_lines(told)),
        **_style(),
    }
    page = fill("preview/refused.html.j2", values)
    return (Output(f"{item.stem}.html", page.encode("utf-8", "replace")),)


def _lines(told: Iterable[str]) -> Iterator[str]:
    for text in told:
        yield from map(safe, text.split("\n"))


def _style() -> dict[str, str]:
    style = (bundled("templates") / "preview" / "_page.css").read_text("utf-8")
    return {"style": Markup(style), "style_source": source_of(style)}
