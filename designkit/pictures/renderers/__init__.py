"""Every format of pictures, one file each. To add one, add a file."""

from designkit.pictures.renderer import Renderer
from designkit.registry import member, members


def all_renderers() -> tuple[Renderer, ...]:
    """Return every renderer, by name."""
    return tuple(sorted(members(__name__, Renderer), key=lambda item: item.name))


def find_renderer(name: str) -> Renderer:
    """Return the renderer called `name`, importing no other.

    Raises:
        NotFoundError: there is none.
    """
    return member(__name__, name, Renderer)
