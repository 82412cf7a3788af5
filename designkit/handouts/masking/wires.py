"""Arrows whose labels are left out, with a number and room to write at each."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from designkit.handouts.masking.hiding import Hiding
from designkit.handouts.masking.redaction import normal, said_in
from designkit.handouts.masking.writing import ROOM, blank
from designkit.pictures.drawing import Arrow, ArrowLabel, Box, Drawing, Part, Style
from designkit.pictures.layout.labels import PADDING, Canvas, page_of
from designkit.pictures.lettering import text_part, width_of
from designkit.pictures.phrases import type_label
from designkit.pictures.theme import FONTS

EDGE, TAG_GAP, MARGIN = 2.0, 4.0, 8.0
ROW, LITTLE = FONTS[Style.LABEL].line, 44.0
"""Height of a line of a label, and the width of a blank that needs a second line."""

STEPS = (1.0, 0.75, 0.5, 0.25)
"""Parts of the width that a label lacks, tried one after the other."""

ANCHORS = (0.5, 0.0, 1.0)
"""How much of a label's new width lies to the left of it."""

End = tuple[str, str]
"""The id and the name of a node in a masked picture."""


def hidden_arrows(drawing: Drawing, hiding: Hiding) -> Mapping[int, int]:
    """Number the labels that are left out, row by row, by the index of their arrow.

    A label is left out as well if it tells the name of a box.
    """
    hidden = [
        (arrow.label.box.y, arrow.label.box.x, index)
        for index, arrow in enumerate(drawing.arrows)
        if arrow.label and _is_hidden(arrow, hiding)
    ]
    return {index: number for number, (_, _, index) in enumerate(sorted(hidden), 1)}


def _is_hidden(arrow: Arrow, hiding: Hiding) -> bool:
    return hiding.plan.hides_flow(arrow) or hiding.tells(arrow.text)


def label_of(arrow: Arrow) -> str:
    """Return the label of `arrow` in one line, its types of data between commas."""
    text = normal(arrow.text)
    labels = frozenset(map(type_label, arrow.carries.split()))
    return ", ".join(sorted(said_in(text, labels), key=text.find)) or text


def masked_arrows(
    drawing: Drawing, ends: Mapping[str, End], hiding: Hiding, tags: Mapping[int, int]
) -> tuple[Arrow, ...]:
    """Return the arrows with blanks for labels, in the same places and on the same way.

    `ends` gives the new ids and names by the old ids, `tags` the numbers of labels.
    """
    room = _Room(page_of(drawing), drawing.width)
    for index, arrow in enumerate(drawing.arrows):
        if arrow.label:
            room.page.labels.put(index, arrow.label.box.grown(PADDING))
    return tuple(
        _masked(
            arrow,
            ends,
            hiding,
            room.label(index, arrow, tags) if index in tags else None,
        )
        for index, arrow in enumerate(drawing.arrows)
    )


def _masked(
    arrow: Arrow, ends: Mapping[str, End], hiding: Hiding, label: ArrowLabel | None
) -> Arrow:
    is_hidden = _is_hidden(arrow, hiding)
    carries = () if is_hidden else tuple(_told(arrow.carries.split(), hiding))
    return replace(
        arrow,
        source=ends[arrow.source][0],
        target=ends[arrow.target][0],
        carries=" ".join(carries),
        text=label.text if label else "" if is_hidden else arrow.text,
        description=_sentence(arrow, ends, carries),
        label=label or (arrow.label and replace(arrow.label, note="")),
        note="",
    )


def _told(types: Iterable[str], hiding: Hiding) -> Iterator[str]:
    for name in types:
        if not hiding.tells(f"{name}, {type_label(name)}"):
            yield name


def _sentence(arrow: Arrow, ends: Mapping[str, End], carries: tuple[str, ...]) -> str:
    """Say what may be known of an arrow: its ends, its mode and what it carries."""
    (_, first), (_, last) = ends[arrow.source], ends[arrow.target]
    types = ", ".join(map(type_label, carries))
    return f"{first} to {last}, {arrow.mode}" + (f": {types}" if types else "")


@dataclass(frozen=True, slots=True)
class _Room:
    """Where labels may be wider than they were."""

    page: Canvas
    width: float

    def label(
        self, index: int, arrow: Arrow, tags: Mapping[int, int]
    ) -> ArrowLabel | None:
        """Return the label of an arrow: its number, and blanks as long as may be."""
        if arrow.label is None:
            return None
        tag = f"a{tags[index]}"
        wide = width_of(tag, Style.LABEL) + TAG_GAP + 2 * EDGE
        box = self._widened(index, arrow.label.box, wide)
        if box.height < 2 * ROW and box.width - wide < LITTLE:
            box = self._heightened(index, box)
        self.page.labels.put(index, box.grown(PADDING))
        parts = tuple(_parts(tag, box))
        return replace(arrow.label, text=tag, box=box, parts=parts, note="")

    def _widened(self, index: int, box: Box, tag: float) -> Box:
        """Return the widest of the boxes tried that covers nothing new."""
        lacking = tag + ROOM - box.width
        crossed = self.page.lines.hits(box.grown(1))
        for step in STEPS if lacking > 0 else ():
            for anchor in ANCHORS:
                wider = Box(
                    round(box.x - anchor * step * lacking, 2),
                    box.y,
                    round(box.width + step * lacking, 2),
                    box.height,
                )
                if self._is_free(index, wider, crossed):
                    return wider
        return box

    def _heightened(self, index: int, box: Box) -> Box:
        """Return the box with one line more, if that covers nothing new."""
        crossed = self.page.lines.hits(box.grown(1))
        for y in (box.y, box.y - ROW):
            taller = Box(box.x, round(y, 2), box.width, box.height + ROW)
            if self._is_free(index, taller, crossed):
                return taller
        return box

    def _is_free(self, index: int, box: Box, crossed: int) -> bool:
        return (
            box.x >= MARGIN
            and box.right <= self.width - MARGIN
            and not self.page.cards.hits(box)
            and not self.page.labels.hits(box, but=index)
            and self.page.lines.hits(box.grown(1)) <= crossed
        )


def _parts(tag: str, box: Box) -> Iterator[Part]:
    """Give the number of a label, and a blank for each line in its box."""
    left, wide = box.x + EDGE, width_of(tag, Style.LABEL) + TAG_GAP
    for row in range(round(box.height / ROW)):
        y = box.y + ROW * (row + 0.79)
        x = left if row else left + wide
        if not row:
            yield text_part(tag, left, y, Style.LABEL)
        yield blank(x, y, box.right - EDGE - x)
