"""Takes steps out of wires that are so small that they look like faults."""

from collections.abc import Sequence

from designkit.pictures.routing.stretches import Course, WireStretch

SMALL = 12.0
"""Pixels below which a step is taken out."""


def has_steps(courses: Sequence[Course]) -> bool:
    """Whether a wire has a small step."""
    return any(_step_of(course) for course in courses)


def without_steps(found: Sequence[Course], now: Sequence[Course]) -> list[Course]:
    """Return the courses that were `found`, without the small steps of `now`."""
    pairs = zip(found, now, strict=True)
    return [_smooth(course, _step_of(last)) for course, last in pairs]


def _step_of(course: Course) -> int:
    """Return which stretch of a course is a small step; 0 if none is."""
    for at in range(1, len(course) - 1):
        is_small = course[at].high - course[at].low < SMALL
        if is_small and course[at - 1].forward == course[at + 1].forward:
            return at
    return 0


def _smooth(course: Course, at: int) -> Course:
    if not at:
        return course
    before, after = course[at - 1], course[at + 1]
    place = after.at if at + 2 == len(course) else before.at
    line = WireStretch(before.upright, place, before.start, after.end)
    return (*course[: at - 1], line, *course[at + 2 :])
