"""What a picture may cost its reader: crossings, bends, length, and small text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from designkit.pictures.drawing import Box, Drawing, TextPart
from designkit.pictures.gates.pair_gates import Meetings
from designkit.pictures.gates.sheet import DrawnWire, Sheet
from designkit.pictures.gates.wire_gates import bends
from designkit.pictures.theme import FONTS

PAGE = (1600.0, 900.0)
"""The slide on which the smallest text must still be readable, in pixels."""

STUB, NEXT_DOOR = 14.0, 20.0
"""Pixels that a head should have before it, and that a wire may always take."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """What was measured: of wires each, of the page, and of text in pixels.

    `length` is that of all wires, over the sum of the distances between their cards.
    `tight` counts wires with an end in common that run beside each other as a smear.
    `stubs` counts heads with less than 14 px of straight line before their tip.
    `text` is the smallest, fitted to a page; `aspect` is width over height.
    """

    wires: int
    crossings: int
    crossings_each: float
    bends_each: float
    most_bends: int
    length: float
    tight: int
    stubs: int
    text: float
    aspect: float


@dataclass(frozen=True, slots=True)
class Allowed:
    """The budget of a view: the most of each, and the smallest text in pixels."""

    crossings_each: float
    bends_each: float
    most_bends: int
    length: float
    tight: int
    text: float


BUDGETS: Mapping[str, Allowed] = MappingProxyType(
    {
        "overview": Allowed(0.15, 0.8, 3, 1.40, 0, 9.0),
        "request-path": Allowed(0.40, 1.4, 4, 1.50, 0, 9.0),
        "run-path": Allowed(0.40, 1.4, 4, 1.50, 0, 9.0),
        "training": Allowed(0.25, 1.2, 4, 1.40, 0, 9.0),
        "feedback-loop": Allowed(0.65, 1.4, 5, 1.30, 0, 9.0),
        "full": Allowed(1.35, 1.8, 6, 1.25, 0, 7.0),
    }
)
"""By view; a view without one of its own has that of the full picture."""


def sizes_of(drawing: Drawing, sheet: Sheet, meetings: Meetings) -> Sizes:
    """Measure a placed drawing."""
    turns, count = list(map(bends, sheet.wires)), max(len(sheet.wires), 1)
    crossings = len(meetings.crossings)
    return Sizes(
        wires=len(sheet.wires),
        crossings=crossings,
        crossings_each=round(crossings / count, 2),
        bends_each=round(sum(turns) / count, 2),
        most_bends=max(turns, default=0),
        length=round(length_of(sheet), 2),
        tight=len(meetings.tight),
        stubs=sum(_is_stub(wire) for wire in sheet.wires),
        text=round(smallest_text(drawing), 1),
        aspect=round(drawing.width / drawing.height, 2),
    )


def _is_stub(wire: DrawnWire) -> bool:
    return len(wire.legs) > 1 and wire.legs[-1].length < STUB


def length_of(sheet: Sheet) -> float:
    """Return the length of all wires over the least that it could be."""
    joined = [wire for wire in sheet.wires if _ends(wire, sheet)]
    least = sum(_apart(*ends) for wire in joined if (ends := _ends(wire, sheet)))
    length = sum(leg.length for wire in joined for leg in wire.legs)
    return length / least if least else 1.0


def _ends(wire: DrawnWire, sheet: Sheet) -> tuple[Box, Box] | None:
    one, other = (sheet.cards.get(it) for it in (wire.arrow.source, wire.arrow.target))
    return (one, other) if one and other and one != other else None


def _apart(one: Box, other: Box) -> float:
    """Return the least that a square wire between two cards takes, in pixels."""
    across = max(other.x - one.right, one.x - other.right, 0.0)
    down = max(other.y - one.bottom, one.y - other.bottom, 0.0)
    return max(across + down, NEXT_DOOR)


def over_budget(view: str, sizes: Sizes) -> tuple[str, ...]:
    """Return what of a picture of `view` is over its budget."""
    allowed = BUDGETS.get(view, BUDGETS["full"])
    most = ("crossings_each", "bends_each", "most_bends", "length", "tight")
    over = [name for name in most if getattr(sizes, name) > getattr(allowed, name)]
    return (*over, "text") if sizes.text < allowed.text else tuple(over)


def smallest_text(drawing: Drawing) -> float:
    """Return the size of the smallest text, in pixels, when fitted to the page."""
    scale = min(PAGE[0] / drawing.width, PAGE[1] / drawing.height)
    return scale * min(FONTS[style].size for style in _styles(drawing))


def _styles(drawing: Drawing) -> Iterator[str]:
    yield from (text.style for text in drawing.texts)
    for node in drawing.nodes:
        members = [part for member in node.members for part in member.parts]
        yield from (p.style for p in (*node.parts, *members) if isinstance(p, TextPart))
    yield "label"
