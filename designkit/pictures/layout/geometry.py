"""Measures a placed drawing against the gates that every picture must pass."""

import re
from dataclasses import dataclass, fields
from itertools import combinations, pairwise

from designkit.pictures.drawing import Arrow, Box, Drawing, Node, Point, TextPart
from designkit.pictures.gates.sheet import text_box
from designkit.pictures.gates.sizes import smallest_text
from designkit.pictures.theme import DARK, LIGHT, Palette

NEAR = 20.0
"""How far a label may be from its own arrow, in pixels."""

FORBIDDEN = ("<foreignObject", "<script", "<iframe", "javascript:")
REFERENCE = re.compile(r"""(?:href|src)\s*=\s*["'](?!#|data:image/png;base64,)""")

LINK = re.compile(r"""<a href="(?:https?://|mailto:)[^"]*">""")
"""Where a reader may go; nothing is fetched for the picture itself."""


@dataclass(frozen=True, slots=True)
class Gates:
    """What was measured. All counts are to be zero; see `faults`."""

    aspect: float
    smallest_text: float
    labels_missing: int
    labels_adrift: int
    label_on_label: int
    label_on_card: int
    card_on_card: int
    text_outside_card: int
    wire_through_card: int
    outside_page: int

    @property
    def faults(self) -> int:
        """The sum of everything that must not happen."""
        return sum(
            getattr(self, field.name) for field in fields(self) if field.type is int
        )


def measure(drawing: Drawing) -> Gates:
    """Measure a placed `drawing`."""
    labels = [arrow.label.box for arrow in drawing.arrows if arrow.label]
    cards = [node.box for node in drawing.nodes]
    return Gates(
        aspect=round(drawing.width / drawing.height, 2),
        smallest_text=round(smallest_text(drawing), 1),
        labels_missing=sum(
            bool(a.text and not a.label and not a.is_mate) for a in drawing.arrows
        ),
        labels_adrift=sum(_is_adrift(arrow) for arrow in drawing.arrows),
        label_on_label=sum(a.overlaps(b) for a, b in combinations(labels, 2)),
        label_on_card=sum(a.overlaps(b) for a in labels for b in cards),
        card_on_card=sum(a.overlaps(b) for a, b in combinations(cards, 2)),
        text_outside_card=sum(_outside(node) for node in drawing.nodes),
        wire_through_card=sum(_through(arrow, cards) for arrow in drawing.arrows),
        outside_page=_outside_page(drawing),
    )


def _outside(node: Node) -> int:
    """Count the texts of `node` that leave its card."""
    card = Box(0, 0, node.width, node.height)
    rows = [part for member in node.members for part in member.parts]
    lines = [part for telling in node.tellings for part in telling.parts]
    parts = (*node.parts, *rows, *lines)
    return sum(not card.contains(text_box(p)) for p in parts if isinstance(p, TextPart))


def _is_adrift(arrow: Arrow) -> bool:
    if arrow.label is None:
        return False
    box = arrow.label.box
    return min(_distance(box, a, b) for a, b in pairwise(arrow.route)) > NEAR


def _distance(box: Box, start: Point, end: Point) -> float:
    """Return the distance between `box` and an axis-parallel stretch of a wire."""
    left, right = sorted((start[0], end[0]))
    top, bottom = sorted((start[1], end[1]))
    across = max(left - box.right, box.x - right, 0.0)
    down = max(top - box.bottom, box.y - bottom, 0.0)
    return float((across**2 + down**2) ** 0.5)


def _through(arrow: Arrow, cards: list[Box]) -> int:
    """Count the cards that a wire enters by more than a hair."""
    return sum(
        any(_distance(card.grown(-2), a, b) == 0 for a, b in pairwise(arrow.route))
        for card in cards
    )


def _outside_page(drawing: Drawing) -> int:
    page = Box(0, 0, drawing.width, drawing.height)
    boxes = [node.box for node in drawing.nodes]
    boxes += [group.box for group in drawing.groups if group.box.width]
    boxes += [text_box(text) for text in drawing.texts]
    boxes += [arrow.label.box for arrow in drawing.arrows if arrow.label]
    return sum(not page.contains(box) for box in boxes)


def foreign_parts(svg: str) -> int:
    """Count what a portable SVG must not have: references outside, scripts, HTML.

    A link to a web page or a mail address is none: a reader may follow it or not.
    """
    own = LINK.sub("", svg)
    return sum(own.count(word) for word in FORBIDDEN) + len(REFERENCE.findall(own))


def worst_contrast(palette: Palette) -> float:
    """Return the lowest contrast between a text of `palette` and what is behind it.

    The ratio of WCAG 2.2, from 1 to 21.
    """
    pairs = [
        (ink, behind)
        for ink in (palette.ink, palette.muted, palette.strong)
        for behind in (palette.paper, palette.card)
    ]
    for accent, tint in palette.stages.values():
        pairs += [(accent, tint), (accent, palette.card)]
        pairs += [(ink, tint) for ink in (palette.ink, palette.muted, palette.strong)]
    return round(min(contrast(a, b) for a, b in pairs), 2)


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, as WCAG 2.2 defines it."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def palettes() -> tuple[Palette, Palette]:
    """Return the two themes."""
    return LIGHT, DARK
