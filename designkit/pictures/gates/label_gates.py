"""The gates of labels: each is there, is free, and is plainly that of its wire."""

from collections.abc import Iterator
from itertools import product

from designkit.pictures.drawing import Box
from designkit.pictures.gates.gate import Gate, PictureFault
from designkit.pictures.gates.legs import distance
from designkit.pictures.gates.nearby import Nearby, nearby
from designkit.pictures.gates.pair_gates import are_one_line, are_strangers
from designkit.pictures.gates.sheet import DrawnWire, Sheet

FAR, NEARER, INSIDE = 20.0, 0.5, -1.0


def label_faults(sheet: Sheet) -> Iterator[PictureFault]:
    """Give the faults of the labels of a sheet."""
    labels = nearby((wire, box) for wire in sheet.wires for box in wire.label)
    for wire in sheet.wires:
        if wire.label:
            yield from _place(wire, sheet)
            yield from _crossed(wire, sheet)
            yield from _on_cards(wire, sheet)
            yield from _on_labels(wire, labels)
        elif wire.arrow.carries and not _has_trunk_label(wire, sheet):
            yield PictureFault(Gate.LABEL_NONE, wire.name, wire.tail)


def _said(wire: DrawnWire) -> str:
    return f'"{" ".join(wire.text.split())}" of {wire.name}'


def _place(wire: DrawnWire, sheet: Sheet) -> Iterator[PictureFault]:
    """Give what is wrong with how near a label is to its own wire, and to others."""
    own, at = min(map(wire.distance, wire.label)), (wire.label[0].x, wire.label[0].y)
    if own > FAR:
        yield PictureFault(Gate.LABEL_FAR, f"{_said(wire)}, {own:.0f} px", at)
    others = _others(wire, sheet, own)
    near, name = min(others, default=(own, ""))
    if own > NEARER and 0 < near < own - NEARER:
        what = f"{_said(wire)}: {own:.0f} px, and {near:.0f} px from {name}"
        yield PictureFault(Gate.LABEL_OWN, what, at)


def _others(wire: DrawnWire, sheet: Sheet, reach: float) -> Iterator[tuple[float, str]]:
    """Give how near the wires come that say something else."""
    for box in wire.label:
        for leg in sheet.legs.at(box.grown(reach)):
            other = sheet.wires[leg.number]
            if other is not wire and not _says_the_same(wire, other):
                yield distance(leg, box), other.name


def _says_the_same(wire: DrawnWire, other: DrawnWire) -> bool:
    if other.text or are_strangers(wire, other):
        return other.text == wire.text
    return other.arrow.carries == wire.arrow.carries


def _crossed(wire: DrawnWire, sheet: Sheet) -> Iterator[PictureFault]:
    """Give each wire that runs through a line of a label, once a line.

    Its own may where the label hides it.
    """
    label = wire.arrow.label
    for box in wire.label:
        inner = box.grown(INSIDE)
        hits = (leg for leg in sheet.legs.at(inner) if distance(leg, inner) == 0)
        for number in dict.fromkeys(leg.number for leg in hits):
            other = sheet.wires[number]
            if other is not wire or not (label and label.on_line):
                what = f"{other.name} through {_said(wire)}"
                yield PictureFault(Gate.LABEL_WIRE, what, (box.x, box.y))


def _on_cards(wire: DrawnWire, sheet: Sheet) -> Iterator[PictureFault]:
    for box in wire.label:
        for id in sheet.cards_nearby.at(box):
            if box.grown(INSIDE).overlaps(sheet.cards[id]):
                what = f"{_said(wire)} on the card {id}"
                yield PictureFault(Gate.LABEL_HIT, what, (box.x, box.y))


def _on_labels(wire: DrawnWire, labels: Nearby[DrawnWire]) -> Iterator[PictureFault]:
    """Give the later labels that one lies on."""
    later = (
        other
        for box in wire.label
        for other in labels.at(box)
        if other.legs[0].number > wire.legs[0].number
    )
    for other in {it.legs[0].number: it for it in later}.values():
        if _overlap(wire.label, other.label):
            what = f"{_said(wire)} on {_said(other)}"
            yield PictureFault(Gate.LABEL_HIT, what, (wire.label[0].x, wire.label[0].y))


def _overlap(some: tuple[Box, ...], others: tuple[Box, ...]) -> bool:
    return any(a.grown(INSIDE).overlaps(b) for a, b in product(some, others))


def _has_trunk_label(wire: DrawnWire, sheet: Sheet) -> bool:
    """Whether a wire runs as one with another that says the same, and has a label."""
    return any(
        other.label
        and other.arrow.carries == wire.arrow.carries
        and not are_strangers(wire, other)
        and are_one_line(wire, other)
        for other in sheet.wires
        if other is not wire
    )
