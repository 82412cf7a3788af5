"""Every overlay of pictures, one file each. To add one, add a file."""

from designkit.pictures.overlay import Overlay
from designkit.registry import members
from designkit.text.choices import one_of


def all_overlays() -> tuple[Overlay, ...]:
    """Return every overlay, in the order of lists."""
    return tuple(sorted(members(__name__, Overlay), key=lambda item: item.order))


def overlay_names() -> tuple[str, ...]:
    """Return the names of all overlays."""
    return tuple(item.name for item in all_overlays())


def find_overlay(name: str) -> Overlay:
    """Return the overlay called `name`.

    Raises:
        NotFoundError: there is none.
    """
    found = one_of("overlay", name, overlay_names())
    return next(item for item in all_overlays() if item.name == found)
