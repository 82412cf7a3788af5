"""Cards of stages with room to write on, in each line and at the foot."""

from collections.abc import Mapping
from dataclasses import replace

from designkit.handouts.masking.cards import figures, icon, kept
from designkit.handouts.masking.hiding import Hiding
from designkit.handouts.masking.mask import Mask
from designkit.handouts.masking.writing import blank
from designkit.model.component import Component
from designkit.pictures.cards import COLUMN_GAP, PADDING, short_technology
from designkit.pictures.drawing import (
    IconPart,
    Member,
    Node,
    Part,
    SlotPart,
    Style,
    TextPart,
)

GAP, NAME_SHARE = 10.0, 0.58
"""Between the blanks of name and technology; the part of a line that the name gets."""

LONGEST_NAME, LONGEST_TECHNOLOGY, SHORTEST = 230.0, 150.0, 20.0
"""Most and least width of a blank, in pixels."""


def masked_stage(
    node: Node, components: Mapping[str, Component], hiding: Hiding
) -> Node:
    """Return the card of a stage with blanks for what is hidden of its components."""
    right = node.width - PADDING - 4
    parts = list[Part]()
    for index, part in enumerate(node.parts):
        is_figure = isinstance(part, TextPart) and part.style is Style.FIGURE
        if isinstance(part, TextPart) and is_figure:
            parts += figures(part, (node.id, index), hiding, right)
        else:
            parts.append(part)
    members = tuple(
        _row(member, components[member.id], hiding, _end(member, node, right))
        for member in node.members
    )
    names = ", ".join(hiding.name(components[member.id]) for member in node.members)
    return replace(
        node,
        parts=tuple(parts),
        members=members,
        description=f"{node.title}: {names}",
    )


def _end(member: Member, node: Node, right: float) -> float:
    """Return where the column of `member` ends."""
    later = [other.parts[0].x for other in node.members]
    return min((x - COLUMN_GAP for x in later if x > member.parts[0].x), default=right)


def _row(member: Member, component: Component, hiding: Hiding, end: float) -> Member:
    parts = list[Part]()
    for part in member.parts:
        if isinstance(part, IconPart):
            slot = SlotPart(part.x - 2, part.y - 0.5, part.size + 4, part.size + 1)
            parts += icon(part, component, hiding, slot, Style.ITEM)
    texts = [part for part in member.parts if isinstance(part, TextPart)]
    name = next(part for part in texts if part.style is Style.ITEM)
    technology = next((p for p in texts if p.style is Style.TECHNOLOGY), None)
    parts += _texts(name, technology, component, hiding, end)
    for index, part in enumerate(member.parts):
        if isinstance(part, TextPart):
            parts += _note(part, (member.id, index), hiding, end)
    return replace(
        member,
        id=hiding.id(component),
        kind=hiding.kind(component),
        title=hiding.sentence(component),
        parts=tuple(parts),
        url="",
    )


def _note(
    note: TextPart, place: tuple[str, int], hiding: Hiding, end: float
) -> tuple[Part, ...]:
    """Return a line below a row, of figures or of flows, or room to write it."""
    bare = replace(note, full="")
    if note.style is Style.FIGURE:
        return figures(bare, place, hiding, end)
    if note.style is not Style.CAPTION:
        return ()
    if Mask.FLOWS in hiding.plan.masks:
        return (blank(note.x, note.y, end - note.x),)
    return kept(bare, note.text, hiding, end)


def _texts(
    name: TextPart,
    technology: TextPart | None,
    component: Component,
    hiding: Hiding,
    end: float,
) -> tuple[Part, ...]:
    """Return name and technology of a line, or the room for them up to `end`."""
    hides_name = hiding.hides_name(component)
    hides_technology = hiding.hides_technology(component)
    is_free = hides_technology or technology is None
    room = min(NAME_SHARE * (end - name.x), LONGEST_NAME) if is_free else name.width
    shown = kept(name, component.title, hiding, name.x + name.width)
    first = (blank(name.x, name.y, room),) if hides_name else shown
    if technology and not hides_technology:
        whole, right = short_technology(component), technology.x + technology.width
        return *first, *kept(technology, whole, hiding, right)
    x = name.x + (room if hides_name else name.width) + GAP
    wide = min(end - x, LONGEST_TECHNOLOGY)
    if not component.technology or not hides_technology or wide < SHORTEST:
        return first
    return *first, blank(x, name.y, wide)
