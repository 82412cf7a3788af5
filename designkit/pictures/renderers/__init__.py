"""Every format of pictures, one file each. To add one, add a file."""

from designkit.errors import NotFoundError
from designkit.pictures.renderer import Renderer
from designkit.registry import members, members_of, module_names


def all_renderers() -> tuple[Renderer, ...]:
    """Return every renderer, by name."""
    return tuple(sorted(members(__name__, Renderer), key=lambda item: item.name))


def find_renderer(name: str) -> Renderer:
    """Return the renderer called `name`, importing no other.

    Raises:
        NotFoundError: there is none.
    """
    if name in module_names(__name__):
        return next(members_of(f"{__name__}.{name}", Renderer))
    known = ", ".join(module_names(__name__))
    raise NotFoundError(f"no format is called {name!r}; there are {known}")
