"""What a maintained linter of Markdown says, with the settings of the project."""

from pathlib import Path

from pymarkdown.api import PyMarkdownApi

SETTINGS = Path(__file__).parents[1] / "pyproject.toml"


def remarks(markdown: str) -> list[str]:
    """Return what the linter has to say of a text."""
    linter = PyMarkdownApi().configuration_file_path(str(SETTINGS))
    return [str(one) for one in linter.scan_string(markdown).scan_failures]
