"""Every view of a design, one file each. To add one, add a file."""

from designkit.model.design import Design
from designkit.pictures.view import View
from designkit.pictures.views.details import find_detail
from designkit.registry import members
from designkit.text.choices import unknown

PATHS = ("request-path", "run-path")
"""The views of how a system serves, of which a design has the one that suits it."""


def all_views() -> tuple[View, ...]:
    """Return every view, in the order of reading."""
    return tuple(sorted(members(__name__, View), key=lambda item: item.order))


def views_of(design: Design) -> tuple[View, ...]:
    """Return the views that are drawn of `design` if none is asked for."""
    return tuple(view for view in all_views() if view.suits(design))


def path_of(design: Design) -> str:
    """Return the view of what serves: the path of a run, else that of a request."""
    suiting = (view.name for view in views_of(design) if view.name in PATHS)
    return next(suiting, PATHS[0])


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
