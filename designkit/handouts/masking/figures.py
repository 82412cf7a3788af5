"""The lines of figures of a picture, in the order of reading."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from designkit.handouts.masking.mask import MaskPlan
from designkit.handouts.masking.numerals import numbers_in
from designkit.pictures.drawing import Drawing, Node, Style, TextPart


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A line of figures on a card, or a sentence of the page that holds numbers.

    `place` is the id of the node or of its row, or the part of the page; `index` is
    which of its parts or sentences the line is.
    """

    place: str
    index: int
    text: str
    is_prose: bool = False


def figure_lines(drawing: Drawing) -> tuple[FigureLine, ...]:
    """Return the lines of figures of `drawing`: subtitle, cards by row, caption."""
    nodes = sorted(drawing.nodes, key=lambda node: (node.box.y, node.box.x))
    subtitle = _sentences(subtitle_of(drawing), (drawing.subtitle,))
    caption = _sentences(caption_of(drawing), drawing.caption)
    return (*subtitle, *(line for node in nodes for line in _on(node)), *caption)


def subtitle_of(drawing: Drawing) -> str:
    """Return what the subtitle is called as a place of figures; no id is like it."""
    return f"{drawing.name} subtitle"


def caption_of(drawing: Drawing) -> str:
    """Return what the caption is called as a place of figures; no id is like it."""
    return f"{drawing.name} caption"


def numbered(drawing: Drawing, plan: MaskPlan) -> Mapping[tuple[str, int], int]:
    """Number the lines that `plan` hides, by place and index."""
    hidden = [line for line in figure_lines(drawing) if plan.hides_figures(line.place)]
    return {(line.place, line.index): n for n, line in enumerate(hidden, 1)}


def _on(node: Node) -> Iterator[FigureLine]:
    rows = ((row.id, row.parts) for row in node.members)
    for id, parts in ((node.id, node.parts), *rows):
        for index, part in enumerate(parts):
            if isinstance(part, TextPart) and part.style is Style.FIGURE:
                yield FigureLine(id, index, part.text)


def _sentences(place: str, texts: tuple[str, ...]) -> Iterator[FigureLine]:
    for index, text in enumerate(texts):
        if numbers_in(text):
            yield FigureLine(place, index, text, is_prose=True)
