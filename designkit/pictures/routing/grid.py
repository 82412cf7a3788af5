"""The grid of places at which wires may turn, and what stands between them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from typing import NamedTuple

from designkit.pictures.drawing import Box
from designkit.pictures.routing.channels import DOOR, WIDE, level_lines, upright_lines

MARGIN, TITLE_MARGIN = 7.0, 3.0
"""Pixels that the grid keeps from cards and from titles."""

LANE = 11.0
"""Pixels that a wire takes beside others."""

MOST = 99
"""Wires that have room where nothing is in their way."""

FREE, WALL = -1, -2
"""Between two places there is nothing, or what nobody may pass."""

RIGHT, DOWN, LEFT, UP = range(4)


class GridStep(NamedTuple):
    """A step from one place to the next: whither, how far, and through whose card."""

    way: int
    place: int
    length: float
    edge: int
    owner: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Places at which lines cross, numbered row by row, and the steps from each.

    `doors` are the places of each card, by its number, at which ways begin and end: its
    middle, and on a wide card all of its middle line. A place lies `inside` the card of
    that number, or -1. On each step there is `room` for so many
    wires beside each other. Steps are numbered in `edges`, by their places, the lesser
    first.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    steps: tuple[tuple[GridStep, ...], ...]
    edges: Mapping[tuple[int, int], int]
    doors: tuple[tuple[int, ...], ...]
    inside: tuple[int, ...]
    room: tuple[int, ...]

    def point(self, place: int) -> tuple[float, float]:
        """Return x and y of a place."""
        return self.xs[place % len(self.xs)], self.ys[place // len(self.xs)]


def grid_of(cards: Sequence[Box], titles: Sequence[Box] = ()) -> Grid:
    """Return the grid around `cards` and around `titles`."""
    xs, ys = upright_lines(cards), level_lines(cards)
    owners = _owners(xs, ys, cards, titles)
    steps, edges = _steps(xs, ys, owners)
    doors = tuple(tuple(_doors(card, xs, ys)) for card in cards)
    inside = _inside(xs, ys, cards)
    room = _rooms(xs, ys, cards, edges)
    return Grid(xs, ys, steps, edges, doors, inside, room)


def _doors(card: Box, xs: Sequence[float], ys: Sequence[float]) -> Iterator[int]:
    """Give the middle of a card, then the other doors of one that is wide."""
    row, column = nearest(ys, card.centre[1]), nearest(xs, card.centre[0])
    yield row * len(xs) + column
    if card.width >= WIDE:
        free = card.x + DOOR, card.right - DOOR
        for other in range(bisect_left(xs, free[0]), bisect_right(xs, free[1])):
            if other != column:
                yield row * len(xs) + other


def nearest(values: Sequence[float], wanted: float) -> int:
    """Return which of sorted `values` is nearest to what is `wanted`."""
    at = bisect_left(values, wanted)
    near = [number for number in (at - 1, at) if 0 <= number < len(values)]
    return min(near, key=lambda number: abs(values[number] - wanted))


def _owners(
    xs: Sequence[float],
    ys: Sequence[float],
    cards: Sequence[Box],
    titles: Sequence[Box],
) -> dict[tuple[int, int], int]:
    """Return what each step runs through, by the numbers of both places."""
    found: dict[tuple[int, int], int] = {}
    walls = [(number, card.grown(MARGIN)) for number, card in enumerate(cards)]
    walls += [(WALL, title.grown(TITLE_MARGIN)) for title in titles]
    width = len(xs)
    for owner, wall in walls:
        rows = range(bisect_right(ys, wall.y), bisect_left(ys, wall.bottom))
        columns = range(bisect_right(xs, wall.x), bisect_left(xs, wall.right))
        across = range(max(columns.start - 1, 0), min(columns.stop, width - 1))
        down = range(max(rows.start - 1, 0), min(rows.stop, len(ys) - 1))
        pairs = [(row * width + x, row * width + x + 1) for row in rows for x in across]
        pairs += [(y * width + x, (y + 1) * width + x) for x in columns for y in down]
        for pair in pairs:
            found[pair] = owner if found.get(pair, owner) == owner else WALL
    return found


def _inside(
    xs: Sequence[float], ys: Sequence[float], cards: Sequence[Box]
) -> tuple[int, ...]:
    found = [-1] * (len(xs) * len(ys))
    for number, card in enumerate(cards):
        around = card.grown(MARGIN + 2)
        for row in range(bisect_right(ys, around.y), bisect_left(ys, around.bottom)):
            for x in range(bisect_right(xs, around.x), bisect_left(xs, around.right)):
                found[row * len(xs) + x] = number
    return tuple(found)


def _rooms(
    xs: Sequence[float],
    ys: Sequence[float],
    cards: Sequence[Box],
    edges: Mapping[tuple[int, int], int],
) -> tuple[int, ...]:
    found = [MOST] * len(edges)
    width = len(xs)
    for column, (left, right) in enumerate(pairwise(xs)):
        free = _free([(c.y, c.bottom) for c in cards if c.x < right and c.right > left])
        for row, y in enumerate(ys):
            place = row * width + column
            edge = edges.get((place, place + 1))
            if edge is not None:
                found[edge] = _room(y, free)
    for row, (top, bottom) in enumerate(pairwise(ys)):
        free = _free([(c.x, c.right) for c in cards if c.y < bottom and c.bottom > top])
        for column, x in enumerate(xs):
            place = row * width + column
            edge = edges.get((place, place + width))
            if edge is not None:
                found[edge] = _room(x, free)
    return tuple(found)


def _free(taken: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return what is free between stretches that are `taken`."""
    at, found = -inf, []
    for low, high in sorted(taken):
        if low > at:
            found.append((at, low))
        at = max(at, high)
    return [*found, (at, inf)]


def _room(at: float, free: list[tuple[float, float]]) -> int:
    """Return how many wires have room on a line; all, on one that ends at a card."""
    for low, high in free:
        if low < at < high:
            room = high - low - 24
            return MOST if room == inf else max(1, int(room // LANE) + 1)
    return MOST


def _steps(
    xs: Sequence[float], ys: Sequence[float], owners: Mapping[tuple[int, int], int]
) -> tuple[tuple[tuple[GridStep, ...], ...], dict[tuple[int, int], int]]:
    """Return the steps from each place, and the number of each by its places."""
    width, edges = len(xs), dict[tuple[int, int], int]()
    ahead: list[list[GridStep]] = [[] for _ in range(width * len(ys))]
    back: list[list[GridStep]] = [[] for _ in ahead]
    rights = [after - x for x, after in pairwise(xs)] + [0.0]
    downs = [after - y for y, after in pairwise(ys)] + [0.0]
    for place in range(len(ahead)):
        y, x = divmod(place, width)
        for way, other, length in (
            (RIGHT, place + 1, rights[x]),
            (DOWN, place + width, downs[y]),
        ):
            owner = owners.get((place, other), FREE)
            if length and owner != WALL:
                edge = edges[place, other] = len(edges)
                ahead[place].append(GridStep(way, other, length, edge, owner))
                back[other].append(GridStep(way ^ 2, place, length, edge, owner))
    steps = (tuple(one + other) for one, other in zip(ahead, back, strict=True))
    return tuple(steps), edges
