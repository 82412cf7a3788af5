"""Moves the stretches of wires apart that found their ways on the same lines."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from designkit.pictures.drawing import Box
from designkit.pictures.routing.bounds import growths, line_of, shortages
from designkit.pictures.routing.movables import Key, Movable, movables_of
from designkit.pictures.routing.ordering import gaps_of
from designkit.pictures.routing.room import BESIDE, PageRoom, Tag
from designkit.pictures.routing.separation import spread
from designkit.pictures.routing.stretches import Course, WireStretch
from designkit.pictures.routing.wires import WantedWire

Short = tuple[tuple[float, float], ...]
"""Where a page has too little room, and how many pixels are missing there."""


@dataclass(frozen=True, slots=True)
class Nudged:
    """Courses that are apart, labels by wire, and where there is too little room.

    Cards, by number, are too narrow or too low for the wires that meet them.
    """

    courses: tuple[Course, ...]
    labels: Mapping[int, Box]
    wide: Short
    high: Short
    narrow: Mapping[int, float]
    low: Mapping[int, float]

    @property
    def has_room(self) -> bool:
        """Whether all that is drawn has the room that it needs."""
        return not (self.wide or self.high or self.narrow or self.low)


def nudged(
    wires: Sequence[WantedWire],
    courses: Sequence[Course],
    room: PageRoom,
    tags: Sequence[Tag] = (),
) -> Nudged:
    """Return the courses with parallel stretches apart, and room for their labels."""
    known = {tag.wire: tag for tag in tags}
    across = _solve(wires, courses, tuple(courses), room, known, {}, upright=True)
    down = _solve(
        wires,
        courses,
        across.courses,
        room.flipped(),
        known,
        across.labels,
        upright=False,
    )
    middles = {**across.labels, **down.labels}
    labels = {
        tag.wire: _label_box(tag, down.courses[tag.wire][tag.at], middles[tag.wire])
        for tag in tags
    }
    return Nudged(
        down.courses, labels, across.short, down.short, across.small, down.small
    )


def _label_box(tag: Tag, stretch: WireStretch, middle: float) -> Box:
    size = tag.width if stretch.upright else tag.height
    is_before = tag.other_side is stretch.upright
    beside = stretch.at - BESIDE - size if is_before else stretch.at + BESIDE
    if stretch.upright:
        return Box(beside, middle - tag.height / 2, tag.width, tag.height)
    return Box(middle - tag.width / 2, beside, tag.width, tag.height)


@dataclass(frozen=True, slots=True)
class _Solved:
    """Courses whose stretches of one direction are apart, with middles of labels."""

    courses: tuple[Course, ...]
    labels: Mapping[int, float]
    short: Short
    small: Mapping[int, float]


def _solve(
    wires: Sequence[WantedWire],
    found: Sequence[Course],
    now: tuple[Course, ...],
    room: PageRoom,
    tags: Mapping[int, Tag],
    along: Mapping[int, float],
    *,
    upright: bool,
) -> _Solved:
    """Move stretches of one direction, and the labels of those of the other."""
    movables = tuple(movables_of(wires, now, room, tags, along, upright=upright))
    heads = _joined(movables, wires, found)
    groups = defaultdict[Key, list[Movable]](list)
    for it in movables:
        groups[heads[it.key]].append(it)
    lines = {head: line_of(members, room) for head, members in groups.items()}
    number = {head: at for at, head in enumerate(lines)}
    gaps = {
        (number[one], number[other]): gap
        for (one, other), gap in gaps_of(movables, heads, lines, found).items()
    }
    ordered = tuple(lines.values())
    result, members = spread(ordered, gaps), tuple(groups.values())
    places = {it.key: result.places[number[heads[it.key]]] for it in movables}
    return _Solved(
        tuple(_moved(at, course, places) for at, course in enumerate(now)),
        {it.key[0]: places[it.key] for it in movables if it.is_label},
        tuple(shortages(result, members, ordered, room)),
        growths(result, members, ordered, room),
    )


def _joined(
    movables: Sequence[Movable], wires: Sequence[WantedWire], found: Sequence[Course]
) -> Mapping[Key, Key]:
    """Return the first stretch of each trunk, for each of its stretches."""
    head = {it.key: it.key for it in movables}

    def find(key: Key) -> Key:
        while head[key] != key:
            key = head[key]
        return key

    same = defaultdict[tuple[int, float], list[Key]](list)
    for it in movables:
        if not it.is_label:
            wire, at = it.key
            same[wires[wire].bundle, found[wire][at].at].append(it.key)
    for group in same.values():
        for one, other in combinations(group, 2):
            if _run_as_one(found[one[0]][one[1]], found[other[0]][other[1]]):
                first, second = sorted((find(one), find(other)))
                head[second] = first
    return {key: find(key) for key in head}


def _run_as_one(one: WireStretch, other: WireStretch) -> bool:
    """Whether two stretches of one line lie on each other, and go the same way."""
    is_common = min(one.high, other.high) - max(one.low, other.low) > 1
    return is_common and one.forward == other.forward


def _moved(number: int, course: Course, places: Mapping[Key, float]) -> Course:
    """Return a course with its stretches at new places, each from one to the next."""
    at = [places.get((number, n), stretch.at) for n, stretch in enumerate(course)]
    last = len(course) - 1
    return tuple(
        replace(
            stretch,
            at=at[n],
            start=at[n - 1] if n else stretch.start,
            end=at[n + 1] if n < last else stretch.end,
        )
        for n, stretch in enumerate(course)
    )
