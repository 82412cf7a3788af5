"""The icons of a picture: the mark of a technology, else our glyph for the kind.

The marks come from the `diagrams` library that is installed. Each is scaled down and
put into a picture once, as a symbol; nothing in a picture points outside it.
"""

import importlib
from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from designkit.catalog.glyphs import KIND_GLYPHS, glyph_of
from designkit.catalog.technologies import find_technology

PIXELS = 56
"""Side of an icon inside a picture: twice what it is drawn at, and sharp in print."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """A picture to be used again and again: its id and its SVG markup."""

    id: str
    content: str
    view_box: str
    is_glyph: bool


def symbol(technology: str, kind: str) -> Symbol:
    """Return the symbol for a component of `kind` that runs on `technology`."""
    found = find_technology(technology) if technology else None
    if found is not None and found.icon:
        return _mark(found.icon)
    return _glyph(kind)


@cache
def _glyph(kind: str) -> Symbol:
    name = KIND_GLYPHS.get(kind, "box")
    return Symbol(f"g-{name}", glyph_of(kind), "0 0 24 24", is_glyph=True)


@cache
def _mark(icon: str) -> Symbol:
    """Return the mark that the `diagrams` class ``provider.group.Name`` carries."""
    data = b64encode(_scaled(icon_file(icon).read_bytes())).decode("ascii")
    image = (
        f'<image width="{PIXELS}" height="{PIXELS}" '
        f'href="data:image/png;base64,{data}"/>'
    )
    name = icon.replace(".", "-").lower()
    return Symbol(f"i-{name}", image, f"0 0 {PIXELS} {PIXELS}", is_glyph=False)


def icon_file(icon: str) -> Path:
    """Return the file of the icon that the `diagrams` class `icon` carries."""
    module, _, name = icon.rpartition(".")
    found = getattr(importlib.import_module(f"diagrams.{module}"), name)
    root = Path(importlib.import_module("diagrams").__file__ or "").parent.parent
    return root / str(found._icon_dir) / str(found._icon)


def _scaled(png: bytes) -> bytes:
    """Return the image fitted into a square of `PIXELS`."""
    import resvg_py

    data = b64encode(png).decode("ascii")
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{PIXELS}" height="{PIXELS}">'
        f'<image width="{PIXELS}" height="{PIXELS}" '
        f'href="data:image/png;base64,{data}"/></svg>'
    )
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True))
