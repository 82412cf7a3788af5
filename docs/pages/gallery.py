"""The gallery: every picture of the shipped designs, and the command that makes it."""

from collections.abc import Iterator
from functools import cache

from designkit import Diagram, draw, load, render, views
from pages.shipped import Shipped, designs

HEAD = """\
# Gallery

Every picture of the shipped designs, as `designkit render NAME` draws it. Each is one
SVG that is light or dark as the page is; a click shows it alone, and large.
"""


def pages() -> Iterator[tuple[str, bytes]]:
    """Give the path, below docs, and the content of the page and of its pictures."""
    yield "gallery.md", "\n".join((HEAD, *map(_section, designs()))).encode()
    for shipped in designs():
        for view in views():
            if picture := _picture(shipped.name, view):
                yield _file(shipped.name, view), render(picture, "svg")


def _section(shipped: Shipped) -> str:
    shown = [view for view in views() if _picture(shipped.name, view)]
    pictures = "\n\n".join(_entry(shipped, view) for view in shown)
    link = f"[{shipped.path}](../{shipped.path})"
    return f"## {shipped.design.name}\n\n{link}\n\n{pictures}\n"


def _entry(shipped: Shipped, view: str) -> str:
    file = _file(shipped.name, view)
    return (
        f"### {shipped.design.name}: {view.replace('-', ' ')}\n\n"
        f"`designkit render {shipped.name} --view {view}`\n\n"
        f"[![{shipped.design.name}: {view}]({file})]({file})"
    )


@cache
def _picture(name: str, view: str) -> Diagram | None:
    """Draw a view of a shipped design; nothing where there is nothing to draw."""
    picture = draw(load(name), view)
    return picture if picture.drawing.nodes else None


def _file(name: str, view: str) -> str:
    return f"images/{name}.{view}.svg"
