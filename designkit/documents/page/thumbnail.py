"""The small picture of a design that the index of a site shows."""

from collections.abc import Mapping
from dataclasses import replace

from designkit.files import Output
from designkit.pictures.drawing import Drawing, IconPart, Node, Part
from designkit.pictures.renderer import Theme
from designkit.pictures.renderers.svg import svg_text

THUMBNAIL = "thumbnail.svg"
FIRST = "overview"


def thumbnail(drawings: Mapping[str, Drawing]) -> tuple[Output, ...]:
    """Make the small picture of the overview, or else of the first view that there is.

    It has no icons, which are not seen at its size and are half of its bytes.
    """
    shown = drawings.get(FIRST) or next(iter(drawings.values()), None)
    if shown is None:
        return ()
    plain = replace(shown, nodes=tuple(map(_without_icons, shown.nodes)))
    return (Output(THUMBNAIL, svg_text(plain, Theme.AUTO).encode()),)


def _without_icons(node: Node) -> Node:
    members = tuple(replace(it, parts=_plain(it.parts)) for it in node.members)
    return replace(node, parts=_plain(node.parts), members=members, url="")


def _plain(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    return tuple(part for part in parts if not isinstance(part, IconPart))
