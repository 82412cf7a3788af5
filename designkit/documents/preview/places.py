"""The directories that a preview watches, and which changes in them count."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from designkit.source.search import MADE, SUFFIXES

MOST_INSIDE = 200
"""Directories without a design that are watched, since one may come into them."""


@dataclass(frozen=True, slots=True)
class WatchedPlaces:
    """Where to watch: `known` files, what is above them, and `roots` to search."""

    directories: tuple[Path, ...]
    known: frozenset[Path]
    roots: tuple[Path, ...]

    def counts(self, path: Path) -> bool:
        """Whether a change at `path` may change a page."""
        return path in self.known or self.may_be_design(path)

    def may_be_design(self, path: Path) -> bool:
        """Whether a design may have come or gone at `path`, or a directory of some."""
        is_one = path.suffix in SUFFIXES or not path.suffix
        return is_one and any(map(path.is_relative_to, self.roots))


def places(files: Iterable[Path], roots: Sequence[Path]) -> WatchedPlaces:
    """Return where to watch for changes of `files`, and for new ones below `roots`.

    Of each file it is the nearest directory that exists, with links followed as well.
    """
    asked, searched = _spelt(files), tuple(_spelt(roots))
    known = frozenset(it for path in asked for it in (path, *path.parents))
    near = {_nearest(path.parent) for path in asked}
    between = {it for it in known if any(map(it.is_relative_to, searched))} - asked
    found = {*filter(_is_there, between), *filter(_is_there, searched)}
    inside = (it for directory in found for it in _inside(directory))
    watched = {*near, *found, *islice(inside, MOST_INSIDE)}
    return WatchedPlaces(tuple(sorted(watched)), known, searched)


def _inside(directory: Path) -> Iterator[Path]:
    """Give the directories in one with designs, in which there may be some soon."""
    try:
        inside = sorted(directory.iterdir())
    except OSError:
        return
    for path in inside:
        if not path.name.startswith(".") and path.name not in MADE and _is_there(path):
            yield path


def _spelt(paths: Iterable[Path]) -> set[Path]:
    """Return absolute paths, each also as it is with its links followed."""
    return {it for path in paths for it in (path, *_resolved(path))}


def _resolved(path: Path) -> Iterator[Path]:
    try:
        yield path.resolve()
        yield path.parent.resolve() / path.name
    except (OSError, RuntimeError, ValueError):  # a circle of links, or no name at all
        return


def _nearest(directory: Path) -> Path:
    there = (place for place in (directory, *directory.parents) if _is_there(place))
    return next(there, directory)


def _is_there(directory: Path) -> bool:
    try:
        return directory.is_dir()
    except (OSError, ValueError):
        return False
