"""From a loaded design to the files that a learner gets: papers, decks, a book."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from designkit.documents.paper import Paper
from designkit.documents.printers import find_printer, printer_names
from designkit.errors import MissingLibraryError, NotFoundError
from designkit.files import Output
from designkit.handouts.book import book
from designkit.handouts.deck import Deck
from designkit.handouts.exporters import exporter_names, find_exporter
from designkit.handouts.section import Lesson
from designkit.handouts.variant import HandoutOptions
from designkit.handouts.variants import find_variant
from designkit.handouts.variants.full import handout
from designkit.model.citations import with_numbers
from designkit.quantities.writing import listed
from designkit.source.loader import Loaded
from designkit.source.refusal import require_design


@dataclass(frozen=True, slots=True)
class HandoutFiles:
    """Files to be, and what was left out because a library is not installed."""

    outputs: tuple[Output, ...]
    left_out: tuple[str, ...] = ()


def print_variant(
    loaded: Loaded,
    stem: str,
    variant: str,
    formats: Sequence[str],
    wish: HandoutOptions,
) -> HandoutFiles:
    """Print a variant of a loaded design; no formats means all that fit.

    Raises:
        LoadError: the design does not load.
        NotFoundError: a variant or a format is unknown, or does not fit.
        MissingLibraryError: a format that was asked for needs a library.
        LayoutError: a picture could not be placed.
    """
    require_design(loaded)
    made = find_variant(variant).make(loaded, stem, wish)
    if made.deck is not None:
        _require_fit(variant, formats, exporter_names())
        return _exported(made.deck, stem, formats)
    _require_fit(variant, formats, printer_names())
    return _printed(made.papers, formats)


def bind(
    designs: Mapping[str, Loaded],
    formats: Sequence[str],
    progress: Callable[[int, int], None] | None = None,
) -> HandoutFiles:
    """Print the handouts of several designs, by the stems of their files, as a book.

    `progress` is told how many of its handouts are made, and of how many.

    Raises:
        LoadError: one of the designs does not load.
        NotFoundError: a format is unknown, or is one of cards.
        MissingLibraryError: a format that was asked for needs a library.
        LayoutError: a picture could not be placed.
    """
    _require_fit("book", formats, printer_names())
    whole = {stem: require_design(loaded) for stem, loaded in designs.items()}
    studies = {stem: Lesson(with_numbers(design)) for stem, design in whole.items()}
    papers = []
    for stem, lesson in studies.items():
        papers.append(handout(lesson, stem))
        if progress:
            progress(len(papers), len(studies))
    return _printed((book(papers, tuple(studies.values())),), formats)


def _require_fit(what: str, formats: Sequence[str], known: Sequence[str]) -> None:
    for name in formats:
        if name not in known:
            raise NotFoundError(f"no {name} of {what}; there are {listed(known)}")


def _printed(papers: Sequence[Paper], formats: Sequence[str]) -> HandoutFiles:
    made, left_out = dict[str, Output](), list[str]()
    for name in formats or printer_names():
        try:
            for paper in papers:
                made |= {item.name: item for item in find_printer(name).print(paper)}
        except MissingLibraryError as error:
            if formats:
                raise
            left_out.append(f"{name} left out: {error}")
    return HandoutFiles(tuple(made.values()), tuple(left_out))


def _exported(deck: Deck, stem: str, formats: Sequence[str]) -> HandoutFiles:
    made, left_out = list[Output](), list[str]()
    for name in formats or exporter_names():
        try:
            data = find_exporter(name).export(deck)
        except MissingLibraryError as error:
            if formats:
                raise
            left_out.append(f"{name} left out: {error}")
        else:
            made.append(Output(f"{stem}-cards.{name}", data))
    return HandoutFiles(tuple(made), tuple(left_out))
