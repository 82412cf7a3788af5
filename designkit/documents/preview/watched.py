"""Which files a page is made of, and whether one of them is another by now."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import islice
from pathlib import Path

from designkit.source.including import INCLUDE
from designkit.source.inputs import Input
from designkit.source.loader import Loaded
from designkit.source.part_files import MOST_PARTS, folder_of
from designkit.source.project import normal
from designkit.source.settings import Settings
from designkit.source.settings_files import settings_files

MOST_TEMPLATES = 1_000
"""Files of a folder of outlines that are looked at."""

Stamps = dict[Path, tuple[int, int, int] | None]
"""When each file was written, how many bytes it has, and its number; None: no file."""


def files_of(
    item: Input, settings: Settings, loaded: Loaded | None
) -> tuple[Path, ...]:
    """Return the files that decide a page, whether they exist or not.

    They are the design and its parts, the settings of its project, and the outlines,
    icons and baseline that these name.
    """
    parts = _parts(loaded, normal(item.path).parent) if loaded else ()
    return tuple(dict.fromkeys((*always(item), *_of_project(settings), *parts)))


def always(item: Input) -> tuple[Path, ...]:
    """Return the files that decide a page before any of them is read."""
    return normal(item.path), *settings_files(item.place)


def stamps(files: Iterable[Path]) -> Stamps:
    """Look at `files`, without reading them."""
    return {path: _stamp(path) for path in files}


def version(seen: Stamps | tuple[str, ...]) -> str:
    """Return a word that is another when one of the files is, or the list of names."""
    told = repr(sorted(seen.items()) if isinstance(seen, dict) else seen)
    return sha256(told.encode("utf-8", "replace")).hexdigest()[:16]


def _of_project(settings: Settings) -> Iterator[Path]:
    yield from map(normal, settings.icons.values())
    if settings.baseline:
        yield normal(settings.baseline)
    if settings.templates:
        folder = normal(settings.templates)
        yield folder  # another when something comes into it
        yield from islice(folder.rglob("*"), MOST_TEMPLATES)


def _parts(loaded: Loaded, place: Path) -> Iterator[Path]:
    """Give the paths that a design includes, as far as it may: below its project."""
    listed = loaded.root.child(INCLUDE) if loaded.root else None
    if listed is None:
        return
    root = normal(folder_of(place).root)
    for node in (listed.items or (listed,))[:MOST_PARTS]:
        path = normal(place / node.value) if isinstance(node.value, str) else place
        if path != place and path.is_relative_to(root):
            yield path


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        seen = path.stat()
    except (OSError, ValueError):  # not there, or no name of a file
        return None
    return seen.st_mtime_ns, seen.st_size, seen.st_ino
