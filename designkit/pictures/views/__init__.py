"""Every view of a design, one file each. To add one, add a file."""

from designkit.pictures.view import View
from designkit.pictures.views.details import find_detail
from designkit.registry import members
from designkit.text.choices import unknown


def all_views() -> tuple[View, ...]:
    """Return every view, in the order of reading."""
    return tuple(sorted(members(__name__, View), key=lambda item: item.order))


def find_view(name: str) -> View:
    """Return the view called `name`, or the detail, such as ``stage:serving``.

    Raises:
        NotFoundError: there is none.
    """
    detail = find_detail(name)
    if detail is not None:
        return detail
    known = {item.name: item for item in all_views()}
    if name not in known:
        raise unknown("view", name, known)
    return known[name]
