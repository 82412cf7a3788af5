"""A placed drawing as the gates see it: wires, cards, and texts that are no labels."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from designkit.pictures.drawing import (
    Arrow,
    ArrowLabel,
    Box,
    Drawing,
    Group,
    Point,
    Style,
    TextPart,
)
from designkit.pictures.fonts import text_width
from designkit.pictures.gates.legs import Leg, distance, legs_of
from designkit.pictures.gates.nearby import Nearby, nearby
from designkit.pictures.theme import FONTS

ASCENT = 0.8
"""How much of the size of a font lies above the baseline."""

LEGEND_TEXT = 50.0
"""Pixels from the sample of a legend entry to its text."""


@dataclass(frozen=True, slots=True)
class DrawnWire:
    """An arrow with a route: its legs, and what each line of its label covers."""

    arrow: Arrow
    legs: tuple[Leg, ...]
    label: tuple[Box, ...]

    @property
    def name(self) -> str:
        """Its ends, as a design writes a flow."""
        return f"{self.arrow.source} -> {self.arrow.target}"

    @property
    def text(self) -> str:
        """What its label says; nothing where it has none."""
        return self.arrow.label.text if self.arrow.label else ""

    @property
    def tail(self) -> Point:
        """Where it starts."""
        return self.legs[0].start

    @property
    def head(self) -> Point:
        """Where it ends."""
        return self.legs[-1].end

    def distance(self, box: Box) -> float:
        """Return how far it is from a box, in pixels."""
        return min(distance(leg, box) for leg in self.legs)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What of a drawing the gates compare, by where it is."""

    wires: tuple[DrawnWire, ...]
    cards: Mapping[str, Box]
    titles: tuple[tuple[str, Box], ...]
    legs: Nearby[Leg]
    cards_nearby: Nearby[str]


def sheet_of(drawing: Drawing) -> Sheet:
    """Return the sheet of a placed drawing; arrows without a route are left out."""
    routed = ((arrow, arrow.route) for arrow in drawing.arrows)
    legged = ((arrow, legs_of(0, route)) for arrow, route in routed)
    drawn = [arrow for arrow, legs in legged if legs]
    wires = tuple(
        DrawnWire(arrow, legs_of(number, arrow.route), tuple(lines_of(arrow.label)))
        for number, arrow in enumerate(drawn)
    )
    cards = {node.id: node.box for node in drawing.nodes}
    return Sheet(
        wires,
        cards,
        tuple(_titles(drawing)),
        nearby((leg, leg.box) for wire in wires for leg in wire.legs),
        nearby(cards.items()),
    )


def lines_of(label: ArrowLabel | None) -> Iterator[Box]:
    """Give what each line of a label covers: the text, without room around it."""
    if label is None:
        return
    written = [part for part in label.parts if isinstance(part, TextPart)]
    if label.parts:
        yield from map(text_box, written)
        return
    font, middle = FONTS["label"], label.box.centre[0]
    rows = "\n".join(filter(None, (label.text, label.note))).split("\n")
    for number, row in enumerate(rows):
        width = text_width(row, font.size, font.weight)
        top = label.box.y + font.line * (number + 0.79) - ASCENT * font.size
        yield Box(middle - width / 2, top, width, font.size)


def text_box(part: TextPart) -> Box:
    """Return what a line of text covers, relative to where its `x` and `y` are."""
    size = FONTS[part.style].size
    return Box(part.x, part.y - size * ASCENT, part.width, size)


def _titles(drawing: Drawing) -> Iterator[tuple[str, Box]]:
    """Give every text that belongs neither to a card nor to a wire."""
    yield from ((text.text, text_box(text)) for text in drawing.texts)
    yield from ((group.title, _title_box(group)) for group in drawing.groups)
    for entry in drawing.legend:
        x, y = entry.x + LEGEND_TEXT, entry.y + 4.5
        yield entry.text, _written(entry.text, x, y, Style.FIGURE)


def _title_box(group: Group) -> Box:
    box, style = group.title_box, Style.FIGURE if group.is_frame else Style.BAND
    baseline = box.y + (12 if group.is_frame else 15)
    return _written(group.title, box.x, baseline, style)


def _written(text: str, x: float, y: float, style: Style) -> Box:
    font = FONTS[style]
    width = text_width(text, font.size, font.weight)
    return text_box(TextPart(x, y, text, style, width))
