"""What stands between two cards that face each other, so that a wire goes around it."""

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
        (x, y), (to_x, to_y) = self.one.centre, self.other.centre
        middle_x, middle_y = card.centre
        if abs(x - to_x) < min(self.one.width, self.other.width) / 2:
            is_over = card.x < (x + to_x) / 2 < card.right
            return is_over and min(y, to_y) < middle_y < max(y, to_y)
        if abs(y - to_y) < min(self.one.height, self.other.height) / 2:
            is_over = card.y < (y + to_y) / 2 < card.bottom
            return is_over and min(x, to_x) < middle_x < max(x, to_x)
        return False
