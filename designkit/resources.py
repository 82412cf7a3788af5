"""Where the shipped templates and designs are."""

from pathlib import Path

PACKAGE = Path(__file__).parent


def bundled(name: str) -> Path:
    """Return the directory of the shipped `name`: ``templates`` or ``designs``."""
    installed = PACKAGE / "_bundled" / name
    return installed if installed.is_dir() else PACKAGE.parent / name
