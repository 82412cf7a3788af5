"""A bar to scale below a picture: pieces one after another, each with its text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

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
from designkit.pictures.stretching import NUMBERED

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


def bar_below(
    placement: Placement, title: str, heading: str, pieces: Sequence[BarPiece]
) -> tuple[Node, ...]:
    """Return the bar called `title` as wide as what is above it, if it has pieces."""
    if not pieces:
        return ()
    boxes = [group.box for group in placement.groups]
    width = max((box.right for box in boxes), default=LEAST)
    top = max((box.bottom for box in boxes), default=0.0) + GAP
    parts = (text_part(heading, 0.0, 14.0, Style.BAND), *_drawn(pieces, width))
    bottom = max(_bottom(part) for part in parts)
    return (
        Node(
            id=f"@{title.lower()}",
            title=title,
            role=NodeRole.BAR,
            stage="",
            width=round(width, 2),
            height=round(bottom, 2),
            parts=parts,
            description=f"{title}: " + ", ".join(piece.text for piece in pieces),
        ).at(0.0, round(top, 2)),
    )


def _drawn(pieces: Sequence[BarPiece], width: float) -> Iterator[Part]:
    """Draw the pieces in a row; what does not fit has a number, told below."""
    first = pieces[0].start
    scale, free = width / (max(piece.end for piece in pieces) - first), 0.0
    told = list[str]()
    for piece in pieces:
        x, wide = (piece.start - first) * scale, (piece.end - piece.start) * scale
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
            yield text_part(number, left, HEAD + HEIGHT + NUMBERED, Style.LABEL)
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
