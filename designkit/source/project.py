"""Where a file belongs: the repository it lies in, and its path as reports write it."""

import os
from collections.abc import Iterator
from pathlib import Path

from designkit.source.settings import above, find_settings


def root_of(directory: Path) -> Path | None:
    """Return the root of the repository that `directory` lies in, if it lies in one."""
    return next((it for it in above(directory) if (it / ".git").exists()), None)


def base_of(directory: Path) -> Path | None:
    """Return the directory from which paths of reports count.

    It is the root of the repository, or without one the directory of the settings.

    Raises:
        SettingsError: the settings cannot be read.
    """
    root = root_of(directory)
    if root is None and (file := find_settings(directory).file):
        return file.parent
    return root


def normal(path: Path) -> Path:
    """Return `path` as an absolute one in normal form; links stay what they are."""
    return Path(os.path.abspath(path))  # noqa: PTH100  resolve() would follow links


def shown_path(path: Path) -> str:
    """Write `path` as every report does, wherever it runs and however it is spelt.

    It counts from the root of its repository, else from its settings, else from the
    current directory; a file outside of these has its absolute path.
    """
    there = normal(path)
    base = base_of(there.parent) or Path.cwd()
    inside = there.relative_to(base) if there.is_relative_to(base) else there
    return inside.as_posix()


def words_of_stem(path: Path) -> Iterator[str]:
    """Give the words that an output of the design at `path` is named by.

    They are the directories between its base and it, and its stem. A directory called
    ``designs`` says nothing and is left out.
    """
    there = normal(path)
    base = base_of(there.parent) or Path.cwd()
    if there.is_relative_to(base):
        folders = there.parent.relative_to(base).parts
        yield from (folder for folder in folders if folder != "designs")
    yield there.stem
