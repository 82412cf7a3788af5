"""Places cards in lanes: bands across the page whose columns stand under each other.

A picture has one or more lines of lanes. All of them share their columns, so that what
is read or called for a step stands above or below it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from designkit.pictures.bands import Placement
from designkit.pictures.drawing import Box, Group, Node, Style
from designkit.pictures.lettering import width_of
from designkit.pictures.swapping import SwapBlock

SIDE, EDGE, UNDER_TITLE = 24.0, 10.0, 32.0
"""Pixels from the edge of a lane to its cards: sideways, above and below, and above a
card that stands under the title."""

COLUMN_GAP, CARD_GAP, LANE_GAP, LINE_GAP = 104.0, 20.0, 16.0, 36.0


class Align(StrEnum):
    """Where in a lane the cards of a column stand that are fewer than in others."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True)
class Lane:
    """A band across the page, with the cards of each column, from above."""

    id: str
    title: str
    stage: str
    cells: Mapping[int, tuple[Node, ...]]
    align: Align = Align.MIDDLE


def place_lanes(lines: Sequence[Sequence[Lane]]) -> Placement:
    """Place each line of lanes below the one before; an empty lane is left out."""
    kept = [[lane for lane in line if any(lane.cells.values())] for line in lines]
    lefts, width = _columns(kept)
    nodes: list[Node] = []
    groups: list[Group] = []
    y = 0.0
    for line in kept:
        for lane in line:
            top, height = _edges(lane)
            nodes += _placed(lane, lefts, y + top, height - top - EDGE)
            box = Box(0.0, y, width, height)
            titled = round(width_of(lane.title, Style.BAND), 2)
            groups.append(Group(lane.id, lane.title, lane.stage, box, titled))
            y += height + LANE_GAP
        y += LINE_GAP - LANE_GAP
    return Placement(tuple(nodes), tuple(groups))


def stacks_of(lines: Sequence[Sequence[Lane]]) -> list[SwapBlock]:
    """Return a block of the cards of each column of a lane."""
    lanes = [lane for line in lines for lane in line]
    stacks = [cards for lane in lanes for cards in lane.cells.values()]
    return [SwapBlock(tuple(card.id for card in cards)) for cards in stacks]


def seated_lanes(
    lines: Sequence[Sequence[Lane]], seated: Mapping[str, str]
) -> list[list[Lane]]:
    """Return the lanes with the cards that are `seated` at the places of others."""
    lanes = [lane for line in lines for lane in line]
    stacks = [cards for lane in lanes for cards in lane.cells.values()]
    cards = {card.id: card for stack in stacks for card in stack}
    return [[_seated(lane, cards, seated) for lane in line] for line in lines]


def _seated(lane: Lane, cards: Mapping[str, Node], seated: Mapping[str, str]) -> Lane:
    cells = {
        at: tuple(cards[seated[card.id]] for card in stack)
        for at, stack in lane.cells.items()
    }
    return replace(lane, cells=cells)


def _columns(
    lines: Iterable[Sequence[Lane]],
) -> tuple[Mapping[int, tuple[float, float]], float]:
    """Return the left end and the width of each column, and the width of a lane."""
    widths: dict[int, float] = {}
    for line in lines:
        for lane in line:
            for at, cards in lane.cells.items():
                widest = max((card.width for card in cards), default=0.0)
                widths[at] = max(widths.get(at, 0.0), widest)
    x, places = SIDE, dict[int, tuple[float, float]]()
    for at in sorted(widths):
        places[at] = x, widths[at]
        x += widths[at] + COLUMN_GAP
    return places, x - COLUMN_GAP + SIDE


def _edges(lane: Lane) -> tuple[float, float]:
    """Return how far below its upper edge a lane has its cards, and its height."""
    tallest = max(map(_height, lane.cells.values()))
    first = _height(lane.cells.get(0, ()))
    spare = _spare(lane.align, tallest - first)
    top = max(EDGE, UNDER_TITLE - spare) if first else EDGE
    return top, max(top + tallest + EDGE, UNDER_TITLE + EDGE)


def _height(cards: Sequence[Node]) -> float:
    return sum(card.height for card in cards) + CARD_GAP * max(len(cards) - 1, 0)


def _spare(align: Align, room: float) -> float:
    return {Align.TOP: 0.0, Align.MIDDLE: room / 2, Align.BOTTOM: room}[align]


def _placed(
    lane: Lane, lefts: Mapping[int, tuple[float, float]], top: float, room: float
) -> Iterator[Node]:
    for at, cards in sorted(lane.cells.items()):
        left, width = lefts[at]
        y = top + _spare(lane.align, room - _height(cards))
        for card in cards:
            yield card.at(round(left + (width - card.width) / 2, 2), round(y, 2))
            y += card.height + CARD_GAP
