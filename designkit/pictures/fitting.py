"""Fits texts of cards: into even lines, cut in the middle where they are too long."""

from dataclasses import dataclass
from functools import lru_cache

from designkit.pictures.breaking import TextPiece, filled, in_letters, pieces
from designkit.pictures.drawing import Style
from designkit.pictures.lettering import width_of
from designkit.text.clusters import clusters

STEPS = 20
"""Widths that are tried between the least and the most."""

LEAST_SHARE = 0.3
"""How much narrower than their room even lines may be."""

HEAD_SHARE = 0.6
"""How much of what is kept of a text is its beginning."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text in lines; `full` is all of it where something was cut, else empty."""

    lines: tuple[str, ...]
    full: str = ""


def even_lines(
    text: str, style: Style, width: float, *, most: int, widest: float
) -> Fitted:
    """Break `text` into few lines that are about as long as each other.

    They are as wide as `width` where `most` lines are enough, else up to `widest`; what
    does not fit even then is cut in the middle, since names differ at both ends.
    """
    if not text.strip():
        return Fitted(())
    for step in range(STEPS + 1):
        room = width + (widest - width) * step / STEPS
        parts = _parts(text, style, room, widest)
        lines = _filled(parts, style, room)
        if _fits(lines, style, most, widest):
            return Fitted(_evened(parts, style, room, lines))
    return Fitted(_shortened(text, style, most, widest), text)


@lru_cache(maxsize=4096)
def cut_middle(text: str, style: Style, width: float) -> Fitted:
    """Return `text` in one line, cut in the middle if it is wider than `width`."""
    if width_of(text, style) <= width:
        return Fitted((text,))
    return Fitted(_shortened(text, style, 1, width), text)


def _parts(
    text: str, style: Style, room: float, widest: float
) -> tuple[TextPiece, ...]:
    """Return the pieces of `text`; one without a joint is broken where it is widest."""
    parts = pieces(text, lambda word: width_of(word, style) > room)
    return tuple(in_letters(parts, lambda word: width_of(word, style) > widest))


def _filled(parts: tuple[TextPiece, ...], style: Style, room: float) -> tuple[str, ...]:
    return filled(parts, lambda line: width_of(line, style) <= room)


def _fits(lines: tuple[str, ...], style: Style, most: int, widest: float) -> bool:
    widths = (width_of(line, style) for line in lines)
    return len(lines) <= most and max(widths) <= widest


def _evened(
    parts: tuple[TextPiece, ...], style: Style, room: float, lines: tuple[str, ...]
) -> tuple[str, ...]:
    """Return as many lines as `lines` in the least room that they can have."""
    steps = range(round(STEPS * LEAST_SHARE), STEPS)
    tried = (_filled(parts, style, room * step / STEPS) for step in steps)
    return next((other for other in tried if len(other) == len(lines)), lines)


def _shortened(text: str, style: Style, most: int, widest: float) -> tuple[str, ...]:
    """Keep as much of both ends of `text` as `most` lines of `widest` can take."""
    letters = tuple(clusters(" ".join(text.split())))
    best: tuple[str, ...] = ("…",)
    low, high = 0, len(letters)
    while low < high:
        kept = (low + high + 1) // 2
        lines = _filled(_around(letters, kept, style, widest), style, widest)
        if _fits(lines, style, most, widest):
            low, best = kept, lines
        else:
            high = kept - 1
    return best


def _around(
    letters: tuple[str, ...], kept: int, style: Style, widest: float
) -> tuple[TextPiece, ...]:
    """Return the pieces of a text of which `kept` letters are left, around a gap."""
    tail = round(kept * (1 - HEAD_SHARE))
    start = "".join(letters[: kept - tail]).rstrip(" ·,-")
    end = "".join(letters[len(letters) - tail :]).lstrip(" ·,-")
    return _parts(f"{start}…{end}", style, widest, widest)
