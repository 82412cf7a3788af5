"""Says where on its way each label stands: one for those that run as one line."""

from collections.abc import Iterator, Sequence

from designkit.pictures.drawing import Arrow
from designkit.pictures.layout.labels import label_size
from designkit.pictures.routing.nudging import Tag
from designkit.pictures.routing.stretches import Course, Stretch
from designkit.pictures.routing.wires import Wire

SHARED = 40.0
"""Pixels that wires run as one line from which they have one label."""


def tags_of(
    arrows: Sequence[Arrow], wires: Sequence[Wire], courses: Sequence[Course]
) -> tuple[Tag, ...]:
    """Return the labels that wires carry: one for those that run as one line."""
    return tuple(_tags(arrows, wires, courses))


def _tags(
    arrows: Sequence[Arrow], wires: Sequence[Wire], courses: Sequence[Course]
) -> Iterator[Tag]:
    for wire, course in zip(wires, courses, strict=True):
        arrow = arrows[wire.number]
        shared = _shared(wire, course, wires, courses)
        if not arrow.text or (shared and shared[1] < wire.number):
            continue
        width, height = label_size(arrow.text)
        at = shared[0] if shared else _roomiest(course, width)
        yield Tag(wire.number, at, width, height)


def _shared(
    wire: Wire, course: Course, wires: Sequence[Wire], courses: Sequence[Course]
) -> tuple[int, int] | None:
    """Return the longest stretch that is also another's, and the first such wire."""
    runs = [
        (_common(stretch, other), at, mate.number)
        for mate in wires
        if mate.bundle == wire.bundle and mate.number != wire.number
        for at, stretch in enumerate(course)
        for other in courses[mate.number]
    ]
    long = [run for run in runs if run[0] > SHARED]
    if not long:
        return None
    return max(long)[1], min(run[2] for run in long)


def _common(one: Stretch, other: Stretch) -> float:
    if one.upright != other.upright or one.at != other.at:
        return 0.0
    return min(one.high, other.high) - max(one.low, other.low)


def _roomiest(course: Course, width: float) -> int:
    """Return the stretch at which a label of a `width` has most room."""
    return max(
        range(len(course)),
        key=lambda at: (
            not course[at].upright and course[at].high - course[at].low > width + 12,
            course[at].high - course[at].low,
        ),
    )
