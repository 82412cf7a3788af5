"""What a view is: it chooses what of a design is in a picture, and where."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from designkit.model.design import Design
from designkit.pictures.drawing import Drawing
from designkit.pictures.framing import with_groups


def always(_: Design) -> bool:
    """Suit every design."""
    return True


@dataclass(frozen=True, slots=True)
class View:
    """A sort of picture. `order` is its place in lists and documents.

    Where nobody asks for it, it is drawn of the designs that it `suits`.
    """

    name: str
    order: int
    summary: str
    draw: Callable[[Design], Drawing]
    suits: Callable[[Design], bool] = always


def view(
    order: int, suits: Callable[[Design], bool] = always
) -> Callable[[Callable[[Design], Drawing]], View]:
    """Make a view of a function; its name and docstring are those of the view."""

    def make(function: Callable[[Design], Drawing]) -> View:
        name = function.__name__.replace("_", "-")
        summary = (function.__doc__ or "").strip().partition("\n")[0]
        return View(name, order, summary, partial(with_groups, function), suits)

    return make
