"""Lines with room to write in: shown words and blanks, side by side."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from designkit.handouts.masking.numerals import Span
from designkit.pictures.drawing import BlankPart, Part, Style
from designkit.pictures.fonts import fit_text
from designkit.pictures.lettering import text_part, width_of
from designkit.pictures.theme import FONTS

ROOM = 60.0
"""Width that a blank should have for a hand to write a word in, in pixels."""

LEAST, TIGHTEST = 20.0, 0.82
"""Width of a blank for a number, in pixels, and how far words are squeezed for it."""

SPACES = re.compile("[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line, shown or hidden."""

    text: str
    hidden: bool = False


def pieces_of(text: str, spans: Iterable[Span]) -> tuple[Piece, ...]:
    """Return `text` in pieces, with what lies in `spans` hidden; they may overlap."""
    inside = [False] * len(text)
    for start, end in spans:
        inside[start:end] = [True] * (end - start)
    return tuple(
        Piece("".join(text[at] for at in places), hidden)
        for hidden, run in groupby(range(len(text)), key=inside.__getitem__)
        for places in [list(run)]
    )


def written(
    pieces: Sequence[Piece], x: float, y: float, style: Style, room: float
) -> tuple[Part, ...]:
    """Set `pieces` in a line of at most `room`, with blanks as wide as they may be.

    A blank is as wide as what it hides, and has `ROOM` where there is any; where there
    is very little, the words between blanks are drawn together a bit.
    """
    natural = [min(width_of(piece.text, style), room) for piece in pieces]
    hidden = [w for w, piece in zip(natural, pieces, strict=True) if piece.hidden]
    words = sum(natural) - sum(hidden)
    tight = _squeeze(words, room - words, len(hidden))
    filled = iter(_stretched(hidden, room - words * tight))
    parts = list[Part]()
    for piece, width in zip(pieces, natural, strict=True):
        wide = next(filled) if piece.hidden else width * tight
        parts += _part(piece, x, y, style, wide)
        x += wide
    return tuple(parts)


def fits(pieces: Sequence[Piece], style: Style, room: float) -> bool:
    """Whether `pieces` can be set in a line of `room` with blanks that can be used."""
    words = sum(width_of(piece.text, style) for piece in pieces if not piece.hidden)
    blanks = sum(piece.hidden for piece in pieces)
    return words * TIGHTEST + LEAST * blanks <= room


def _squeeze(words: float, left: float, blanks: int) -> float:
    """Return the factor by which words are drawn together, so that blanks have room."""
    lacking = LEAST * blanks - left
    return max(TIGHTEST, 1 - lacking / words) if lacking > 0 and words else 1.0


def _stretched(widths: Sequence[float], room: float) -> list[float]:
    """Widen blanks towards `ROOM`, each by the same part of what it lacks.

    Where there is too little room for all of them, the widest give way.
    """
    least = [max(LEAST, width) for width in widths]
    if sum(least) > room:
        return _levelled(least, room)
    lacks = [max(0.0, ROOM - width) for width in least]
    share = min(1.0, (room - sum(least)) / sum(lacks)) if sum(lacks) else 0.0
    return [width + share * lack for width, lack in zip(least, lacks, strict=True)]


def _levelled(widths: Sequence[float], room: float) -> list[float]:
    """Cut the widest of `widths` down to one level, so that all take up `room`."""
    left, cut = max(0.0, room), dict[int, float]()
    for done, index in enumerate(sorted(range(len(widths)), key=widths.__getitem__)):
        cut[index] = min(widths[index], left / (len(widths) - done))
        left -= cut[index]
    return [cut[index] for index in range(len(widths))]


def _part(
    piece: Piece, x: float, y: float, style: Style, width: float
) -> Iterator[Part]:
    """Give the part for `piece`; spaces around a text are left out of it."""
    if piece.hidden:
        yield blank(x, y, width)
    elif text := piece.text.strip():
        scale = width / (width_of(piece.text, style) or 1.0)
        ahead = piece.text[: len(piece.text) - len(piece.text.lstrip())]
        part = text_part(text, x + width_of(ahead, style) * scale, y, style)
        yield replace(part, width=round(part.width * scale, 2))


def blank(x: float, y: float, width: float) -> BlankPart:
    """Return room to write on."""
    return BlankPart(round(x, 2), round(y, 2), round(width, 2))


def broken(
    pieces: Iterable[Piece], style: Style, width: float
) -> tuple[tuple[Piece, ...], ...]:
    """Break `pieces` at spaces into lines of at most `width`, with room in blanks."""
    lines, left = [list[Piece]()], width
    for word in _words(pieces):
        needed = sum(_wish(piece, style) for piece in word)
        space = width_of(" ", style) if lines[-1] else 0.0
        if lines[-1] and space + needed > left:
            lines.append([])
            left, space = width, 0.0
        lines[-1] += [Piece(" "), *word] if lines[-1] else word
        left -= space + needed
    return tuple(_joined(line, style, width) for line in lines)


def _wish(piece: Piece, style: Style) -> float:
    width = width_of(piece.text, style)
    return max(width, ROOM) if piece.hidden else width


def _words(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Give what may not be parted: shown words, and blanks with what touches them."""
    word = list[Piece]()
    for piece in pieces:
        if piece.hidden:
            word.append(piece)
            continue
        first, *others = SPACES.split(piece.text)
        word += [Piece(first)] if first else []
        for other in others:
            if word:
                yield word
            word = [Piece(other)] if other else []
    if word:
        yield word


def _joined(line: Iterable[Piece], style: Style, width: float) -> tuple[Piece, ...]:
    """Return a line with shown pieces that touch made one, cut if it is too wide."""
    font = FONTS[style]
    runs = groupby(line, key=lambda piece: piece.hidden)
    texts = (("".join(piece.text for piece in run), hidden) for hidden, run in runs)
    return tuple(
        Piece(text if hidden else fit_text(text, font.size, width, font.weight), hidden)
        for text, hidden in texts
    )
