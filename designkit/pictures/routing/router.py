"""Gives every arrow of a placed drawing its route."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from designkit.pictures.drawing import Arrow, ArrowLabel, Box, Drawing, Node, Point
from designkit.pictures.layout.labels import label_size
from designkit.pictures.routing.grid import DOWN, LEFT, RIGHT, UP, Grid, grid_of
from designkit.pictures.routing.nudging import CLEAR, CORNER, GAP, Room, Tag, nudged
from designkit.pictures.routing.searching import Finder
from designkit.pictures.routing.stretches import Course, Stretch, attached, course_of, points_of
from designkit.pictures.routing.traffic import Traffic, Way, edges_of
from designkit.pictures.routing.wires import Wire, wires_of

ROUNDS, WIDENINGS = 2, 4
SHARED = 40.0
"""Pixels that wires run as one line from which they have one label."""

LABELLED = 29.0
"""Pixels that a level wire takes with a label above it."""

SHORTEST = 20.0
"""Pixels between two cards below which no wire goes straight from one to the other."""


def route(drawing: Drawing) -> Drawing:
    """Return `drawing` with routes; where wires need more room its cards move apart."""
    if not drawing.nodes or not drawing.arrows:
        return drawing
    boxes = {node.id: node.box for node in drawing.nodes}
    titles = tuple(
        g.title_box for g in drawing.groups if g.title_width and not g.is_frame
    )
    grid = grid_of(boxes, titles)
    wires = wires_of(drawing.arrows, dict(grid.cards))
    found = _Search(grid, tuple(boxes.values()), titles, wires).courses()
    return _apart(drawing, wires, found, Room(tuple(boxes.values()), titles))


def _apart(
    drawing: Drawing, wires: Sequence[Wire], courses: Sequence[Course], room: Room
) -> Drawing:
    """Move wires apart, and cards where there is too little room for them."""
    tags = _tags(drawing, wires, courses)
    result = nudged(wires, courses, room, tags)
    for _ in range(WIDENINGS):
        if not result.wide and not result.high:
            break
        wide, high = _cuts(result.wide), _cuts(result.high)
        room = Room(
            tuple(_wider(box, wide, high, keep=True) for box in room.cards),
            tuple(_wider(box, wide, high, keep=True) for box in room.titles),
        )
        courses = [_wider_course(course, wide, high) for course in courses]
        drawing = _wider_drawing(drawing, wide, high)
        courses = [
            attached(
                _still_facing(course, room.cards[wire.source], room.cards[wire.target]),
                room.cards[wire.source],
                room.cards[wire.target],
            )
            for wire, course in zip(wires, courses, strict=True)
        ]
        result = nudged(wires, courses, room, tags)
    arrows = (
        replace(
            arrow,
            route=points_of(course),
            label=_label(arrow, result.labels.get(number)),
            text=arrow.text if number in result.labels else "",
        )
        for number, (arrow, course) in enumerate(
            zip(drawing.arrows, result.courses, strict=True)
        )
    )
    return replace(drawing, arrows=tuple(arrows))


def _label(arrow: Arrow, box: Box | None) -> ArrowLabel | None:
    return box and ArrowLabel(arrow.text, box)


def _tags(
    drawing: Drawing, wires: Sequence[Wire], courses: Sequence[Course]
) -> list[Tag]:
    """Return the labels that wires carry: one for those that run as one line."""
    found = []
    for wire, course in zip(wires, courses, strict=True):
        arrow = drawing.arrows[wire.number]
        shared = _shared(wire, course, wires, courses)
        if not arrow.text or (shared and shared[1] < wire.number):
            continue
        width, height = label_size(arrow.text)
        at = shared[0] if shared else _roomiest(course, width)
        found.append(Tag(wire.number, at, width, height))
    return found


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


Cuts = tuple[tuple[float, float], ...]
"""Where the page is cut, and by how many pixels it is pulled apart there."""


def _cuts(short: Sequence[tuple[float, float]]) -> Cuts:
    """Return one cut for all that lacks room at nearly one place."""
    found: list[tuple[float, float]] = []
    for at, amount in sorted(short):
        if found and at - found[-1][0] < 40:
            found[-1] = found[-1][0], max(found[-1][1], amount)
        else:
            found.append((at, amount))
    return tuple((at, round(amount + 0.5)) for at, amount in found)


def _pulled(value: float, cuts: Cuts) -> float:
    return value + sum(amount for at, amount in cuts if value > at)


def _wider(box: Box, wide: Cuts, high: Cuts, *, keep: bool = False) -> Box:
    if keep:
        x, y = box.centre
        return box.moved(_pulled(x, wide) - x, _pulled(y, high) - y)
    x, y = _pulled(box.x, wide), _pulled(box.y, high)
    right, bottom = _pulled(box.right, wide), _pulled(box.bottom, high)
    return Box(x, y, right - x, bottom - y)


def _wider_course(course: Course, wide: Cuts, high: Cuts) -> Course:
    return tuple(
        Stretch(
            it.upright,
            _pulled(it.at, wide if it.upright else high),
            _pulled(it.start, high if it.upright else wide),
            _pulled(it.end, high if it.upright else wide),
        )
        for it in course
    )


def _still_facing(course: Course, source: Box, target: Box) -> Course:
    """Return a straight course with a step in it, if its cards were pulled apart."""
    if len(course) > 1:
        return course
    (line,) = course
    one, other = _across(source, line.upright), _across(target, line.upright)
    if max(one[0], other[0]) + CORNER <= min(one[1], other[1]) - CORNER:
        return course
    middle = (line.start + line.end) / 2
    before, after = (one[0] + one[1]) / 2, (other[0] + other[1]) / 2
    return (
        Stretch(line.upright, before, line.start, middle),
        Stretch(not line.upright, middle, before, after),
        Stretch(line.upright, after, middle, line.end),
    )


def _wider_drawing(drawing: Drawing, wide: Cuts, high: Cuts) -> Drawing:
    return replace(
        drawing,
        nodes=tuple(_wider_node(node, wide, high) for node in drawing.nodes),
        groups=tuple(
            replace(group, box=_wider(group.box, wide, high))
            for group in drawing.groups
        ),
    )


def _wider_node(node: Node, wide: Cuts, high: Cuts) -> Node:
    box = _wider(node.box, wide, high, keep=True)
    return node.at(box.x, box.y)


@dataclass(frozen=True, slots=True)
class _Search:
    """Ways for all wires of a page."""

    grid: Grid
    boxes: tuple[Box, ...]
    titles: tuple[Box, ...]
    wires: tuple[Wire, ...]

    def courses(self) -> list[Course]:
        """Return the course of each wire: straight where it can be, else the cheapest."""
        traffic = self._traffic()
        straight = self._straight(traffic)
        ways = self._ways(traffic, straight)
        return [
            straight.get(wire.number) or self._course(wire, ways[wire.number])
            for wire in self.wires
        ]

    def _traffic(self) -> Traffic:
        places = len(self.grid.inside)
        return Traffic(
            len(self.grid.xs),
            [0] * places,
            [0] * places,
            [0] * places,
            [0] * self.grid.edges,
        )

    def _straight(self, traffic: Traffic) -> dict[int, Course]:
        """Return the wires that need not turn, as many as there is room for."""
        found = dict[int, Course]()
        taken = dict[tuple[int, int], int]()
        for wire in self.wires:
            line = self._facing(wire)
            if line is None:
                continue
            stretch, room = line
            pair = min(wire.source, wire.target), max(wire.source, wire.target)
            if taken.get(pair, 0) * GAP > room:
                continue
            taken[pair] = taken.get(pair, 0) + 1
            found[wire.number] = (stretch,)
            self._mark(traffic, wire, stretch)
        return found

    def _facing(self, wire: Wire) -> tuple[Stretch, float] | None:
        """Return the straight line between two cards, and the room beside it."""
        one, other = self.boxes[wire.source], self.boxes[wire.target]
        for upright in (False, True):
            a, b = (_across(one, upright), _across(other, upright))
            low, high = max(a[0], b[0]) + CORNER, min(a[1], b[1]) - CORNER
            start, end = _along(one, upright), _along(other, upright)
            begin, stop = (start[1], end[0]) if start[1] < end[0] else (start[0], end[1])
            is_apart = start[1] < end[0] or end[1] < start[0]
            if high < low or not is_apart or abs(stop - begin) < SHORTEST:
                continue
            room = self._free(wire, upright, low, high, begin, stop)
            if room is not None:
                at = (room[0] + room[1]) / 2
                return Stretch(upright, at, begin, stop), room[1] - room[0]
        return None

    def _free(
        self,
        wire: Wire,
        upright: bool,
        low: float,
        high: float,
        begin: float,
        stop: float,
    ) -> tuple[float, float] | None:
        """Return between which places a line is free of other cards."""
        middle = (low + high) / 2
        first, last = min(begin, stop), max(begin, stop)
        others = (
            box
            for number, box in enumerate(self.boxes)
            if number not in (wire.source, wire.target)
        )
        for box in (*others, *self.titles):
            near, far = _along(box, upright)
            if near >= last or far <= first:
                continue
            top, bottom = _across(box, upright)
            if top - CLEAR < middle < bottom + CLEAR:
                return None
            if bottom + CLEAR <= middle:
                low = max(low, bottom + CLEAR)
            else:
                high = min(high, top - CLEAR)
        return low, high

    def _mark(self, traffic: Traffic, wire: Wire, line: Stretch) -> None:
        """Put a straight wire on record, so that others see that they cross it."""
        grid, width = self.grid, len(self.grid.xs)
        along, across = (grid.ys, grid.xs) if line.upright else (grid.xs, grid.ys)
        at = _nearest(across, line.at)
        table = traffic.upright if line.upright else traffic.level
        for number, value in enumerate(along):
            if line.low < value < line.high:
                table[number * width + at if line.upright else at * width + number] += 1
        ahead = (DOWN if line.forward else UP) if line.upright else (
            RIGHT if line.forward else LEFT
        )
        width = GAP if line.upright or not wire.labelled else LABELLED
        traffic.dock(wire.source, ahead, 1, out=True, width=width)
        traffic.dock(wire.target, ahead ^ 2, 1, out=False, width=width)

    def _ways(self, traffic: Traffic, straight: Mapping[int, Course]) -> dict[int, Way]:
        finder = Finder(self.grid, traffic, self._room())
        edge = {
            (min(place, step.place), max(place, step.place)): step.edge
            for place, steps in enumerate(self.grid.steps)
            for step in steps
        }
        ways = dict[int, Way]()
        todo = sorted(
            (wire for wire in self.wires if wire.number not in straight),
            key=lambda wire: (not wire.strong, self._distance(wire), wire.number),
        )
        for _ in range(ROUNDS):
            for wire in todo:
                old = ways.get(wire.number)
                if old:
                    if not (traffic.crosses(old) or _turns(old) > 3):
                        continue
                    traffic.add(wire, old, edges_of(old, edge), -1)
                way = finder.way_of(wire)
                if way is None:
                    raise RuntimeError("no way")
                ways[wire.number] = way
                traffic.add(wire, way, edges_of(way, edge), 1)
        return ways

    def _room(self) -> dict[tuple[int, int], float]:
        """Return the pixels that wires may take at each side of each card."""
        return {
            (number, side): (box.height if side in (RIGHT, LEFT) else box.width)
            - 2 * CORNER
            + GAP
            for number, box in enumerate(self.boxes)
            for side in range(4)
        }

    def _distance(self, wire: Wire) -> float:
        (x, y), (other_x, other_y) = (
            self.boxes[end].centre for end in (wire.source, wire.target)
        )
        return abs(x - other_x) + abs(y - other_y)

    def _course(self, wire: Wire, way: Way) -> Course:
        points: list[Point] = [self.grid.point(place) for place in way]
        return course_of(points, self.boxes[wire.source], self.boxes[wire.target])


def _turns(way: Way) -> int:
    steps = [abs(after - before) == 1 for before, after in pairwise(way)]
    return sum(one != other for one, other in pairwise(steps))


def _along(box: Box, upright: bool) -> tuple[float, float]:
    return (box.y, box.bottom) if upright else (box.x, box.right)


def _across(box: Box, upright: bool) -> tuple[float, float]:
    return _along(box, not upright)


def _nearest(values: Sequence[float], wanted: float) -> int:
    at = bisect_left(values, wanted)
    near = [number for number in (at - 1, at) if 0 <= number < len(values)]
    return min(near, key=lambda number: abs(values[number] - wanted))
