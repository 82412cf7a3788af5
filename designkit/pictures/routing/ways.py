"""Finds the courses of the wires of a page: straight if they can be, else cheapest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from designkit.pictures.drawing import Box
from designkit.pictures.routing.grid import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Grid,
    grid_of,
    nearest,
)
from designkit.pictures.routing.room import CORNER, GAP, PageRoom
from designkit.pictures.routing.searching import TURN, Finder
from designkit.pictures.routing.straight import Facing
from designkit.pictures.routing.stretches import Course, WireStretch, course_of
from designkit.pictures.routing.traffic import Traffic, Way, edges_of, empty
from designkit.pictures.routing.wires import WantedWire

LABELLED = 29.0
"""Pixels that a level wire takes with a label above it."""

LOOP = 20.0
"""Pixels that the way from a card to itself keeps from its corner."""

MANY = 150
"""Wires of a page above which their ways are looked for once."""

MOST_TURNS = 3
"""Turns of a way above which another is looked for."""

WINDING, DEAR = 4, 110.0
"""Turns of a way above which at last one is looked for that turns less: what each turn
is worth then, in pixels."""


def courses_of(wires: Sequence[WantedWire], room: PageRoom) -> list[Course]:
    """Return the course of each wire; parallel ones may still lie on one line."""
    grid = grid_of(room.cards, room.titles)
    traffic = empty(len(grid.xs), len(grid.inside), len(grid.edges))
    return _Search(grid, room.cards, traffic).courses(wires, room)


@dataclass(frozen=True, slots=True)
class _Search:
    """A page on which ways are looked for, with those that are found."""

    grid: Grid
    cards: tuple[Box, ...]
    traffic: Traffic

    def courses(self, wires: Sequence[WantedWire], room: PageRoom) -> list[Course]:
        straight: dict[int, Course] = {}
        for wire, line in Facing(self.cards, room.titles).lines(wires):
            straight[wire.number] = (line,)
            self._mark(wire, line)
        for wire in wires:
            if wire.source == wire.target:
                straight[wire.number] = _loop(self.cards[wire.source])
        ways = self._ways([it for it in wires if it.number not in straight])
        return [
            straight.get(wire.number) or self._course(wire, ways[wire.number])
            for wire in wires
        ]

    def _mark(self, wire: WantedWire, line: WireStretch) -> None:
        """Put a straight wire on record, so that others see that they cross it."""
        grid, width = self.grid, len(self.grid.xs)
        along, across = (grid.ys, grid.xs) if line.upright else (grid.xs, grid.ys)
        at = nearest(across, line.at)
        table = self.traffic.upright if line.upright else self.traffic.level
        for number, value in enumerate(along):
            if line.low < value < line.high:
                table[number * width + at if line.upright else at * width + number] += 1
        ahead = _heading(line)
        room = GAP if line.upright or not wire.labelled else LABELLED
        self.traffic.dock(wire.source, ahead, 1, out=True, width=room)
        self.traffic.dock(wire.target, ahead ^ 2, 1, out=False, width=room)

    def _ways(self, wires: Sequence[WantedWire]) -> Mapping[int, Way]:
        """Return the ways of wires: strong ones first, and short ones before long."""
        finder = Finder(self.grid, self.traffic, _sides(self.cards))
        ways = dict[int, Way]()
        todo = sorted(wires, key=lambda it: (not it.strong, self._far(it), it.number))
        for wire in todo:
            self._renew(wire, ways, finder)
        if len(wires) <= MANY:
            for wire in todo:
                way = ways[wire.number]
                if self.traffic.crosses(way) or _turns(way) > MOST_TURNS:
                    self._renew(wire, ways, finder)
            for wire in todo:
                if _turns(ways[wire.number]) > WINDING:
                    self._renew(wire, ways, finder, DEAR)
        return ways

    def _renew(
        self,
        wire: WantedWire,
        ways: dict[int, Way],
        finder: Finder,
        turn: float = TURN,
    ) -> None:
        """Look for the way of a wire, where all others are on record."""
        edge, old = self.grid.edges, ways.get(wire.number)
        if old:
            self.traffic.add(wire, old, edges_of(old, edge), -1)
        way = ways[wire.number] = finder.way_of(wire, turn)
        self.traffic.add(wire, way, edges_of(way, edge), 1)

    def _far(self, wire: WantedWire) -> float:
        (x, y), (other_x, other_y) = (
            self.cards[end].centre for end in (wire.source, wire.target)
        )
        return abs(x - other_x) + abs(y - other_y)

    def _course(self, wire: WantedWire, way: Way) -> Course:
        points = [self.grid.point(place) for place in way]
        return course_of(points, self.cards[wire.source], self.cards[wire.target])


def _loop(card: Box) -> Course:
    """Return the way from a card to itself: out at the right, and in from above."""
    y, right, top = card.y + LOOP, card.right + LOOP, card.y - LOOP
    x = card.right - LOOP
    return (
        WireStretch(False, y, card.right, right),
        WireStretch(True, right, y, top),
        WireStretch(False, top, right, x),
        WireStretch(True, x, top, card.y),
    )


def _heading(line: WireStretch) -> int:
    if line.upright:
        return DOWN if line.forward else UP
    return RIGHT if line.forward else LEFT


def _sides(cards: Sequence[Box]) -> dict[tuple[int, int], float]:
    """Return the pixels that wires may take at each side of each card."""
    return {
        (number, side): (box.height if side in (RIGHT, LEFT) else box.width)
        - 2 * CORNER
        + GAP
        for number, box in enumerate(cards)
        for side in range(4)
    }


def _turns(way: Way) -> int:
    steps = [abs(after - before) == 1 for before, after in pairwise(way)]
    return sum(one != other for one, other in pairwise(steps))
