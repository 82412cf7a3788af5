"""What a card or a bar looks like when it has more room than it was made for."""

from collections.abc import Iterator
from dataclasses import replace

from designkit.pictures.drawing import (
    BarPart,
    Node,
    NodeRole,
    Part,
    RulePart,
    StepPart,
    TextPart,
)

NUMBERED = 14.0
"""Pixels from a bar down to the numbers of its pieces; further texts lie lower."""


def stretched(node: Node, width: float, height: float) -> Node:
    """Return a node of that size in pixels, with its parts where they belong.

    A bar is drawn to its new scale. Of a card the rule grows, and what is below it
    stays at the foot; without one, the text stays in the middle.
    """
    if node.role is NodeRole.BAR:
        parts = tuple(_to_scale(node, width / node.width))
        return replace(node, width=width, parts=parts)
    parts = tuple(_in_card(node, width - node.width, height - node.height))
    return replace(node, width=width, height=height, parts=parts)


def _to_scale(bar: Node, factor: float) -> Iterator[Part]:
    """Give the parts of a bar: pieces scaled, and their texts where these are."""
    pieces = [part for part in bar.parts if isinstance(part, BarPart)]
    top = min(part.y for part in pieces)
    low = max(part.y + part.height for part in pieces) + NUMBERED
    for part in bar.parts:
        if isinstance(part, BarPart):
            x, width = round(part.x * factor, 2), round(part.width * factor, 2)
            yield replace(part, x=x, width=width)
        elif isinstance(part, TextPart) and top < part.y <= low:
            by = (part.x + part.width / 2) * (factor - 1)
            yield replace(part, x=round(part.x + by, 2))
        else:
            yield part


def _in_card(card: Node, wider: float, higher: float) -> Iterator[Part]:
    rules = [part.y for part in card.parts if isinstance(part, RulePart)]
    for part in card.parts:
        foot = higher if rules and part.y >= rules[0] else 0.0
        y = part.y + (foot if rules else higher / 2)
        if isinstance(part, RulePart):
            yield replace(part, y=y, width=part.width + wider)
        else:
            yield part if isinstance(part, StepPart) else replace(part, y=y)
