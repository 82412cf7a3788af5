"""The bar of a budget, to scale: the p99 of each hop against what is promised."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from designkit.estimates.answering import promised_wait
from designkit.model.critical_path import CriticalPath
from designkit.model.design import Design
from designkit.pictures.bands import Placement
from designkit.pictures.drawing import (
    BarLook,
    BarPart,
    Node,
    NodeRole,
    Part,
    Style,
    TextPart,
)
from designkit.pictures.lettering import cut, text_part, width_of
from designkit.quantities.writing import shown_latency

GAP, HEAD, HEIGHT, LEAST = 34.0, 24.0, 26.0, 560.0
"""Pixels above the bar, of its heading, of the bar, and of its width at least."""

LINE, PAD = 18.0, 7.0


@dataclass(frozen=True, slots=True)
class BarPiece:
    """A piece of the bar: what it is called, and from where to where it takes."""

    text: str
    start: float
    end: float
    look: BarLook


def budget_bar(
    design: Design, path: CriticalPath, placement: Placement
) -> tuple[Node, ...]:
    """Return the bar below the cards; none without times, or with nobody to wait."""
    pieces = tuple(_pieces(design, path))
    if not pieces:
        return ()
    boxes = [group.box for group in placement.groups]
    width = max((box.right for box in boxes), default=LEAST)
    top = max((box.bottom for box in boxes), default=0.0) + GAP
    heading = text_part("Budget, hop by hop, at p99", 0.0, 14.0, Style.BAND)
    parts = (heading, *_drawn(pieces, width))
    bottom = max(_bottom(part) for part in parts)
    return (
        Node(
            id="@budget",
            title="Budget",
            role=NodeRole.BAR,
            stage="",
            width=round(width, 2),
            height=round(bottom, 2),
            parts=parts,
            description="Budget: " + ", ".join(piece.text for piece in pieces),
        ).at(0.0, round(top, 2)),
    )


def _pieces(design: Design, path: CriticalPath) -> Iterator[BarPiece]:
    """Give the hops of the path one after another, then what is left or too much."""
    end, wanted = 0.0, promised_wait(design)
    limit = wanted.value if wanted and wanted.value else 0.0
    for id in path.components:
        component = design.components[id]
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


def _drawn(pieces: Sequence[BarPiece], width: float) -> Iterator[Part]:
    """Draw the pieces in a row; what does not fit has a number, told below."""
    scale, free, told = width / max(piece.end for piece in pieces), 0.0, list[str]()
    for piece in pieces:
        x, wide = piece.start * scale, (piece.end - piece.start) * scale
        yield BarPart(round(x, 2), HEAD, round(wide, 2), HEIGHT, piece.look)
        room = width_of(piece.text, Style.LABEL)
        if room + 2 * PAD <= wide:
            left = x + (wide - room) / 2
            yield text_part(piece.text, left, HEAD + HEIGHT / 2 + 5, Style.LABEL)
        else:
            told.append(f"{len(told) + 1} {piece.text}")
            number = f"{len(told)}"
            left = max(x + (wide - width_of(number, Style.LABEL)) / 2, free)
            free = left + width_of(number, Style.LABEL) + 4
            yield text_part(number, left, HEAD + HEIGHT + 14, Style.LABEL)
    yield from _told(told, width)


def _told(texts: Sequence[str], width: float) -> Iterator[Part]:
    """Set the texts of numbered pieces in lines below the bar, cut at its width."""
    x, y = 0.0, HEAD + HEIGHT + 36
    for text in texts:
        shown = cut(text, width, Style.LABEL)
        room = width_of(shown, Style.LABEL)
        if x and x + room > width:
            x, y = 0.0, y + LINE
        part = text_part(shown, x, y, Style.LABEL)
        yield part if shown == text else replace(part, full=text)
        x += room + 22


def _bottom(part: Part) -> float:
    if isinstance(part, BarPart):
        return part.y + part.height
    return part.y + 4 if isinstance(part, TextPart) else 0.0
