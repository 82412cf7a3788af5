"""Gives every arrow of a placed drawing its route."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from designkit.pictures.drawing import Arrow, ArrowLabel, Drawing
from designkit.pictures.routing.nudging import Nudged, nudged
from designkit.pictures.routing.room import PageRoom
from designkit.pictures.routing.rough import route_roughly
from designkit.pictures.routing.steps import has_steps, without_steps
from designkit.pictures.routing.stretches import Course, enters, points_of
from designkit.pictures.routing.tags import tags_of
from designkit.pictures.routing.ways import courses_of
from designkit.pictures.routing.widening import reattached, widening_of
from designkit.pictures.routing.wires import WantedWire, wires_of

MOST = 400
"""Cards, and wires, of a picture beyond which ways would be looked for in vain: it
would take minutes, and nobody could read what comes of it."""

MOST_KEPT = 8
"""Drawings whose routes are kept: a view looks at them before they are placed."""

SEARCHES, WIDENINGS = 2, 6
"""How often ways are looked for at most, and pages pulled apart for each."""


@lru_cache(MOST_KEPT)
def route(drawing: Drawing) -> Drawing:
    """Return `drawing` with routes; where wires need more room its cards move apart."""
    if not drawing.nodes or not drawing.arrows:
        return drawing
    if max(len(drawing.nodes), len(drawing.arrows)) > MOST:
        return route_roughly(drawing)
    cards = {node.id: number for number, node in enumerate(drawing.nodes)}
    wires = wires_of(drawing.arrows, cards)
    for _ in range(SEARCHES):
        courses = courses_of(wires, room_of(drawing))
        drawing, result = _apart(drawing, wires, courses)
        if not _is_through(wires, result.courses, room_of(drawing)):
            break
    return replace(drawing, arrows=tuple(_routed(drawing.arrows, result)))


def room_of(drawing: Drawing) -> PageRoom:
    """Return what stands in the way of wires."""
    titles = (it.title_box for it in drawing.groups if it.title_width)
    return PageRoom(tuple(node.box for node in drawing.nodes), tuple(titles))


def _apart(
    drawing: Drawing, wires: Sequence[WantedWire], courses: Sequence[Course]
) -> tuple[Drawing, Nudged]:
    """Move wires apart, and cards where there is too little room for them."""
    room, tags = room_of(drawing), tags_of(drawing.arrows, wires, courses)
    result = nudged(wires, courses, room, tags)
    for _ in range(WIDENINGS):
        widening = widening_of(result, room.cards)
        if widening is None:
            break
        pulled = widening.courses(wires, courses, room.cards)
        drawing = widening.drawing(drawing)
        room = room_of(drawing)
        courses = reattached(wires, pulled, room.cards)
        result = nudged(wires, courses, room, tags)
    return drawing, _smoothed(drawing, wires, courses, result)


def _smoothed(
    drawing: Drawing,
    wires: Sequence[WantedWire],
    courses: Sequence[Course],
    result: Nudged,
) -> Nudged:
    """Take small steps out of wires, where that brings nothing worse."""
    if not has_steps(result.courses):
        return result
    straighter = without_steps(courses, result.courses)
    tags, room = tags_of(drawing.arrows, wires, straighter), room_of(drawing)
    again = nudged(wires, straighter, room, tags)
    is_worse = not again.has_room or _is_through(wires, again.courses, room)
    return result if is_worse else again


def _is_through(
    wires: Sequence[WantedWire], courses: Sequence[Course], room: PageRoom
) -> bool:
    """Whether a wire runs through a card that is neither its source nor its target."""
    return any(
        enters(course, card)
        for wire, course in zip(wires, courses, strict=True)
        for number, card in enumerate(room.cards)
        if number not in (wire.source, wire.target)
    )


def _routed(arrows: Sequence[Arrow], result: Nudged) -> Iterator[Arrow]:
    """Give the arrows with routes; of those that run as one, one has a label."""
    for number, (arrow, course) in enumerate(zip(arrows, result.courses, strict=True)):
        box = result.labels.get(number)
        label = ArrowLabel(arrow.text, box) if box else None
        mate = bool(arrow.text) and not box
        yield replace(arrow, route=points_of(course), label=label, is_mate=mate)
