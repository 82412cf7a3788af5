"""Routes for pictures too large to look for ways in: plain, fast, square.

A wire leaves its card to the side, follows the gutter beside the column to the next
free strip between rows of cards, runs along it, and comes in through the gutter beside
its target. Where it has to cross another row it may pass behind a card.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from operator import itemgetter

from designkit.pictures.drawing import Arrow, Box, Drawing, Point

STEP, LANES, GUTTER = 5.0, 9, 12.0

Strip = tuple[float, float]
"""Top and bottom of a stretch of the page that no card stands in."""


def route_roughly(drawing: Drawing) -> Drawing:
    """Give every arrow of a pinned `drawing` a route; grows linearly with it."""
    boxes = {node.id: node.box for node in drawing.nodes}
    strips = free_strips(tuple(boxes.values()))
    arrows = tuple(
        replace(arrow, route=_route(arrow, boxes, strips, index % LANES))
        for index, arrow in enumerate(drawing.arrows)
    )
    return replace(drawing, arrows=arrows)


def free_strips(boxes: Sequence[Box]) -> tuple[Strip, ...]:
    """Return the stretches of height that no box stands in, from above to below."""
    busy: list[Strip] = []
    for box in sorted(boxes, key=lambda box: box.y):
        if busy and box.y <= busy[-1][1]:
            busy[-1] = busy[-1][0], max(busy[-1][1], box.bottom)
        else:
            busy.append((box.y, box.bottom))
    inner = [(above[1], below[0]) for above, below in pairwise(busy)]
    return ((busy[0][0] - 120, busy[0][0]), *inner, (busy[-1][1], busy[-1][1] + 120))


def _route(
    arrow: Arrow, boxes: dict[str, Box], strips: Sequence[Strip], lane: int
) -> tuple[Point, ...]:
    source, target = boxes[arrow.source], boxes[arrow.target]
    shift = GUTTER + lane * STEP
    leave, enter = source.right + shift, target.x - shift
    from_y, to_y = source.centre[1], target.centre[1]
    if 0 < target.x - source.right < 160:
        middle = (source.right + target.x) / 2
        return (
            (source.right, from_y),
            (middle, from_y),
            (middle, to_y),
            (target.x, to_y),
        )
    along = _level(from_y, to_y, strips, lane)
    return (
        (source.right, from_y),
        (leave, from_y),
        (leave, along),
        (enter, along),
        (enter, to_y),
        (target.x, to_y),
    )


def _level(start: float, end: float, strips: Sequence[Strip], lane: int) -> float:
    """Return the height of the free strip next to the start, on the way to the end."""
    if end >= start:
        top, bottom = strips[bisect_left(strips, start, key=itemgetter(0))]
    else:
        top, bottom = strips[bisect_right(strips, start, key=itemgetter(1)) - 1]
    return top + (bottom - top) * (lane + 1) / (LANES + 1)
