"""The gates of a wire by itself: how it is bent, and how it meets cards and titles."""

from collections.abc import Iterator

from designkit.pictures.drawing import Box, Point
from designkit.pictures.gates.gate import Gate, PictureFault
from designkit.pictures.gates.legs import Leg, beside, distance, sides_of
from designkit.pictures.gates.sheet import DrawnWire, Sheet

ENTERED, CLEAR, RUN = 2.0, 6.0, 8.0
CORNER, ON_BORDER, STEP, LEANING = 8.0, 1.5, 12.0, 1.0


def wire_faults(sheet: Sheet) -> Iterator[PictureFault]:
    """Give the faults that each wire has by itself."""
    for wire in sheet.wires:
        yield from _slants(wire)
        yield from _jogs(wire)
        for id, at in ((wire.arrow.source, wire.tail), (wire.arrow.target, wire.head)):
            yield from _end(wire, id, at, sheet.cards.get(id))
        yield from _at_cards(wire, sheet)
        yield from _at_titles(wire, sheet)


def _slants(wire: DrawnWire) -> Iterator[PictureFault]:
    for leg in wire.legs:
        if leg.lean > LEANING:
            yield PictureFault(Gate.SLANT, wire.name, leg.start)


def _jogs(wire: DrawnWire) -> Iterator[PictureFault]:
    for before, step, after in zip(
        wire.legs, wire.legs[1:], wire.legs[2:], strict=False
    ):
        if step.length < STEP and _ahead(before, after):
            yield PictureFault(
                Gate.JOG, f"{wire.name}, {step.length:.1f} px", step.start
            )


def _ahead(one: Leg, other: Leg) -> bool:
    """Whether two legs go the same way."""
    ways = [
        (leg.end[0] - leg.start[0], leg.end[1] - leg.start[1]) for leg in (one, other)
    ]
    return ways[0][0] * ways[1][0] + ways[0][1] * ways[1][1] > 0


def _end(
    wire: DrawnWire, id: str, at: Point, card: Box | None
) -> Iterator[PictureFault]:
    """Give what is wrong with an end that belongs at the border of `card`."""
    if card is None or off_border(card, at) > ON_BORDER:
        yield PictureFault(Gate.DETACHED, f"{wire.name} from {id}", at)
    elif max(_to_sides(card, at)) < CORNER:
        yield PictureFault(Gate.CORNER, f"{wire.name} at {id}", at)


def off_border(card: Box, at: Point) -> float:
    """Return how far a point is from the border of a card, in pixels."""
    point = Leg(-1, at, at)
    return min(distance(point, side.box) for side in sides_of(card))


def _to_sides(card: Box, at: Point) -> tuple[float, float]:
    """Return how far a point is from the nearer upright side, and level side."""
    return (
        min(abs(at[0] - card.x), abs(at[0] - card.right)),
        min(abs(at[1] - card.y), abs(at[1] - card.bottom)),
    )


def _at_cards(wire: DrawnWire, sheet: Sheet) -> Iterator[PictureFault]:
    """Give the cards that a wire enters, or else runs along; each of them once."""
    entered, along = dict[str, Point](), dict[str, tuple[str, Point]]()
    for leg in wire.legs:
        for id in sheet.cards_nearby.at(leg.box.grown(CLEAR)):
            card = sheet.cards[id]
            if distance(leg, card.grown(-ENTERED)) == 0:
                entered.setdefault(id, leg.start)
            run, gap = _closest_side(leg, card)
            if run:
                said = f"for {run:.0f} px, {gap:.1f} px away"
                along.setdefault(id, (said, leg.start))
    for id, at in entered.items():
        yield PictureFault(Gate.THROUGH, f"{wire.name} enters {id}", at)
    for id, (said, at) in along.items():
        if id not in entered:
            yield PictureFault(Gate.BORDER, f"{wire.name} along {id} {said}", at)


def _closest_side(leg: Leg, card: Box) -> tuple[float, float]:
    """Return how far a leg runs along a side of a card, and how near; else 0."""
    runs = (beside(leg, side) for side in sides_of(card))
    near = [(run, gap) for run, gap in runs if run >= RUN and gap < CLEAR]
    return max(near, default=(0.0, 0.0))


def _at_titles(wire: DrawnWire, sheet: Sheet) -> Iterator[PictureFault]:
    for text, box in sheet.titles:
        if box.width > 1 and wire.distance(box.grown(-1)) == 0:
            yield PictureFault(
                Gate.TITLE, f'{wire.name} through "{text}"', (box.x, box.y)
            )


def bends(wire: DrawnWire) -> int:
    """Return how often a wire turns."""
    return len(wire.legs) - 1
