"""What is left of a way to a card at least: how far it is, and how often it turns."""

from collections.abc import Sequence
from itertools import product

from designkit.pictures.routing.grid import DOWN, LEFT, RIGHT, UP, Grid

HERE, AFTER, BEFORE = range(3)
"""Where a card is: in the same column or row, to the right or below, or else."""

MOST_TURNS = 5
"""More turns than any way needs where nothing stands in it."""


def _fewest_turns(column: int, row: int, heading: int, end: int) -> int:
    """Return how often a way turns that goes `heading` now, and `end` at its end."""
    courses: list[tuple[int, ...]] = [(heading,)]
    for turns in range(MOST_TURNS):
        for course in courses:
            if course[-1] == end and _reaches(course, column, row):
                return turns
        courses = [
            (*course, (course[-1] + by) % 4) for course in courses for by in (1, 3)
        ]
    return MOST_TURNS


def _reaches(course: Sequence[int], column: int, row: int) -> bool:
    """Whether a course may come to a card; its first stretch may have no length."""
    for where, ahead, back in ((column, RIGHT, LEFT), (row, DOWN, UP)):
        if where == HERE:
            only = {ahead, back} & {*course[1:]}
            if len(only) == 1 and not {ahead, back} <= {*course}:
                return False
        elif (ahead if where == AFTER else back) not in course:
            return False
    return True


TURNS = tuple(
    tuple(_fewest_turns(column, row, heading, end) for end in range(4))
    for row, column, heading in product(range(3), range(3), range(4))
)
"""The fewest turns for each direction of arriving, by what `costs_ahead` goes by."""


class Ahead(dict[int, tuple[float, int]]):
    """How far a card is from a place, and where `costs_ahead` has what else it takes.

    It is found when it is asked for: a search comes to few of the places of a page.
    """

    def __init__(self, grid: Grid, target: int) -> None:
        """Measure from each row and each column of `grid`."""
        points = [grid.point(door) for door in grid.doors[target]]
        low, high, goal = min(points)[0], max(points)[0], points[0][1]
        across = (min(max(x, low), high) - x for x in grid.xs)
        self.columns = [(abs(far), 4 * _where(far)) for far in across]
        self.rows = [(abs(goal - y), 12 * _where(goal - y)) for y in grid.ys]
        self.width = len(grid.xs)

    def __missing__(self, place: int) -> tuple[float, int]:
        """Return what is asked for the first time."""
        row, column = divmod(place, self.width)
        (down, below), (across, beside) = self.rows[row], self.columns[column]
        found = self[place] = down + across, below + beside
        return found


def costs_ahead(coming: Sequence[float], turn: float) -> list[float]:
    """Return what turns and arriving cost at least, by where a card is and the heading.

    `coming` is what it costs to arrive at each side, and `turn` what one turn does.
    """
    right, down, left, up = (coming[end ^ 2] for end in (RIGHT, DOWN, LEFT, UP))
    return [
        min(turn * a + right, turn * b + down, turn * c + left, turn * d + up)
        for a, b, c, d in TURNS
    ]


def _where(distance: float) -> int:
    if abs(distance) <= 1:
        return HERE
    return AFTER if distance > 0 else BEFORE
