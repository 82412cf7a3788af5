"""What stands between two cards that face each other, so that a wire goes around it."""

from collections.abc import Iterable
from dataclasses import dataclass

from designkit.pictures.drawing import Box


@dataclass(frozen=True, slots=True)
class Between:
    """The way straight from the middle of a card to that of another.

    They face each other if the middle of each is beside, above or below the other.
    """

    one: Box
    other: Box

    def has(self, card: Box) -> bool:
        """Whether `card` stands in the way; never of cards that do not face others."""
        return self.has_any((card,))

    def has_any(self, cards: Iterable[Box]) -> bool:
        """Whether one of `cards` stands in the way."""
        (x, y), (to_x, to_y) = self.one.centre, self.other.centre
        if abs(x - to_x) < min(self.one.width, self.other.width) / 2:
            at, low, high = (x + to_x) / 2, min(y, to_y), max(y, to_y)
            return any(
                it.x < at < it.x + it.width and low < it.y + it.height / 2 < high
                for it in cards
            )
        if abs(y - to_y) < min(self.one.height, self.other.height) / 2:
            at, low, high = (y + to_y) / 2, min(x, to_x), max(x, to_x)
            return any(
                it.y < at < it.y + it.height and low < it.x + it.width / 2 < high
                for it in cards
            )
        return False
