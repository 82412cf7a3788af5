"""Texts of pictures in the font of their role: measured, cut, broken, set as lines."""

from collections.abc import Sequence

from designkit.pictures.drawing import Style, TextPart
from designkit.pictures.fonts import clamp_text, fit_text, text_width
from designkit.pictures.theme import FONTS


def width_of(text: str, style: Style) -> float:
    """Return the width of `text` in `style`, in pixels."""
    font = FONTS[style]
    return text_width(text, font.size, font.weight)


def text_part(text: str, x: float, y: float, style: Style) -> TextPart:
    """Return a text as wide as it is; `x` is its left end, `y` its baseline."""
    width = round(width_of(text, style), 2)
    return TextPart(round(x, 2), round(y, 2), text, style, width)


def cut(text: str, width: float, style: Style) -> str:
    """Return `text`, cut with an ellipsis if it is wider than `width` pixels."""
    font = FONTS[style]
    return fit_text(text, font.size, width, font.weight)


def wrapped(text: str, width: float, style: Style, most: int) -> tuple[str, ...]:
    """Break `text` into at most `most` lines, cut where wider than `width` pixels."""
    font = FONTS[style]
    return clamp_text(text, font.size, width, font.weight, most=most, widest=width)


def balanced(text: str, width: float, style: Style, most: int) -> tuple[str, ...]:
    """Break `text` like `wrapped`, but no line much shorter than the others."""
    lines = wrapped(text, width, style, most)
    narrower = (width * part / 20 for part in range(8, 20))
    tried = (wrapped(text, room, style, len(lines)) for room in narrower)
    return next((other for other in tried if " ".join(other) == text), lines)


def stacked(
    lines: Sequence[str], x: float, top: float, style: Style
) -> tuple[TextPart, ...]:
    """Set `lines` one below the other, the first one line below `top`."""
    step = FONTS[style].line
    return tuple(
        text_part(line, x, top + step * (index + 1), style)
        for index, line in enumerate(lines)
    )


def label_size(text: str) -> tuple[float, float]:
    """Return width and height of a label of one or more lines."""
    font = FONTS["label"]
    rows = text.split("\n")
    widest = max(text_width(row, font.size, font.weight) for row in rows)
    return widest + 4, font.line * len(rows)
