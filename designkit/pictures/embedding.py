"""A picture inside a page, among others: its ids are its own."""

import re
from hashlib import sha256

from designkit.pictures.drawing import Drawing
from designkit.pictures.renderer import Theme
from designkit.pictures.renderers.svg import svg_text

TAG = re.compile(r"<[^<>]+>")
NAMES = re.compile(r' (id|href|aria-labelledby)="(#?)([^"]*)"')
"""Ids in a tag, and what leads to ids in the same file."""

DIGITS = 8
"""Enough of a digest to tell the pictures of a page apart."""


def embedded_svg(drawing: Drawing, prefix: str) -> str:
    """Return `drawing` as SVG for a page with others; its ids begin with `prefix`."""
    return prefixed(svg_text(drawing, Theme.AUTO), prefix)


def standalone_svg(drawing: Drawing) -> str:
    """Return `drawing` as SVG whose ids are those of no other picture.

    Two of the same picture have the same ids, each of which leads to the same.
    """
    picture = svg_text(drawing, Theme.AUTO)
    digest = sha256(picture.encode()).hexdigest()[:DIGITS]
    return prefixed(picture, f"{drawing.name}-{digest}-")


def prefixed(markup: str, prefix: str) -> str:
    """Return markup whose ids, and what leads to them, begin with `prefix`."""

    def renamed(match: re.Match[str]) -> str:
        key, mark, names = match.groups()
        if key == "href" and not mark:
            return match[0]
        return f' {key}="{mark}{" ".join(prefix + name for name in names.split())}"'

    return TAG.sub(lambda tag: NAMES.sub(renamed, tag[0]), markup)
