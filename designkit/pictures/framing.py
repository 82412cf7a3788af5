"""Groups of components in pictures: a frame where members stand together, else tags.

A frame says something false if a card of others stands in it, so a view is drawn with
tags for such groups. Where a card is a whole stage, a sentence below names the members.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from designkit.model.design import Design
from designkit.model.groups import ComponentGroup
from designkit.pictures.drawing import Box, Drawing, Group, NodeRole, Style
from designkit.pictures.lettering import width_of

Groups: TypeAlias = Mapping[str, ComponentGroup]
AROUND, BELOW, APART = 11.0, 10.0, 6.0
"""Pixels around the cards of a frame, more below them for its title, and to others."""

MOST_TRIES = 3


def tags_of(design: Design, id: str) -> tuple[str, ...]:
    """Return a line of a card: the groups that a component is in."""
    groups = design.groups.items()
    names = [group.name or key for key, group in groups if id in group.members]
    return (f"in {', '.join(names)}",) if names else ()


def with_groups(draw: Callable[[Design], Drawing], design: Design) -> Drawing:
    """Draw a view with a frame around each group whose members stand together."""
    groups: Groups = design.groups
    if not groups:
        return draw(design)
    framed = set(groups)
    for _ in range(MOST_TRIES):
        drawing = draw(_tagged(design, framed))
        if not any(node.role is NodeRole.COMPONENT for node in drawing.nodes):
            return _captioned(drawing, design)
        wanted = {id: group for id, group in groups.items() if id in framed}
        frames = tuple(_frames(drawing, wanted))
        if {frame.id for frame in frames} == framed:
            return replace(drawing, groups=(*drawing.groups, *frames))
        framed = {frame.id for frame in frames}
    return draw(design)


def _tagged(design: Design, framed: Iterable[str]) -> Design:
    """Return the design with the groups that get tags."""
    rest = {id: it for id, it in design.groups.items() if id not in framed}
    return design.model_copy(update={"groups": rest})


def _captioned(drawing: Drawing, design: Design) -> Drawing:
    told = tuple(
        f"{group.title(id)}: {', '.join(_titles(design, group))}."
        for id, group in design.groups.items()
    )
    return replace(drawing, caption=(*drawing.caption, *told))


def _titles(design: Design, group: ComponentGroup) -> Iterator[str]:
    return (design.components[id].title for id in group.members)


def _frames(drawing: Drawing, groups: Groups) -> Iterator[Group]:
    """Give the frames that hold nothing but members; one without any is none."""
    taken: list[Box] = []
    for id, group in groups.items():
        frame = _frame(drawing, id, group)
        if frame and not any(frame.box.overlaps(box) for box in taken):
            taken.append(frame.box.grown(APART))
            yield frame


def _frame(drawing: Drawing, id: str, group: ComponentGroup) -> Group | None:
    inside = [node.box for node in drawing.nodes if node.id in group.members]
    others = [node.box for node in drawing.nodes if node.id not in group.members]
    if not inside or _is_in_a_row(drawing, group):
        return None
    title, box = group.title(id), _around(inside)
    wide = round(width_of(title, Style.FIGURE), 2)
    frame = Group(id, title, "", box, wide, is_tinted=False, is_frame=True)
    is_clear = not any(box.overlaps(other.grown(APART)) for other in others)
    fits = wide + 2 * AROUND <= box.width
    return frame if is_clear and fits and _is_in_one_band(box, drawing) else None


def _is_in_a_row(drawing: Drawing, group: ComponentGroup) -> bool:
    """Whether a member has no card of its own, so that no frame could hold all."""
    rows = (row.id for node in drawing.nodes for row in node.members)
    return not {*group.members}.isdisjoint(rows)


def _around(boxes: Iterable[Box]) -> Box:
    all = list(boxes)
    x, y = min(b.x for b in all), min(b.y for b in all)
    wide, tall = max(b.right for b in all) - x, max(b.bottom for b in all) - y
    around = Box(x, y, wide, tall).grown(AROUND)
    return replace(around, height=around.height + BELOW)


def _is_in_one_band(box: Box, drawing: Drawing) -> bool:
    """Whether a frame crosses neither the edge nor the title of a band."""
    bands = [group for group in drawing.groups if group.is_tinted]
    return all(
        not band.box.overlaps(box)
        or (band.box.contains(box) and not band.title_box.overlaps(box))
        for band in bands
    )
