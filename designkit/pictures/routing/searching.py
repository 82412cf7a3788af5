"""Finds the cheapest way of a wire: short, with few turns and few crossings (A*)."""

from collections.abc import Mapping
from dataclasses import dataclass
from heapq import heappop, heappush

from designkit.errors import LayoutError
from designkit.pictures.routing.grid import DOWN, FREE, LANE, LEFT, RIGHT, UP, Grid
from designkit.pictures.routing.traffic import Traffic, Way
from designkit.pictures.routing.wires import Wire

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

UNKNOWN = float("inf")


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds ways on a grid, with the room that each side of a card has for wires."""

    grid: Grid
    traffic: Traffic
    room: Mapping[tuple[int, int], float]

    def way_of(self, wire: Wire) -> Way:
        """Return the cheapest way.

        Raises:
            LayoutError: there is none.
        """
        grid, traffic = self.grid, self.traffic
        xs, ys, width = grid.xs, grid.ys, len(grid.xs)
        source, target = wire.source, wire.target
        start, goal = grid.home[source], grid.home[target]
        goal_x, goal_y = xs[goal % width], ys[goal // width]
        level, upright = traffic.level, traffic.upright
        turning, edges = traffic.turning, traffic.edges
        own = traffic.own[wire.bundle]
        leaving = [self._side(source, side, wire, out=True) for side in range(4)]
        coming = [self._side(target, side, wire, out=False) for side in range(4)]
        least = 0.9 if own else 1.2
        best: dict[int, float] = {}
        came: dict[int, int] = {}
        heap: list[tuple[float, float, int, int]] = []
        for way, place, length, _edge, owner in grid.steps[start]:
            if owner in (FREE, source, target):
                state = place * 4 + way
                best[state] = length + leaving[way]
                heappush(heap, (best[state], best[state], state, -1))
        inside, room = grid.inside, grid.room
        while heap:
            _, cost, state, before = heappop(heap)
            if state in came:
                continue
            came[state] = before
            place, heading = state >> 2, state & 3
            if place == goal:
                return _back(came, state, start)
            is_level = heading in (RIGHT, LEFT)
            across = upright[place] if is_level else level[place]
            corners = turning[place]
            if own:
                across -= bool(own.get(("upright" if is_level else "level", place)))
                corners -= bool(own.get(("turning", place)))
            may_turn = inside[place] not in (source, target)
            for way, other, length, edge, owner in grid.steps[place]:
                if way == heading ^ 2 or (
                    owner != FREE and owner != source and owner != target
                ):
                    continue
                if inside[other] == source != inside[place]:
                    continue
                if inside[place] == target != inside[other]:
                    continue
                joined = own and own.get(("edges", edge), 0) > 0
                if joined:
                    total = cost + length * JOINED
                    if way != heading:
                        if not may_turn:
                            continue
                        total += TURN * JOINED
                else:
                    total = cost + length + BESIDE * edges[edge] + AT_TURN * corners
                    if edges[edge] >= room[edge]:
                        total += CROWDED
                    if way != heading:
                        if not may_turn:
                            continue
                        total += TURN
                    else:
                        total += CROSSING * across
                if other == goal:
                    total += coming[way ^ 2]
                following = other * 4 + way
                if following in came or total >= best.get(following, UNKNOWN):
                    continue
                best[following] = total
                dx, dy = (
                    abs(xs[other % width] - goal_x),
                    abs(ys[other // width] - goal_y),
                )
                rest = dx + dy
                if (dx > 1 and (dy > 1 or way in (DOWN, UP))) or (
                    dy > 1 and way in (RIGHT, LEFT)
                ):
                    rest += TURN
                heappush(heap, (total + rest * least, total, following, state))
        raise LayoutError("a wire has no way between its cards")

    def _side(self, card: int, side: int, wire: Wire, *, out: bool) -> float:
        """Return what it costs to leave a card, or to come to it, at a side."""
        sides = self.traffic.sides
        same, back = sides[card, side, out], sides[card, side, not out]
        taken = same + back + (LANE if back else 0.0)
        full = FULL if taken + LANE > self.room[card, side] else 0.0
        return TAKEN * taken / LANE + full + _against(side, wire, out=out)


def _against(side: int, wire: Wire, *, out: bool) -> float:
    """Return what it costs to go against the usual: in at the left, out at the right.

    What is looked up is read from below or above.
    """
    if wire.read:
        return 0.0 if side in (DOWN, UP) else ASIDE
    usual = RIGHT if out else LEFT
    if side == usual:
        return 0.0
    return ASIDE if side in (DOWN, UP) else AGAINST


def _back(came: Mapping[int, int], state: int, start: int) -> Way:
    """Return the places from the start to `state`."""
    found = []
    while state >= 0:
        found.append(state >> 2)
        state = came[state]
    return (start, *reversed(found))
