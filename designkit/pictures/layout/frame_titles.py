"""Moves the titles of frames along their lower sides to where no wire runs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from designkit.pictures.drawing import Box, Drawing, Group

STEP, ROOM = 6.0, 7.0
"""Pixels: from one place that is tried to the next, and between title and wires."""


def place_frame_titles(drawing: Drawing) -> Drawing:
    """Give the title of each frame the first place that no wire crosses, if any."""
    if not any(group.is_frame for group in drawing.groups):
        return drawing
    wires = [
        _around(*ends) for arrow in drawing.arrows for ends in pairwise(arrow.route)
    ]
    groups = tuple(_placed(it, wires) if it.is_frame else it for it in drawing.groups)
    return replace(drawing, groups=groups)


def _placed(frame: Group, wires: Sequence[Box]) -> Group:
    tried = (replace(frame, title_shift=shift) for shift in _shifts(frame))
    free = (it for it in tried if not any(map(it.title_box.overlaps, wires)))
    return next(free, frame)


def _shifts(frame: Group) -> Iterator[float]:
    room = frame.box.right - frame.title_box.right - STEP
    return (step * STEP for step in range(int(max(0.0, room) // STEP) + 1))


def _around(start: tuple[float, float], end: tuple[float, float]) -> Box:
    left, right = sorted((start[0], end[0]))
    top, bottom = sorted((start[1], end[1]))
    return Box(left, top, right - left, bottom - top).grown(ROOM)
