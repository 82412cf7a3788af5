"""Finds the cheapest way of a wire: short, with few turns and few crossings (A*)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from heapq import heappop, heappush

from designkit.errors import LayoutError
from designkit.pictures.routing.ahead import Ahead, costs_ahead
from designkit.pictures.routing.grid import DOWN, FREE, LANE, LEFT, RIGHT, UP, Grid
from designkit.pictures.routing.room import CORNER, GAP
from designkit.pictures.routing.traffic import Traffic, Way
from designkit.pictures.routing.wires import WantedWire

TURN, CROSSING, BESIDE, AT_TURN = 85.0, 95.0, 5.0, 18.0
"""Pixels of length that a turn, a crossing, a neighbour and a corner are worth."""

JOINED = 0.5
"""What the trunk of one's own bundle costs, of what another way does."""

CROWDED = 120.0
"""Pixels that a step costs on which there is no room for a further wire."""

TAKEN, FULL = 12.0, 400.0
"""Pixels that each wire at a side of a card costs, and a side that is full."""

AGAINST, ASIDE, BACK = 60.0, 10.0, 20.0
"""Pixels that it costs to leave a card to the left, upwards and downwards, or to the
left where the other card is there."""

UNKNOWN = float("inf")


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds ways on a grid, with the room that each side of a card has for wires."""

    grid: Grid
    traffic: Traffic
    room: Mapping[tuple[int, int], float]
    ahead: dict[int, Ahead] = field(default_factory=dict)

    def way_of(self, wire: WantedWire, turn: float = TURN) -> Way:
        """Return the cheapest way, where a turn is worth so many pixels of length.

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
        joined, own_level, own_upright, own_turning = traffic.own_ways(wire.bundle)
        leaving = [self._side(source, side, wire, out=True) for side in range(4)]
        coming = [self._side(target, side, wire, out=False) for side in range(4)]
        passed = (FREE, source, target)
        ahead, costs = self._ahead(target), costs_ahead(coming, turn)
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
                    total = cost + (length + turn * turns) * JOINED
                else:
                    beside = edges[edge]
                    total = cost + length + BESIDE * beside + cornered
                    total += turn if turns else crossed
                    if beside >= room[edge]:
                        total += CROWDED
                following = other * 4 + way
                if total >= best.get(following, UNKNOWN):
                    continue
                best[following] = total
                if other in goals:
                    total += coming[way ^ 2]
                    heappush(heap, (total, total, following, state))
                else:
                    far, where = ahead[other]
                    least = total + far + costs[where + way]
                    heappush(heap, (least, total, following, state))
        raise LayoutError("a wire has no way between its cards")

    def _ahead(self, target: int) -> Ahead:
        """Return how far a card is from each place."""
        known = self.ahead.get(target)
        if known is None:
            known = self.ahead[target] = Ahead(self.grid, target)
        return known

    def _side(self, card: int, side: int, wire: WantedWire, *, out: bool) -> float:
        """Return what it costs to leave a card, or to come to it, at a side."""
        sides = self.traffic.sides
        same, back = sides[card, side, out], sides[card, side, not out]
        taken = same + back + (LANE if back else 0.0)
        full = FULL if taken + LANE > self.room[card, side] else 0.0
        against = _against(side, wire, out=out, back=self._goes_back(wire))
        if self.traffic.docks(wire.bundle, card, side, out=out):
            return against - self._unseen(card, side)
        return TAKEN * taken / LANE + full + against - self._unseen(card, side)

    def _unseen(self, card: int, side: int) -> float:
        """Return the length of a way within a card, which is not drawn."""
        return (self.room[card, (side + 1) % 4] - GAP) / 2 + CORNER

    def _goes_back(self, wire: WantedWire) -> bool:
        """Whether all of a target lies left of its source."""
        doors = self.grid.doors
        starts = [self.grid.point(door)[0] for door in doors[wire.source]]
        return all(self.grid.point(it)[0] < min(starts) for it in doors[wire.target])


def _against(side: int, wire: WantedWire, *, out: bool, back: bool) -> float:
    """Return what it costs to go against the usual: in at the left, out at the right.

    What is looked up is read from below or above, and what goes `back` the other way.
    """
    if wire.read:
        return 0.0 if side in (DOWN, UP) else ASIDE
    usual = RIGHT if out else LEFT
    if side == usual:
        return 0.0
    if side in (DOWN, UP):
        return ASIDE
    return BACK if back else AGAINST


def _back(came: Mapping[int, int], state: int) -> Way:
    """Return the places from the start to `state`."""
    found = []
    while state >= 0:
        found.append(state >> 2)
        state = came[state]
    return (~state, *reversed(found))
