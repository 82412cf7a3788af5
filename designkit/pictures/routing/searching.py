"""Finds the cheapest way of a wire: short, with few turns and few crossings (A*)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from heapq import heappop, heappush

from designkit.errors import LayoutError
from designkit.pictures.routing.grid import DOWN, FREE, LANE, LEFT, RIGHT, UP, Grid
from designkit.pictures.routing.traffic import Traffic, Way
from designkit.pictures.routing.wires import WantedWire

TURN, CROSSING, BESIDE, AT_TURN = 70.0, 60.0, 5.0, 18.0
"""Pixels of length that a turn, a crossing, a neighbour and a corner are worth."""

JOINED = 0.5
"""What the trunk of one's own bundle costs, of what another way does."""

CROWDED = 120.0
"""Pixels that a step costs on which there is no room for a further wire."""

TAKEN, FULL = 12.0, 400.0
"""Pixels that each wire at a side of a card costs, and a side that is full."""

AGAINST, ASIDE = 60.0, 18.0
"""Pixels that it costs to leave a card to the left, or upwards and downwards."""

GREEDY, CAREFUL = 1.2, 1.0
"""How much of what is left counts; above 1 it is found sooner and may cost more."""

TURNS = (
    ((0, 0, 0, 0), (0, TURN, 3 * TURN, TURN), (3 * TURN, TURN, 0, TURN)),
    (
        (TURN, 0, TURN, 3 * TURN),
        (TURN, TURN, 2 * TURN, 2 * TURN),
        (2 * TURN, TURN, TURN, 2 * TURN),
    ),
    (
        (TURN, 3 * TURN, TURN, 0),
        (TURN, 2 * TURN, 2 * TURN, TURN),
        (2 * TURN, 2 * TURN, TURN, TURN),
    ),
)
"""What the fewest turns to a place cost, by where it is: its row (here, below, above),
its column (here, right, left), and the way one goes: right, down, left, up."""

UNKNOWN = float("inf")


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds ways on a grid, with the room that each side of a card has for wires."""

    grid: Grid
    traffic: Traffic
    room: Mapping[tuple[int, int], float]
    left: dict[tuple[int, float], "_Left"] = field(default_factory=dict)

    def way_of(self, wire: WantedWire) -> Way:
        """Return the cheapest way.

        Raises:
            LayoutError: there is none.
        """
        grid, traffic, source, target = (
            self.grid,
            self.traffic,
            wire.source,
            wire.target,
        )
        goals = frozenset(grid.doors[target])
        steps, inside, room = grid.steps, grid.inside, grid.room
        level, upright = traffic.level, traffic.upright
        turning, edges = traffic.turning, traffic.edges
        own = traffic.own[wire.bundle]
        joined, own_level, own_upright, own_turning = traffic.own_ways(wire.bundle)
        leaving = [self._side(source, side, wire, out=True) for side in range(4)]
        coming = [self._side(target, side, wire, out=False) for side in range(4)]
        passed = (FREE, source, target)
        left = self._left(target, CAREFUL if own else GREEDY)
        best: dict[int, float] = {}
        came: dict[int, int] = {}
        heap: list[tuple[float, float, int, int]] = []
        for number, door in enumerate(grid.doors[source]):
            for way, place, length, _, owner in steps[door]:
                if owner in passed and (not number or way in (UP, DOWN)):
                    state = place * 4 + way
                    best[state] = length + leaving[way]
                    heappush(heap, (best[state], best[state], state, ~door))
        while heap:
            _, cost, state, before = heappop(heap)
            if state in came:
                continue
            came[state] = before
            place, heading = state >> 2, state & 3
            if place in goals:
                return _back(came, state)
            here, back = inside[place], heading ^ 2
            is_out = here != source and here != target
            if heading in (RIGHT, LEFT):
                across = upright[place] - (place in own_upright)
            else:
                across = level[place] - (place in own_level)
            crossed = CROSSING * across
            cornered = AT_TURN * (turning[place] - (place in own_turning))
            for way, other, length, edge, owner in steps[place]:
                if way == back or (owner >= 0 and owner not in (source, target)):
                    continue
                if other * 4 + way in came:
                    continue
                turns, there = way != heading, inside[other]
                if is_out:
                    if there == source:
                        continue
                elif (
                    turns
                    or (here == target and there != target)
                    or (there == source and here != source)
                ):
                    continue
                if joined and 2 * edge + (way <= DOWN) in joined:
                    total = cost + (length + TURN * turns) * JOINED
                else:
                    beside = edges[edge]
                    total = cost + length + BESIDE * beside + cornered
                    total += TURN if turns else crossed
                    if beside >= room[edge]:
                        total += CROWDED
                if other in goals:
                    total += coming[way ^ 2]
                following = other * 4 + way
                if total >= best.get(following, UNKNOWN) or following in came:
                    continue
                best[following] = total
                heappush(heap, (total + left[following], total, following, state))
        raise LayoutError("a wire has no way between its cards")

    def _left(self, target: int, greed: float) -> "_Left":
        """Return what is left to a card from each place, in each direction."""
        known = self.left.get((target, greed))
        if known is None:
            known = self.left[target, greed] = _Left(self.grid, target, greed)
        return known

    def _side(self, card: int, side: int, wire: WantedWire, *, out: bool) -> float:
        """Return what it costs to leave a card, or to come to it, at a side."""
        sides = self.traffic.sides
        same, back = sides[card, side, out], sides[card, side, not out]
        taken = same + back + (LANE if back else 0.0)
        full = FULL if taken + LANE > self.room[card, side] else 0.0
        return TAKEN * taken / LANE + full + _against(side, wire, out=out)


class _Left(dict[int, float]):
    """What is left to a card, by place and direction; found when it is asked for.

    A search comes to few of the places of a page.
    """

    def __init__(self, grid: Grid, target: int, greed: float) -> None:
        points = [grid.point(door) for door in grid.doors[target]]
        goal_y, low, high = points[0][1], min(points)[0], max(points)[0]
        across = ((x, min(max(x, low), high)) for x in grid.xs)
        self.columns = [(abs(to - x) * greed, _side_of(to - x)) for x, to in across]
        self.rows = [(abs(y - goal_y) * greed, _side_of(goal_y - y)) for y in grid.ys]
        self.width = len(grid.xs)

    def __missing__(self, state: int) -> float:
        row, column = divmod(state >> 2, self.width)
        (down, below), (across, beside) = self.rows[row], self.columns[column]
        found = self[state] = down + across + TURNS[below][beside][state & 3]
        return found


def _against(side: int, wire: WantedWire, *, out: bool) -> float:
    """Return what it costs to go against the usual: in at the left, out at the right.

    What is looked up is read from below or above.
    """
    if wire.read:
        return 0.0 if side in (DOWN, UP) else ASIDE
    usual = RIGHT if out else LEFT
    if side == usual:
        return 0.0
    return ASIDE if side in (DOWN, UP) else AGAINST


def _side_of(distance: float) -> int:
    """Return 0 for what is here, 1 for what is right or below, 2 for the rest."""
    if abs(distance) <= 1:
        return 0
    return 1 if distance > 0 else 2


def _back(came: Mapping[int, int], state: int) -> Way:
    """Return the places from the start to `state`."""
    found = []
    while state >= 0:
        found.append(state >> 2)
        state = came[state]
    return (~state, *reversed(found))
