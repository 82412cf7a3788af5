"""The gates that every picture has to pass, and what fails one."""

from dataclasses import dataclass
from enum import StrEnum

from designkit.pictures.drawing import Point


class Gate(StrEnum):
    """A sort of fault that no picture may have."""

    THROUGH = "through"
    BORDER = "border"
    SHARED = "shared"
    HEADS = "heads"
    TAILS = "tails"
    CORNER = "corner"
    LABEL_WIRE = "lab-wire"
    LABEL_OWN = "lab-own"
    LABEL_FAR = "lab-far"
    LABEL_HIT = "lab-hit"
    LABEL_NONE = "lab-none"
    TITLE = "title"
    JOG = "jog"
    SLANT = "slant"
    DETACHED = "detached"
    UNDRAWN = "undrawn"
    GAP = "gap"
    DOT = "dot"


MEANINGS = {
    Gate.THROUGH: "a wire enters a card by more than 2 px",
    Gate.BORDER: "a wire runs beside a side of a card, nearer than 6 px, for 8 or more",
    Gate.SHARED: "two wires with no end in common run within 4 px, for 8 or more",
    Gate.HEADS: "two heads within 8 px, not one join of wires of one mode",
    Gate.TAILS: "a head within 6 px of where another wire starts, or on a wire that "
    "ends elsewhere",
    Gate.CORNER: "a wire meets its card within 8 px of a corner, which is round",
    Gate.LABEL_WIRE: "another wire runs through a label, or its own that shows there",
    Gate.LABEL_OWN: "a label is nearer to a wire that says something else than to its "
    "own",
    Gate.LABEL_FAR: "a label is farther than 20 px from its own wire",
    Gate.LABEL_HIT: "a label lies on a card or on another label",
    Gate.LABEL_NONE: "a wire that carries something has no label, nor its trunk",
    Gate.TITLE: "a wire runs through a title, the legend or the caption",
    Gate.JOG: "a step of less than 12 px in a line that then goes on as before",
    Gate.SLANT: "a stretch is neither level nor upright",
    Gate.DETACHED: "an end of a wire is not on the border of its card",
    Gate.UNDRAWN: "a flow that the view shows is neither drawn nor named",
    Gate.GAP: "where two wires cross, not just one of them has a gap",
    Gate.DOT: "where wires that run as one part, or come together, there is no dot",
}
"""What each gate counts; pixels are those of the picture."""


@dataclass(frozen=True, slots=True)
class PictureFault:
    """One fault: which gate it fails, what it is, and where it is, if known."""

    gate: Gate
    what: str
    at: Point | None = None

    def __str__(self) -> str:
        """Write the fault in a line."""
        where = f" at ({self.at[0]:.0f}, {self.at[1]:.0f})" if self.at else ""
        return f"{self.gate:<9} {self.what}{where}"
