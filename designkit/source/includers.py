"""Finds the designs that include a part, for whoever names the part alone."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from designkit.errors import DesignkitError
from designkit.source.part_files import PartRefusedError, folder_of
from designkit.source.project import shown_path
from designkit.source.reader import read
from designkit.source.search import search

MOST_ASKED, MOST_BYTES = 200, 4_000_000
"""Designs that are looked into, and bytes of them; nobody waits for more."""

MOST_NAMED = 5


def includers(part: Path) -> tuple[str, ...]:
    """Return the designs of its project that include the file at `part`.

    They are written as reports write paths; the first few, in order.
    """
    try:
        designs = search(folder_of(part.parent).root).designs[:MOST_ASKED]
    except (OSError, DesignkitError):
        return ()
    meant = part.resolve()
    found = (
        shown_path(design)
        for design, text in _texts(designs)
        if part.name in text and meant in _included(design, text)
    )
    return tuple(islice(found, MOST_NAMED))


def _texts(designs: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    left = MOST_BYTES
    for design in designs:
        try:
            with design.open("rb") as file:
                data = file.read(left)
        except OSError:
            continue
        left -= len(data)
        yield design, data.decode("utf-8", "replace")


def _included(design: Path, text: str) -> Iterator[Path]:
    """Give the parts of a design."""
    root = read(text).root
    listed = root.child("include") if root else None
    for item in (listed.items or (listed,)) if listed else ():
        try:
            yield folder_of(design.parent).find(item.text)
        except (PartRefusedError, DesignkitError):
            continue
