"""Cards with room to write on, where their names, technologies and figures were."""

from collections.abc import Iterator
from dataclasses import replace

from designkit.handouts.masking.hiding import Hiding
from designkit.handouts.masking.mask import Mask
from designkit.handouts.masking.numerals import Span, figure_spans
from designkit.handouts.masking.redaction import found, found_beside, normal, printable
from designkit.handouts.masking.writing import Piece, blank, fits, pieces_of, written
from designkit.model.component import Component
from designkit.pictures.cards import ICON, PADDING
from designkit.pictures.drawing import IconPart, Node, Part, SlotPart, Style, TextPart
from designkit.pictures.lettering import text_part, width_of
from designkit.pictures.theme import FONTS

TAG_GAP = 5.0
SLOT_EDGE, EDGE = 5.0, 4.0


def masked_card(node: Node, component: Component, hiding: Hiding) -> Node:
    """Return the card of `component` with blanks for what is hidden of it."""
    right = node.width - PADDING
    parts = list[Part]()
    for index, part in enumerate(node.parts):
        if isinstance(part, IconPart):
            slot = SlotPart(part.x - 2, part.y - 1, part.size + 2, part.size)
            parts += icon(part, component, hiding, slot, Style.NAME)
        elif isinstance(part, TextPart):
            bare = replace(part, full="")
            parts += _line(node, index, bare, component, hiding, right)
        else:
            parts.append(part)
    return replace(
        node,
        id=hiding.id_of(node, component),
        title=hiding.name(component),
        kind=hiding.kind(component),
        parts=(*parts, *_told(node, hiding, right)),
        tellings=(),
        description=hiding.sentence(component),
        url="",
    )


def _told(node: Node, hiding: Hiding, right: float) -> Iterator[Part]:
    """Give the lines that tell of flows, blank where flows or their ends are hidden."""
    for telling in node.tellings:
        whole = " ".join(line.text for line in telling.parts)
        is_hidden = Mask.FLOWS in hiding.plan.masks or hiding.tells(whole)
        for line in telling.parts:
            yield blank(line.x, line.y, right - line.x) if is_hidden else line


def _line(
    node: Node,
    index: int,
    part: TextPart,
    component: Component,
    hiding: Hiding,
    right: float,
) -> tuple[Part, ...]:
    """Return what stands in place of one line of text of a card."""
    if part.style is Style.FIGURE:
        return figures(part, (node.id, index), hiding, right + EDGE)
    if part.style is Style.CAPTION:  # the groups that it is in
        return kept(part, part.text, hiding, right)
    is_name = part.style is Style.NAME
    hides = hiding.hides_name if is_name else hiding.hides_technology
    if hides(component):
        return (blank(part.x, part.y, right - part.x),)
    whole = component.title if is_name else component.technology or ""
    return kept(part, whole, hiding, right)


def icon(
    part: IconPart, component: Component, hiding: Hiding, slot: SlotPart, style: Style
) -> tuple[Part, ...]:
    """Return an icon, the glyph of the kind, or `slot` with the number of the box."""
    if hiding.hides_name(component):
        return slot, _number(str(hiding.plan.numbers[component.id]), slot, style)
    if hiding.hides_technology(component):
        return (replace(part, technology="", own=b""),)
    return (part,)


def _number(text: str, slot: SlotPart, style: Style) -> TextPart:
    """Return a number in the middle of `slot`, drawn together if it is long."""
    size = FONTS[style].size
    width = min(width_of(text, style), slot.width - SLOT_EDGE)
    x = slot.x + (slot.width - width) / 2
    y = slot.y + slot.height / 2 + size * 0.36
    return replace(text_part(text, x, y, style), width=round(width, 2))


def figures(
    part: TextPart, place: tuple[str, int], hiding: Hiding, right: float
) -> tuple[Part, ...]:
    """Return a line of figures with its number and blanks, if it is hidden."""
    number = hiding.numbers.get(place)
    text = printable(part.text)
    if number is None:
        spans = found(text, hiding.secrets.in_pictures)
        return _without(part, spans, right) if spans else (part,)
    spans = found_beside(text, hiding.secrets.in_pictures, figure_spans(text))
    tag = f"n{number}"
    wide = width_of(tag, part.style) + TAG_GAP
    beside = _has_room_beside(part, wide)
    x = part.x if beside else part.x + wide
    line = _filled(pieces_of(text, spans), x, part, right)
    return text_part(tag, x - wide, part.y, part.style), *line


def _has_room_beside(part: TextPart, width: float) -> bool:
    """Whether there is room to the left of a line: it stands below the icon."""
    top = part.y - FONTS[part.style].size * 0.8
    return part.x - width > PADDING / 2 and top > PADDING + ICON + 1


def _filled(
    pieces: tuple[Piece, ...], x: float, part: TextPart, right: float
) -> tuple[Part, ...]:
    """Set a line of figures up to `right`; wholly blank if its words are too many."""
    if not fits(pieces, part.style, right - x):
        return (blank(x, part.y, right - x),)
    return written(pieces, x, part.y, part.style, right - x)


def kept(part: TextPart, whole: str, hiding: Hiding, right: float) -> tuple[Part, ...]:
    """Return a line of text that is shown, with blanks where it tells a secret.

    It is wholly blank if it is not the `whole` text, which may run on over lines.
    """
    if not hiding.tells(whole):
        return (part,)
    if normal(part.text) != normal(whole):
        return (blank(part.x, part.y, right - part.x),)
    return _without(part, hiding.spans(printable(part.text)), right)


def _without(part: TextPart, spans: tuple[Span, ...], right: float) -> tuple[Part, ...]:
    pieces = pieces_of(printable(part.text), spans)
    return written(pieces, part.x, part.y, part.style, right - part.x)
