"""Every view of a design, one file each. To add one, add a file."""

from designkit.pictures.view import View
from designkit.registry import members
from designkit.text.choices import unknown


def all_views() -> tuple[View, ...]:
    """Return every view, in the order of reading."""
    return tuple(sorted(members(__name__, View), key=lambda item: item.order))


def find_view(name: str) -> View:
    """Return the view called `name`.

    Raises:
        NotFoundError: there is none.
    """
    known = {item.name: item for item in all_views()}
    if name not in known:
        raise unknown("view", name, known)
    return known[name]
