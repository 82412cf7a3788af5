"""The lines on which wires may run: the middle of each gap between cards."""

from collections.abc import Iterator, Sequence

from designkit.pictures.drawing import Box

FREE = 34.0
"""Pixels beside a card that is last in its row, to the line around it."""

FAR = 150.0
"""Pixels of a gap above which each of its cards has a line of its own."""

BESIDE = 60.0
"""Pixels that a card may lie past another and still be beside it."""

THROUGH = 16.0
"""Pixels between cards from which on a line leads through them from end to end."""

WIDE, DOOR = 140.0, 40.0
"""Width of a card from which on ways may begin and end beside its middle, and how far
from its corners that is, in pixels."""

APART, APART_FROM_CENTRE = 34.0, 12.0
"""Pixels between two lines; nearer ones are one. A centre is worth more."""


def level_lines(boxes: Sequence[Box]) -> tuple[float, ...]:
    """Return the heights at which wires may run level, from above to below."""
    return _lines([flipped(box) for box in boxes])


def upright_lines(boxes: Sequence[Box]) -> tuple[float, ...]:
    """Return the places at which wires may run upright, from left to right.

    A wide card has a line at each of its ends as well.
    """
    wide = [box for box in boxes if box.width >= WIDE]
    ends = [at for box in wide for at in (box.x + DOOR, box.right - DOOR)]
    return _lines(boxes, ends)


def _lines(boxes: Sequence[Box], ends: Sequence[float] = ()) -> tuple[float, ...]:
    fixed = {*(round(box.centre[0], 1) for box in boxes), *_through(boxes)}
    beside = (at for box in boxes for at in _beside(box, boxes))
    return tuple(_thinned(sorted({*fixed, *beside, *ends}), fixed))


def _through(boxes: Sequence[Box]) -> Iterator[float]:
    """Give the lines that pass between all cards, from end to end of the page."""
    ordered = sorted(boxes, key=lambda box: box.x)
    end = ordered[0].right if ordered else 0.0
    for box in ordered:
        if box.x - end >= THROUGH:
            yield round((end + box.x) / 2, 1)
        end = max(end, box.right)


def flipped(box: Box) -> Box:
    """Return the box with x and y changed for each other."""
    return Box(box.y, box.x, box.height, box.width)


def _beside(box: Box, boxes: Sequence[Box]) -> Iterator[float]:
    """Give the lines left and right of `box`."""
    near = [
        other
        for other in boxes
        if other.y < box.bottom + BESIDE and other.bottom > box.y - BESIDE
    ]
    before = [other.right for other in near if other.right <= box.x - 8]
    after = [other.x for other in near if other.x >= box.right + 8]
    left = max(before, default=box.x - 2 * FREE)
    right = min(after, default=box.right + 2 * FREE)
    is_near = box.x - left <= FAR
    yield round((left + box.x) / 2 if is_near else box.x - FREE, 1)
    is_near = right - box.right <= FAR
    yield round((right + box.right) / 2 if is_near else box.right + FREE, 1)


def _thinned(lines: Sequence[float], centres: set[float]) -> Iterator[float]:
    """Leave out lines that lie close to another, but for centres of cards."""
    kept: float | None = None
    for line in lines:
        if kept is None:
            kept = line
            continue
        is_centre, was_centre = line in centres, kept in centres
        room = APART_FROM_CENTRE if is_centre or was_centre else APART
        if line - kept >= room or (is_centre and was_centre):
            yield kept
            kept = line
        elif is_centre:
            kept = line
    if kept is not None:
        yield kept
