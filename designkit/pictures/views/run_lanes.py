"""The lanes of the run path: what is read, the steps, what is beside, the results."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from designkit.analysis.run_path import RunPath
from designkit.pictures.drawing import Arrow, Node
from designkit.pictures.lanes import Align, Lane
from designkit.pictures.views.run_seating import (
    REPEATED,
    Place,
    RunPart,
    RunSeating,
    goes_back,
)

LOOKS = {
    RunPart.READ: ("What it reads and goes by", "features", Align.BOTTOM),
    RunPart.STEPS: ("", "serving", Align.MIDDLE),
    RunPart.BESIDE: ("Done beside it", "problem", Align.TOP),
    RunPart.RESULTS: ("Where the results go", "governance", Align.TOP),
}
"""The title of a lane, the stage whose tint it has, and where few cards stand in it."""


def name_of(run: RunPath) -> str:
    """Return what the steps of a run are called, by the clock or event by event."""
    return "The way of an event" if run.is_streamed else "The run"


@dataclass(frozen=True, slots=True)
class RunSeats:
    """The place of each card."""

    run: RunPath
    places: Mapping[str, Place]

    @classmethod
    def of(cls, run: RunPath, steps: Sequence[str]) -> Self:
        """Seat the `steps` side by side, and the others by what they give or get."""
        return cls(run, RunSeating(run, steps).places())

    @property
    def repeated(self) -> tuple[str, ...]:
        """The components that have a second card, where results go to them."""
        return tuple(
            id.removesuffix(REPEATED) for id in self.places if id.endswith(REPEATED)
        )

    def pointed(self, arrow: Arrow) -> Arrow:
        """Return the arrow to the card that repeats its target, if one does."""
        if goes_back(self.run, arrow.source, arrow.target):
            return replace(arrow, target=f"{arrow.target}{REPEATED}")
        return arrow

    def lines(self, cards: Iterable[Node]) -> list[list[Lane]]:
        """Return the lanes of each line, with their cards."""
        seated = [(self.places[card.id], card) for card in cards]
        rows = max((row for (_, row, _), _ in seated), default=-1) + 1
        return [
            [self._lane(part, row, seated) for part in RunPart] for row in range(rows)
        ]

    def _lane(
        self, part: RunPart, row: int, seated: Iterable[tuple[Place, Node]]
    ) -> Lane:
        title, stage, align = LOOKS[part]
        cells: dict[int, list[Node]] = {}
        for (own, line, at), card in seated:
            if (own, line) == (part, row):
                cells.setdefault(at, []).append(card)
        columns = {at: tuple(nodes) for at, nodes in cells.items()}
        named = title or name_of(self.run)
        return Lane(f"{part.value}-{row + 1}", named, stage, columns, align)
