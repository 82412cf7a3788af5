"""Judges a placed picture by all gates."""

from collections.abc import Mapping
from dataclasses import dataclass

from designkit.pictures.drawing import Drawing
from designkit.pictures.gates.gate import Gate, PictureFault
from designkit.pictures.gates.label_gates import label_faults
from designkit.pictures.gates.pair_gates import meetings_of, pair_faults
from designkit.pictures.gates.sheet import sheet_of
from designkit.pictures.gates.sizes import Sizes, over_budget, sizes_of
from designkit.pictures.gates.wire_gates import wire_faults


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found in a picture: its faults, its sizes, and what is over budget."""

    faults: tuple[PictureFault, ...]
    sizes: Sizes
    over: tuple[str, ...]

    @property
    def counts(self) -> Mapping[Gate, int]:
        """How many faults there are of each sort."""
        found = [fault.gate for fault in self.faults]
        return {gate: found.count(gate) for gate in Gate}


def judge(drawing: Drawing) -> Judged:
    """Judge a placed `drawing` by what is in it.

    What its view should show and does not is asked by `completeness.undrawn`.
    """
    sheet = sheet_of(drawing)
    meetings = meetings_of(sheet)
    faults = (
        *wire_faults(sheet),
        *pair_faults(sheet, meetings),
        *label_faults(sheet),
    )
    order = list(Gate)
    sizes = sizes_of(drawing, sheet, meetings)
    return Judged(
        tuple(sorted(faults, key=lambda fault: order.index(fault.gate))),
        sizes,
        over_budget(drawing.name, sizes),
    )
