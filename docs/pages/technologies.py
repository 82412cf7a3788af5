"""The page of technologies, family by family."""

import importlib
import pkgutil
from collections.abc import Iterator

from designkit.catalog import technologies
from designkit.catalog.kind import Technology
from designkit.catalog.kinds import all_kinds
from pages.kinds import to_kind
from pages.markdown import page, section, sentence, table

SOURCE = "designkit/catalog/technologies"
HEAD = ("Name", "Also called", "What it is", "Icon", "Typical for")


def pages() -> Iterator[tuple[str, bytes]]:
    """Give the path, below docs, and the content of the page."""
    introduction = (
        "`technology:` takes any text. Where the text names one of these, capitals "
        "aside, pictures show its icon if it has one, or a tile with the two letters "
        "that stand here in its place; other components show the glyph of their kind."
    )
    yield "technologies.md", page("Technologies", SOURCE, introduction, *_families())


def _families() -> Iterator[str]:
    for module in pkgutil.iter_modules(technologies.__path__):
        found = importlib.import_module(f"{technologies.__name__}.{module.name}")
        items: tuple[Technology, ...] = getattr(found, "TECHNOLOGIES", ())
        if items:
            title = (found.__doc__ or module.name).splitlines()[0].rstrip(".")
            yield section(title, table(HEAD, map(_row, items)))


def _row(item: Technology) -> tuple[str, ...]:
    kinds = (
        to_kind(k.name, "kinds/") for k in all_kinds() if item.name in k.technologies
    )
    return (
        item.name,
        ", ".join(item.aliases),
        sentence(item.does) if item.does else "",
        "yes" if item.icon else item.initials,
        ", ".join(kinds),
    )
