"""The straight stretches of a wire, and which of two beside each other lies first."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from designkit.pictures.drawing import Box, Point

LEFT_OF_TRAVEL, RIGHT_OF_TRAVEL = -1, 1
SAME = 0.5
"""Pixels within which two lines are one."""


@dataclass(frozen=True, slots=True)
class WireStretch:
    """A straight part of a wire, in the direction of travel.

    A level one lies at the height `at`, and an upright one `at` that x; it runs from
    `start` to `end` along the other axis.
    """

    upright: bool
    at: float
    start: float
    end: float

    @property
    def low(self) -> float:
        """The lesser end."""
        return min(self.start, self.end)

    @property
    def high(self) -> float:
        """The greater end."""
        return max(self.start, self.end)

    @property
    def forward(self) -> bool:
        """Whether it goes right or down."""
        return self.end > self.start

    def back(self) -> "WireStretch":
        """Return the same, the other way round."""
        return WireStretch(self.upright, self.at, self.end, self.start)


Course = tuple[WireStretch, ...]
"""The stretches of a wire, level and upright by turns."""


def along(box: Box, upright: bool) -> tuple[float, float]:
    """Return from where to where a card reaches, in the direction of a stretch."""
    return (box.y, box.bottom) if upright else (box.x, box.right)


def across(box: Box, upright: bool) -> tuple[float, float]:
    """Return from where to where a card reaches, across a stretch."""
    return along(box, not upright)


def enters(course: "Course", box: Box) -> bool:
    """Whether a course runs through the inside of a card."""
    left, right, top, bottom = box.x + 1, box.right - 1, box.y + 1, box.bottom - 1
    for it in course:
        low, high, near, far = (
            (top, bottom, left, right) if it.upright else (left, right, top, bottom)
        )
        if near < it.at < far and low < it.high and it.low < high:
            return True
    return False


def course_of(points: Sequence[Point], source: Box, target: Box) -> Course:
    """Return the stretches through `points`, from the border of a card to another's."""
    found: list[WireStretch] = []
    for (x, y), (next_x, next_y) in pairwise(points):
        upright = x == next_x
        at, start, end = (x, y, next_y) if upright else (y, x, next_x)
        if found and found[-1].upright == upright:
            found[-1] = WireStretch(upright, at, found[-1].start, end)
        else:
            found.append(WireStretch(upright, at, start, end))
    return attached(tuple(found), source, target)


def attached(course: Course, source: Box, target: Box) -> Course:
    """Return the course from the border of its source to that of its target."""
    first = _from_border(course[0], source)
    joined = (first, *course[1:])
    last = _from_border(joined[-1].back(), target).back()
    return (*joined[:-1], last)


def _from_border(stretch: WireStretch, box: Box) -> WireStretch:
    low, high = (box.y, box.bottom) if stretch.upright else (box.x, box.right)
    return WireStretch(
        stretch.upright, stretch.at, high if stretch.forward else low, stretch.end
    )


def points_of(course: Course) -> tuple[Point, ...]:
    """Return the corners of a course, with both of its ends."""
    first, last = course[0], course[-1]
    corners = [
        (after.at, before.at) if after.upright else (before.at, after.at)
        for before, after in pairwise(course)
    ]
    return (_point(first, first.start), *corners, _point(last, last.end))


def _point(stretch: WireStretch, along: float) -> Point:
    return (stretch.at, along) if stretch.upright else (along, stretch.at)


@dataclass(frozen=True, slots=True)
class BothWays:
    """A course, and the same the other way round."""

    there: Course
    back: Course

    @classmethod
    def of(cls, course: Course) -> "BothWays":
        """Return both ways of a course."""
        return cls(course, tuple(stretch.back() for stretch in reversed(course)))

    def turned(self) -> "BothWays":
        """Return them changed for each other."""
        return BothWays(self.back, self.there)


def first_of(one: BothWays, at: int, other: BothWays, by: int) -> int:
    """Say which of two stretches on one line lies first, to the left or above.

    -1 if that of `one`, 1 if that of `other`, 0 if it does not matter: by where the two
    ways part, before and after.
    """
    mine, last, where = one.there[at], len(other.there) - 1, by
    if mine.forward != other.there[by].forward:
        other, where = other.turned(), last - by
    ahead = _parted(one.there, at, other.there, where)
    behind = _parted(one.back, len(one.back) - 1 - at, other.back, last - where)
    side = (ahead - behind) or ahead
    if not side:
        return 0
    # of what goes right, the left of travel is above; of what goes down, it is right
    is_less = mine.forward != mine.upright
    return -1 if (side < 0) == is_less else 1


def _parted(one: Course, at: int, other: Course, by: int) -> int:
    """Say on which side of travel `one` is of `other`, by where they part."""
    while True:
        mine, theirs = one[at].end, other[by].end
        turn, their_turn = _turn(one, at), _turn(other, by)
        if abs(mine - theirs) > SAME:
            is_first = (mine < theirs) == one[at].forward
            return turn if is_first else -their_turn
        if not turn or not their_turn:
            return turn or -their_turn
        if turn != their_turn:
            return turn
        at, by = at + 1, by + 1


def _turn(course: Course, at: int) -> int:
    """Return to which side a way turns after a stretch; 0 where it ends."""
    if at + 1 == len(course):
        return 0
    now, then = course[at], course[at + 1]
    goes_left = (now.forward != then.forward) != now.upright
    return LEFT_OF_TRAVEL if goes_left else RIGHT_OF_TRAVEL
