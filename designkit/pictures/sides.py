"""On which side of a straight line from one place to another the other places lie."""

from dataclasses import dataclass, field

from designkit.pictures.drawing import Point

ON, RIGHT, LEFT = range(3)
"""A place is on the line, or beside it; x goes right, y goes down."""

BOTH = RIGHT + LEFT
"""What the sides of two places add up to if the line lies between them."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The sides of all `places`, kept for each line that was asked for.

    Pictures with many wires ask for the same lines again and again.
    """

    places: tuple[Point, ...]
    known: dict[tuple[int, int], bytes] = field(default_factory=dict)

    def of(self, start: int, end: int) -> bytes:
        """Return the side of each place, for the line between two, all by number."""
        found = self.known.get((start, end))
        if found is None:
            found = self.known[start, end] = bytes(self._sides(start, end))
        return found

    def _sides(self, start: int, end: int) -> list[int]:
        (x, y), (to_x, to_y) = self.places[start], self.places[end]
        right, down = to_x - x, to_y - y
        return [
            RIGHT if turn > 0 else LEFT if turn < 0 else ON
            for a, b in self.places
            for turn in (right * (b - y) - down * (a - x),)
        ]
