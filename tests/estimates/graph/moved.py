"""Designs of which tests move the numbers, and what such a change gives."""

from collections.abc import Mapping

from designkit.errors import ChangeError
from designkit.estimates.what_if import changed, read_change
from designkit.source.inputs import find_shipped
from designkit.source.loader import Loaded, load_text

SHIPPED = ("ad-click", "fraud", "recommendation", "search-ranking")


def shipped_design(name: str) -> Loaded:
    """Return a design that designkit brings along."""
    path = find_shipped(name)
    return load_text(path.read_text(encoding="utf-8"), path.name)


def moved(loaded: Loaded, settings: Mapping[str, str]) -> Loaded | None:
    """Return the design with other numbers, nothing if they are none for it."""
    changes = [read_change(f"{path}={text}") for path, text in settings.items()]
    try:
        return changed(loaded, changes)
    except ChangeError:
        return None
