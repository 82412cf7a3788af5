"""Says where on its way each label stands: one for those that run as one line."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from designkit.pictures.drawing import Arrow
from designkit.pictures.lettering import label_size
from designkit.pictures.routing.room import Tag
from designkit.pictures.routing.stretches import Course, WireStretch
from designkit.pictures.routing.wires import WantedWire

SHARED = 40.0
"""Pixels that wires run as one line from which they have one label."""


def tags_of(
    arrows: Sequence[Arrow], wires: Sequence[WantedWire], courses: Sequence[Course]
) -> tuple[Tag, ...]:
    """Return the labels that wires carry: one for those that run as one line.

    What has none runs as one with a wire that has one.
    """
    found = dict[int, Tag]()
    mates = _mates(wires)
    for wire, course in zip(wires, courses, strict=True):
        text = arrows[wire.number].text
        runs = _runs(course, [courses[mate] for mate in mates[wire.bundle]])
        shared = {
            mate: at
            for mate, (length, at) in zip(mates[wire.bundle], runs, strict=True)
            if mate != wire.number and length > SHARED
        }
        if text and not any(mate in found for mate in shared):
            width, height = label_size(text)
            at = shared[min(shared)] if shared else _roomiest(course, width)
            aside = _has_twin(wire, wires, courses)
            found[wire.number] = Tag(wire.number, at, width, height, aside)
    return tuple(found.values())


def _has_twin(
    wire: WantedWire, wires: Sequence[WantedWire], courses: Sequence[Course]
) -> bool:
    """Whether another straight wire is where the label of one would stand.

    That is one to the right of an upright wire, and above a level one, between the same
    cards.
    """
    ends, (first, *more) = {wire.source, wire.target}, courses[wire.number]
    others = wires[wire.number + 1 :] if first.upright else wires[: wire.number]
    return not more and any(
        {other.source, other.target} == ends and len(courses[other.number]) == 1
        for other in others
    )


def _mates(wires: Sequence[WantedWire]) -> Mapping[int, list[int]]:
    found = defaultdict[int, list[int]](list)
    for wire in wires:
        found[wire.bundle].append(wire.number)
    return found


def _runs(course: Course, others: Sequence[Course]) -> list[tuple[float, int]]:
    """Return how long a course runs as one with each other, and at which stretch."""
    return [
        max(
            (_common(stretch, part), at)
            for at, stretch in enumerate(course)
            for part in other
        )
        for other in others
    ]


def _common(one: WireStretch, other: WireStretch) -> float:
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
