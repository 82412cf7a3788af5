"""The overview of a design, small: a card a stage with its icons, and what flows."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from designkit.documents.sharing.lines import fitting
from designkit.model.design import Design
from designkit.pictures.drawing import (
    Drawing,
    IconPart,
    Node,
    Part,
    Style,
    TextPart,
)
from designkit.pictures.icons import symbol_of
from designkit.pictures.lettering import cut, text_part, width_of
from designkit.pictures.routing.router import route
from designkit.pictures.views.overview import OFFLINE, ONLINE, overview

PADDING, HEIGHT, WIDEST, GAP, ROW_GAP = 16.0, 102.0, 360.0, 60.0, 56.0
ICON, ICON_STEP = 22.0, 33.0
TITLE_LINE, ICON_LINE, FIGURE_LINE = 29.0, 41.0, 88.0
"""Where the parts of a card stand, in pixels from its upper side."""

SHARES = {"serving": 2}
"""How many cards wide a card is that is wider than one."""

Place = tuple[float, int]
"""The row of a card, by its height on the page, and its number among all."""


def sketch(design: Design, width: float) -> Drawing:
    """Return the planes of the overview as two rows of cards, about `width` wide.

    The wires have their ways, and no labels. Without a component there is no card.
    """
    whole = overview.draw(design)
    cards = {node.id: node for node in whole.nodes}
    nodes, y = list[Node](), 0.0
    for row in (OFFLINE, ONLINE):
        found = [cards[seat.id] for seat in row if seat.id in cards]
        nodes += _row(found, y, width)
        y += HEIGHT + ROW_GAP if found else 0.0
    seats = {node.id: (node.box.y, place) for place, node in enumerate(nodes)}
    arrows = (
        replace(arrow, text="", note="")
        for arrow in whole.arrows
        if _is_short(seats.get(arrow.source), seats.get(arrow.target))
    )
    bare = replace(
        whole, nodes=tuple(nodes), arrows=tuple(arrows), groups=(), legend=()
    )
    return route(bare) if nodes else bare


def _is_short(source: Place | None, target: Place | None) -> bool:
    """Whether two cards are neighbours in a row, or stand in different ones."""
    if source is None or target is None:
        return False
    return source[0] != target[0] or abs(source[1] - target[1]) == 1


def _row(cards: Sequence[Node], y: float, width: float) -> Iterator[Node]:
    """Set cards side by side, so that they fill the width as far as they may."""
    shares = [SHARES.get(card.id, 1) for card in cards]
    one = min((width - GAP * (sum(shares) - 1)) / max(1, sum(shares)), WIDEST)
    x = (width - one * sum(shares) - GAP * (sum(shares) - 1)) / 2
    for card, share in zip(cards, shares, strict=True):
        wide = one * share + GAP * (share - 1)
        yield _card(card, round(wide, 2)).at(round(x, 2), y)
        x += wide + GAP


def _card(card: Node, width: float) -> Node:
    room = width - 2 * PADDING
    figures = (
        _text(part.text, " · ", room, FIGURE_LINE, Style.FIGURE)
        for part in card.parts
        if isinstance(part, TextPart) and part.style is Style.FIGURE
    )
    title = _text(card.title, " and ", room, TITLE_LINE, Style.HEADING)
    parts: tuple[Part, ...] = (title, *_icons(card, room), *figures)
    return replace(card, width=width, height=HEIGHT, parts=parts, members=(), url="")


def _text(text: str, joint: str, room: float, y: float, style: Style) -> TextPart:
    """Write as much of a text as there is room for, up to one of its joints."""
    shown = fitting(text, joint, lambda it: width_of(it, style) <= room)
    return text_part(cut(shown, room, style), PADDING, y, style)


def _icons(card: Node, room: float) -> Iterator[IconPart]:
    """Give each icon of a card once, as many as there is room for."""
    every = (part for member in card.members for part in member.parts)
    icons = [part for part in every if isinstance(part, IconPart)]
    distinct = list({symbol_of(icon).id: icon for icon in icons}.values())
    most = int((room + ICON_STEP - ICON) // ICON_STEP)
    for number, icon in enumerate(distinct[:most]):
        x = PADDING + number * ICON_STEP
        yield replace(icon, x=x, y=ICON_LINE, size=ICON)
