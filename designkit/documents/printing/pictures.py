"""The pictures of a paper: which it shows, what they are called, how wide they are."""

from designkit.documents.paper import Paper, Picture
from designkit.documents.printing.inline import words
from designkit.pictures.drawing import Drawing
from designkit.pictures.theme import FONTS

POINTS = 72 / 25.4
COLUMN, PLATE = (178 * POINTS, 240 * POINTS), (273 * POINTS, 170 * POINTS)
"""What a picture may cover, in points, on a page of A4 and on one turned sideways."""

SMALLEST = 5.0
"""Points; smaller text is not read in print."""

LARGEST = 0.7
"""Points for a pixel of a drawing: its texts are then as large as those around it."""


def shown_views(paper: Paper) -> tuple[str, ...]:
    """Return the names of the views that `paper` shows, each once, in order."""
    shown = (block.view for block in paper.blocks if isinstance(block, Picture))
    return tuple(dict.fromkeys(shown))


def picture_title(paper: Paper, picture: Picture) -> str:
    """Return what stands for a `picture` where it cannot be seen."""
    if picture.alt:
        return words(picture.alt)
    return f"{paper.drawings[picture.view].title}: {picture.view.replace('-', ' ')}"


def is_plate(drawing: Drawing) -> bool:
    """Whether a page of its own, turned sideways, makes `drawing` readable."""
    upright, sideways = _scale(drawing, COLUMN), _scale(drawing, PLATE)
    smallest = min(font.size for font in FONTS.values())
    return smallest * upright < SMALLEST and sideways > upright


def printed_size(drawing: Drawing, *, plate: bool) -> tuple[float, float]:
    """Return width and height of `drawing` on its page of A4, in points."""
    scale = _scale(drawing, PLATE if plate else COLUMN)
    return drawing.width * scale, drawing.height * scale


def _scale(drawing: Drawing, room: tuple[float, float]) -> float:
    return min(LARGEST, room[0] / drawing.width, room[1] / drawing.height)
