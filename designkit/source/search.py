"""Searches a directory for designs, and leaves out what nobody means."""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from designkit.source.project import normal, root_of
from designkit.source.settings import find_settings

if TYPE_CHECKING:  # only where something is to be left out
    from pathspec import GitIgnoreSpec

SUFFIXES = (".yaml", ".yml")
MADE = frozenset({"build", "dist", "node_modules", "site-packages", "venv"})
"""Directories of what was made or installed; hidden ones are left out as well."""

MOST_SEEN = 65_536
"""Bytes at the start of a file in which a design says that it is one."""

SAYS_SO = re.compile(rb"^(?:\xef\xbb\xbf)?[\"']?designkit[\"']?\s*:", re.MULTILINE)
SAYS_SO_IN_BRACES = re.compile(
    rb"\A(?:\xef\xbb\xbf)?(?:\s|#.*)*\{(?:[^{}]|\{[^{}]*\})*?[\"']?designkit[\"']?\s*:"
)


@dataclass(frozen=True)
class Found:
    """What a search came upon: designs, and how many other YAML files."""

    designs: tuple[Path, ...]
    others: int


@dataclass(frozen=True)
class Ignored:
    """Patterns as those of ``.gitignore``, which count from `directory`."""

    directory: Path
    patterns: "GitIgnoreSpec"

    def matches(self, path: Path, *, is_directory: bool) -> bool:
        """Whether `path`, which lies below the directory, is to be left out."""
        inside = path.relative_to(self.directory).as_posix()
        return self.patterns.match_file(f"{inside}/" if is_directory else inside)


def search(directory: Path) -> Found:
    """Find the designs in `directory` and below it, in the order of their paths.

    Left out are hidden directories, those that hold what was made, what git ignores,
    and what the settings exclude.

    Raises:
        OSError: the directory cannot be read.
        SettingsError: the settings cannot be read.
    """
    top = normal(directory)
    found = [
        directory / path.relative_to(top) for path in _files(top, _from_above(top))
    ]
    designs = tuple(path for path in found if looks_like_a_design(path))
    return Found(designs, len(found) - len(designs))


def looks_like_a_design(path: Path) -> bool:
    """Whether the file says it is a design; an unreadable one is left to the loader."""
    try:
        with path.open("rb") as file:
            head = file.read(MOST_SEEN)
    except OSError:
        return True
    return bool(SAYS_SO.search(head) or SAYS_SO_IN_BRACES.search(head))


def _files(directory: Path, ignored: Sequence[Ignored]) -> Iterator[Path]:
    here = (*ignored, *_of_git(directory))
    with os.scandir(directory) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        path, is_directory = Path(entry.path), entry.is_dir(follow_symlinks=False)
        if entry.name.startswith(".") or (is_directory and entry.name in MADE):
            continue
        if any(item.matches(path, is_directory=is_directory) for item in here):
            continue
        if is_directory:
            yield from _files(path, here)
        elif path.suffix in SUFFIXES and (path.is_file() or is_dead_link(path)):
            yield path


def is_dead_link(path: Path) -> bool:
    """Whether `path` is a link to nothing, or to itself by way of others."""
    try:
        return path.is_symlink() and not path.exists()
    except (OSError, ValueError):  # a name too long, or with a null in it
        return False


def _from_above(top: Path) -> tuple[Ignored, ...]:
    """Return what the settings, and git above `top`, leave out below it.

    Who names a directory that is itself left out means it all the same.
    """
    settings = find_settings(top)
    found = []
    if settings.exclude and settings.file:
        found += [_ignored(settings.file.parent, settings.exclude)]
    root = root_of(top)
    if root and root != top:
        parents = [it for it in top.parents if it.is_relative_to(root)]
        found += [item for it in parents for item in _of_git(it)]
    outside = [item for item in found if item.directory != top]
    named = [item for item in outside if item.matches(top, is_directory=True)]
    return tuple(item for item in found if item not in named)


def _of_git(directory: Path) -> tuple[Ignored, ...]:
    try:
        text = (directory / ".gitignore").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ()
    return (_ignored(directory, text.splitlines()),)


def _ignored(directory: Path, patterns: Sequence[str]) -> Ignored:
    from pathspec import GitIgnoreSpec

    return Ignored(directory, GitIgnoreSpec.from_lines(patterns))
