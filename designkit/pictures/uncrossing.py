"""Swaps cards of a drawing that is over the budget of its view once it is routed.

That is where its wires cross too often, or its page becomes too large to be read.
Most drawings are within their budget as they are, and cost one look. In others each
swap is routed, since straight lines tell too little of what wires will cross.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, cycle, islice

from designkit.pictures.bands import Placement
from designkit.pictures.drawing import Box, Drawing
from designkit.pictures.gates.pair_gates import meetings_of
from designkit.pictures.gates.sheet import sheet_of
from designkit.pictures.gates.sizes import BUDGETS, Allowed, length_of
from designkit.pictures.gates.wire_gates import bends
from designkit.pictures.routing.router import route
from designkit.pictures.swapping import SwapBlock
from designkit.pictures.theme import FONTS

Seated = Mapping[str, str]
"""Which card stands where each was at first."""

ONE_COLUMN = 1.0
"""Pixels that the middles of cards below one another are apart at most."""

SMALLEST = min(font.size for font in FONTS.values())
"""The size of the smallest text of a drawing, in its own pixels."""

CAPTION = 18.0
"""How high each further line of a caption is, in pixels."""

MOST_CARDS, MOST_SWAPS = 32, 24
"""Cards beyond which a drawing is left as it is, and swaps that are tried of one, since
each takes as long as to route the drawing."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """One way to set out a drawing: which cards may swap, and how it then looks."""

    blocks: Sequence[SwapBlock]
    draw: Callable[[Seated], Drawing]

    @property
    def seated(self) -> Seated:
        """Each card where it stands at first."""
        return {id: id for block in self.blocks for id in block.ids}


@dataclass(frozen=True, slots=True)
class RoutedCost:
    """What a seating costs: crossings, wires that go back, bends, most, and length.

    `text` is about the size of the smallest text on a slide, in pixels.
    """

    crossings: float
    back: int
    bends: float
    most_bends: int
    length: float
    text: float

    def is_within(self, allowed: Allowed) -> bool:
        """Whether wires cross no more, and text is no smaller, than is `allowed`."""
        crossings = round(self.crossings, 2)
        return crossings <= allowed.crossings_each and self.text >= allowed.text

    def is_better(self, other: "RoutedCost", allowed: Allowed) -> bool:
        """Whether it is nearer to the budget, and brings nothing else over it."""
        return (
            self._excess(allowed) < other._excess(allowed)
            and self.back <= other.back
            and self.bends <= max(other.bends, allowed.bends_each)
            and self.most_bends <= max(other.most_bends, allowed.most_bends)
            and self.length <= max(other.length, allowed.length)
        )

    def _excess(self, allowed: Allowed) -> tuple[float, float]:
        """Return by how much text is too small, and how often wires cross if at all."""
        text = max(allowed.text - self.text, 0.0) / allowed.text
        crossings = max(self.crossings - allowed.crossings_each, 0.0)
        return round(text + crossings, 4), self.crossings


@dataclass(frozen=True, slots=True)
class _Tried:
    """An arrangement with its cards at some places, and what it costs."""

    arrangement: Arrangement
    seated: Seated
    drawing: Drawing
    cost: RoutedCost

    @property
    def allowed(self) -> Allowed:
        return BUDGETS[self.drawing.name]

    @property
    def is_within(self) -> bool:
        """Whether it is within the budget of its view."""
        return self.cost.is_within(self.allowed)

    def improves(self, other: "_Tried") -> bool:
        return self.cost.is_better(other.cost, self.allowed)


def uncrossed(arrangements: Sequence[Arrangement]) -> Drawing:
    """Return the first of some arrangements, or what crosses less if it has to.

    That is another one that is within the budget of its view, else the first with
    cards swapped.

    Raises:
        LayoutError: there is no way between two cards.
    """
    liked = arrangements[0]
    if len(liked.seated) > MOST_CARDS:
        return liked.draw(liked.seated)
    first = _tried(liked)
    if first.is_within:
        return first.drawing
    others = map(_tried, arrangements[1:])
    found = (it for it in others if it.is_within and it.improves(first))
    return (next(found, None) or _swapped(first)).drawing


def _swapped(best: _Tried) -> _Tried:
    """Swap cards as long as too many wires cross, and fewer do then."""
    pairs = cycle(tuple(_pairs(best.arrangement.blocks)))
    for one, other in islice(pairs, MOST_SWAPS):
        tried = _tried(best.arrangement, _exchanged(best.seated, one, other))
        best = tried if tried.improves(best) else best
        if best.is_within:
            break
    return best


def _tried(arrangement: Arrangement, seated: Seated | None = None) -> _Tried:
    seats = seated or arrangement.seated
    drawing = arrangement.draw(seats)
    return _Tried(arrangement, seats, drawing, _cost(drawing, arrangement.blocks))


def _pairs(blocks: Sequence[SwapBlock]) -> Iterator[tuple[str, str]]:
    return (pair for block in blocks for pair in combinations(block.ids, 2))


def _exchanged(seated: Seated, one: str, other: str) -> dict[str, str]:
    """Return a seating with what stands at two places swapped."""
    return {**seated, one: seated[other], other: seated[one]}


def _cost(drawing: Drawing, blocks: Sequence[SwapBlock]) -> RoutedCost:
    routed = route(drawing)
    sheet = sheet_of(routed)
    turns, count = list(map(bends, sheet.wires)), max(len(sheet.wires), 1)
    return RoutedCost(
        len(meetings_of(sheet).crossings) / count,
        _back(drawing, blocks),
        sum(turns) / count,
        max(turns, default=0),
        length_of(sheet),
        SMALLEST * _scale(routed),
    )


def _scale(drawing: Drawing) -> float:
    """Return how large a routed drawing can be shown on a slide."""
    below = CAPTION * max(len(drawing.caption) - 1, 0)
    return Placement(drawing.nodes, drawing.groups).scale(below=below)


def _back(drawing: Drawing, blocks: Sequence[SwapBlock]) -> int:
    """Return how many wires within a block go against its direction, or up."""
    homes = {id: block for block in blocks for id in block.ids}
    boxes = {node.id: node.box for node in drawing.nodes}
    return sum(
        _goes_back(boxes[arrow.source], boxes[arrow.target], home)
        for arrow in drawing.arrows
        if (home := homes.get(arrow.source)) and home is homes.get(arrow.target)
    )


def _goes_back(source: Box, target: Box, block: SwapBlock) -> bool:
    (x, y), (to_x, to_y) = source.centre, target.centre
    if abs(to_x - x) < ONE_COLUMN:
        return to_y < y
    return (to_x > x) if block.leftward else (to_x < x)
