"""Finds the designs that include a part, for whoever names the part alone."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from designkit.errors import DesignkitError
from designkit.source.part_files import PartRefusedError, folder_of
from designkit.source.project import shown_path
from designkit.source.reader import read
from designkit.source.search import search

MOST_ASKED = 200
"""Designs that are looked into; in a project with more nobody waits for the rest."""

MOST_BYTES = 4_000_000
MOST_NAMED = 5


def includers(part: Path) -> tuple[str, ...]:
    """Return the designs of its project that include the file at `part`.

    They are written as reports write paths; the first few, in order.
    """
    try:
        root = folder_of(part.parent).root
        designs = search(root).designs[:MOST_ASKED]
    except (OSError, DesignkitError):
        return ()
    meant = part.resolve()
    found = (shown_path(it) for it in designs if meant in _included(it, part.name))
    return tuple(islice(found, MOST_NAMED))


def _included(design: Path, name: str) -> Iterator[Path]:
    """Give the parts of a design that speaks of a file called `name`."""
    try:
        with design.open("rb") as file:
            text = file.read(MOST_BYTES).decode("utf-8", "replace")
    except OSError:
        return
    root = read(text).root if name in text else None
    listed = root.child("include") if root else None
    for item in (listed.items or (listed,)) if listed else ():
        try:
            yield folder_of(design.parent).find(item.text)
        except (PartRefusedError, DesignkitError):
            continue
