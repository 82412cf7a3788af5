"""What wires keep their distance from: cards, titles, labels, and each other."""

from collections.abc import Iterator
from dataclasses import dataclass

from designkit.pictures.drawing import Box
from designkit.pictures.routing.channels import flipped

CLEAR, CORNER, GAP, BACK_GAP = 12.0, 14.0, 11.0, 22.0
"""Pixels between wires and cards, corners, other wires, and wires that come back."""

LONG = 240.0
"""Pixels of a card from which on it becomes longer where the page is pulled apart."""

STEP = 12.5
"""Pixels of the shortest step between two stretches of a wire."""

BESIDE, AROUND = 5.0, 8.0
"""Pixels between a label and its wire, and between a label and all others."""

Span = tuple[float, float]
"""From where to where."""


@dataclass(frozen=True, slots=True)
class PageRoom:
    """What stands on the page: cards by number, and titles.

    Where it `is_flipped` x and y are changed for each other.
    """

    cards: tuple[Box, ...]
    titles: tuple[Box, ...]
    is_flipped: bool = False

    def flipped(self) -> "PageRoom":
        """Return the same with x and y changed for each other."""
        return PageRoom(
            tuple(map(flipped, self.cards)),
            tuple(map(flipped, self.titles)),
            not self.is_flipped,
        )

    def hold(self, card: Box) -> Span:
        """Return up to where a page is pulled apart before each end of a card moves.

        A long one keeps its ends above those of others; the rest keep their size.
        """
        if self.is_flipped or card.width < LONG:
            return card.centre[0], card.centre[0]
        return card.x + CORNER, card.right - CORNER

    def boxes(self) -> Iterator[tuple[int, Box]]:
        """Give all that stands on the page, with the numbers of cards, else -1."""
        yield from enumerate(self.cards)
        yield from ((-1, box) for box in self.titles)


@dataclass(frozen=True, slots=True)
class Tag:
    """A label and the stretch it stands at.

    That is above a level one, and right of an upright one, or on the `other_side`.
    """

    wire: int
    at: int
    width: float
    height: float
    other_side: bool = False

    def reach(self, *, upright: bool) -> Span:
        """Return how far its wire reaches with it, to both sides, with what is free."""
        beyond = BESIDE + (self.width if upright else self.height) + AROUND
        is_before = self.other_side is upright
        return (beyond, CLEAR) if is_before else (CLEAR, beyond)
