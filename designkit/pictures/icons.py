"""The icons of a picture: the mark of a technology, its initials, or our glyph.

The marks come from the `diagrams` library that is installed. Each is scaled down and
put into a picture once, as a symbol; nothing in a picture points outside it.
"""

import importlib
import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from designkit.catalog.glyphs import GLYPHS
from designkit.catalog.technologies import find_technology
from designkit.errors import SettingsError, reason_of
from designkit.pictures.drawing import Drawing, IconPart, Part
from designkit.pictures.icon_files import (
    MOST_BYTES,
    PNG,
    SVG,
    drawn_apart,
    is_plain,
    require_icon,
)

MEDIA = {".svg": SVG, ".png": PNG}
PIXELS = 56
"""Side of an icon inside a picture: twice what it is drawn at, and sharp in print."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """A picture to be used again and again: its id and its SVG markup."""

    id: str
    content: str
    view_box: str
    is_glyph: bool


def symbol_of(part: IconPart) -> Symbol:
    """Return the symbol of an icon: the project's own, a mark, or a glyph."""
    return _own(part.own) if part.own else symbol(part.technology, part.glyph)


def symbol(technology: str, glyph: str) -> Symbol:
    """Return the mark of `technology`, or its initials; else the glyph so called."""
    found = find_technology(technology) if technology else None
    if found is not None and found.icon:
        return _mark(found.icon)
    return _tile(found.initials) if found and found.initials else _glyph(glyph)


@cache
def _glyph(name: str) -> Symbol:
    return Symbol(f"g-{name}", GLYPHS[name], "0 0 24 24", is_glyph=True)


@cache
def _tile(initials: str) -> Symbol:
    """Return the outline of a tile with `initials`, in the pen of a glyph."""
    tile = (
        '<rect x="2" y="2" width="20" height="20" rx="5"/>'
        '<text x="12" y="16" text-anchor="middle" font-size="11" font-weight="600" '
        f'style="fill:currentColor;stroke:none">{initials}</text>'
    )
    return Symbol(f"t-{initials}", tile, "0 0 24 24", is_glyph=True)


@cache
def _mark(icon: str) -> Symbol:
    """Return the mark that the `diagrams` class ``provider.group.Name`` carries."""
    name = icon.replace(".", "-").lower()
    return _image(f"i-{name}", _scaled(icon_file(icon).read_bytes(), PNG))


@cache
def _own(png: bytes) -> Symbol:
    return _image(f"o-{sha256(png).hexdigest()[:12]}", png)


def _image(id: str, png: bytes) -> Symbol:
    data = b64encode(png).decode("ascii")
    image = (
        f'<image width="{PIXELS}" height="{PIXELS}" '
        f'href="data:image/png;base64,{data}"/>'
    )
    return Symbol(id, image, f"0 0 {PIXELS} {PIXELS}", is_glyph=False)


def read_icons(files: Mapping[str, Path]) -> Mapping[str, bytes]:
    """Read the icons of a project, by technology, each fitted into a square as PNG.

    Raises:
        SettingsError: a file cannot be read, or is no SVG and no PNG that draws.
    """
    return {name.lower(): _read_icon(name, path) for name, path in files.items()}


def _read_icon(name: str, path: Path) -> bytes:
    media = MEDIA.get(path.suffix.lower())
    if media is None:
        raise SettingsError(f"icons.{name}: {path.name} is no .svg and no .png")
    try:
        with path.open("rb") as file:
            picture = file.read(MOST_BYTES + 1)
        require_icon(picture, media)
        drawn = _scaled(picture, media)
        if drawn == _scaled(b"", SVG):
            raise ValueError("it draws nothing; text must be turned into paths")
        return drawn
    except OSError as error:
        raise SettingsError(
            f"icons.{name}: cannot read {path}: {reason_of(error)}"
        ) from error
    except ValueError as error:
        raise SettingsError(f"icons.{name}: {path.name}: {error}") from error


def with_icons(drawing: Drawing, icons: Mapping[str, bytes]) -> Drawing:
    """Return `drawing` with the project's own icons where it has some."""
    if not icons:
        return drawing
    nodes = tuple(
        replace(
            node,
            parts=_exchanged(node.parts, icons),
            members=tuple(
                replace(member, parts=_exchanged(member.parts, icons))
                for member in node.members
            ),
        )
        for node in drawing.nodes
    )
    return replace(drawing, nodes=nodes)


def _exchanged(parts: tuple[Part, ...], icons: Mapping[str, bytes]) -> tuple[Part, ...]:
    return tuple(
        replace(part, own=_found(part.technology, icons))
        if isinstance(part, IconPart)
        else part
        for part in parts
    )


def _found(technology: str, icons: Mapping[str, bytes]) -> bytes:
    """Return the icon whose name `technology` mentions, the longest name first."""
    text = technology.lower()
    for name in sorted(icons, key=len, reverse=True):
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            return icons[name]
    return b""


def icon_file(icon: str) -> Path:
    """Return the file of the icon that the `diagrams` class `icon` carries."""
    module, _, name = icon.rpartition(".")
    found = getattr(importlib.import_module(f"diagrams.{module}"), name)
    root = Path(importlib.import_module("diagrams").__file__ or "").parent.parent
    return root / str(found._icon_dir) / str(found._icon)


def _scaled(picture: bytes, media: str) -> bytes:
    """Return a picture of type `media` as PNG, fitted into a square of `PIXELS`."""
    data = b64encode(picture).decode("ascii")
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{PIXELS}" height="{PIXELS}">'
        f'<image width="{PIXELS}" height="{PIXELS}" '
        f'href="data:{media};base64,{data}"/></svg>'
    )
    if picture and media == SVG and not is_plain(picture):
        return drawn_apart(svg)
    import resvg_py

    return bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True))
