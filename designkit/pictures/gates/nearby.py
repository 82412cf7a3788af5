"""Things by where they are, so that few of them need be compared."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from designkit.pictures.drawing import Box

CELL = 96.0
"""Pixels of a side of the cells that the page is divided into."""

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Nearby(Generic[Thing]):
    """Things by the cells of the page that their boxes lie in."""

    things: tuple[tuple[Thing, Box], ...]
    cells: dict[tuple[int, int], list[int]]

    def at(self, box: Box) -> Iterator[Thing]:
        """Give everything whose box touches `box`, in the order it was given."""
        found = {number for cell in _cells(box) for number in self.cells.get(cell, ())}
        for number in sorted(found):
            thing, own = self.things[number]
            if _touch(own, box):
                yield thing


def nearby(things: Iterable[tuple[Thing, Box]]) -> Nearby[Thing]:
    """Keep things by their boxes."""
    kept = tuple(things)
    cells: dict[tuple[int, int], list[int]] = {}
    for number, (_, box) in enumerate(kept):
        for cell in _cells(box):
            cells.setdefault(cell, []).append(number)
    return Nearby(kept, cells)


def _touch(one: Box, other: Box) -> bool:
    return (
        one.x <= other.right
        and other.x <= one.right
        and one.y <= other.bottom
        and other.y <= one.bottom
    )


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box.x // CELL), int(box.right // CELL) + 1):
        for row in range(int(box.y // CELL), int(box.bottom // CELL) + 1):
            yield column, row
