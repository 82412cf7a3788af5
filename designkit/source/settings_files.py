"""Which files may decide the settings of a directory, whether they exist or not."""

from collections.abc import Iterator
from pathlib import Path

from designkit.errors import SettingsError
from designkit.source.project import normal
from designkit.source.settings import FILE, SHARED, above, table_of

MOST_EXTENDED = 20
"""Settings that extend each other and are followed."""


def settings_files(directory: Path) -> tuple[Path, ...]:
    """Return the files that `find_settings` may read for `directory`.

    A file that does not exist is among them, since it would decide once it did.
    """
    asked = [
        place / name for place in above(normal(directory)) for name in (FILE, SHARED)
    ]
    extended = (other for path in asked for other in _extended(path))
    return tuple(dict.fromkeys((*asked, *extended)))


def _extended(path: Path) -> Iterator[Path]:
    """Give the files that the settings at `path` extend, one after the other."""
    for _ in range(MOST_EXTENDED):
        name = _extends(path)
        if not name:
            return
        path = normal(path.parent / name)
        yield path


def _extends(path: Path) -> str:
    try:
        table = table_of(path) if path.is_file() else None
    except (SettingsError, OSError, ValueError):  # `find_settings` says what is wrong
        return ""
    name = table.get("extend") if table else None
    return name if isinstance(name, str) else ""
