"""Puts the notes of flows below the labels of their arrows, where there is room.

Labels come first and stay where they are good. A note then takes a line more, or two,
at the same arrow; where that would cover a card, another label or any line, the note
is left to the description of the arrow.
"""

from collections.abc import Iterator
from dataclasses import replace

from designkit.pictures.drawing import Arrow, Box, Drawing, Style
from designkit.pictures.layout.labels import (
    CLOSE,
    PADDING,
    Canvas,
    best_label,
    page_of,
)
from designkit.pictures.lettering import balanced, width_of

WIDEST, MOST_LINES = 150.0, 2
"""Pixels and lines of a note; what does not fit is cut."""


def place_notes(drawing: Drawing) -> Drawing:
    """Give the labels of a labelled `drawing` their notes, where these cover nothing.

    Arrows are asked in their order, so that a note that is written first has its place.
    """
    if not any(arrow.note for arrow in drawing.arrows):
        return drawing
    page, placed = page_of(drawing), dict(enumerate(drawing.arrows))
    for index, arrow in placed.items():
        if arrow.label:
            page.labels.put(index, _box(arrow))
    for index, arrow in enumerate(drawing.arrows):
        if arrow.note and arrow.route and not arrow.is_mate:
            placed[index] = _noted(index, arrow, page)
            page.labels.put(index, _box(placed[index]))
    return replace(drawing, arrows=tuple(placed.values()))


def _box(arrow: Arrow) -> Box:
    """Return what a label keeps free of others."""
    return arrow.label.box.grown(PADDING) if arrow.label else Box(0, 0, 0, 0)


def _noted(index: int, arrow: Arrow, page: Canvas) -> Arrow:
    label = arrow.text if arrow.label is None else arrow.label.text
    for note in _forms(arrow.note):
        text = f"{label}\n{note}" if label else note
        found = best_label(index, replace(arrow, text=text), page)
        if found is not None and found[0] < CLOSE and not found[1].on_line:
            return replace(arrow, label=replace(found[1], text=label, note=note))
    return arrow


def _forms(note: str) -> Iterator[str]:
    """Give a note in one line if it is short, then in two, the second one cut."""
    if width_of(note, Style.LABEL) <= WIDEST:
        yield note
    lines = balanced(note, WIDEST, Style.LABEL, MOST_LINES)
    if len(lines) > 1:
        yield "\n".join(lines)
    narrow = balanced(note, WIDEST / 2, Style.LABEL, MOST_LINES)
    if len(narrow) > 1 and " ".join(narrow) == note:
        yield "\n".join(narrow)
