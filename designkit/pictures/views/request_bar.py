"""The bar of a budget, to scale: the p99 of each hop against what is promised."""

from collections.abc import Iterator

from designkit.estimates.answering import AwaitedAnswer
from designkit.pictures.bands import Placement
from designkit.pictures.drawing import BarLook, Node
from designkit.pictures.views.bar import BarPiece, bar_below
from designkit.quantities.writing import shown_latency


def budget_bar(awaited: AwaitedAnswer, placement: Placement) -> tuple[Node, ...]:
    """Return the bar below the cards; none without times, or with nobody to wait."""
    pieces = tuple(_pieces(awaited))
    return bar_below(placement, "Budget", "Budget, hop by hop, at p99", pieces)


def _pieces(awaited: AwaitedAnswer) -> Iterator[BarPiece]:
    """Give the hops of the path one after another, then what is left or too much."""
    end, wanted = 0.0, awaited.promised
    limit = wanted.value if wanted and wanted.value else 0.0
    for id in awaited.path.components:
        component = awaited.parts[id]
        own = component.time("p99")
        if own and own.high:
            start, end = end, end + own.high
            text = f"{component.title} {shown_latency(own.high)}"
            look = BarLook.OVER if limit and end > limit + 1e-9 else BarLook.HOP
            yield BarPiece(text, start, end, look)
    if end and limit > end:
        yield BarPiece(
            f"{shown_latency(limit - end)} to spare", end, limit, BarLook.REST
        )
