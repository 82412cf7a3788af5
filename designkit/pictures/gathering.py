"""Several components as one card with a row each, and their wires as its wires.

Where many do the same, such as monitors, each with its own wires hides what all do.
The row of each says what it takes, which its wires no longer tell.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from designkit.model.component import Component
from designkit.pictures.cards import (
    PADDING,
    ROW_GAP,
    ROW_ICON,
    row_of,
    row_width,
    stage_of,
)
from designkit.pictures.drawing import (
    BACK,
    Arrow,
    Member,
    Node,
    NodeRole,
    Style,
    TextPart,
)
from designkit.pictures.fitting import even_lines
from designkit.pictures.lettering import text_part, width_of
from designkit.pictures.phrases import type_label
from designkit.pictures.theme import FONTS

EDGE, UNDER_HEADING, BETWEEN = PADDING + 4, 4.0, 7.0
NOTE, WIDEST_NOTE = 230.0, 340.0
"""Pixels that a line below a row has, and the most it may have."""

WAYS = re.compile(rf"(?<!{BACK})\n")
"""Ends of the lines of a label, but between what a call carries and what comes back."""

RowNote = tuple[Style, str]
"""A text below a row, and its role."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line below a row, with its whole text if it was cut."""

    text: str
    style: Style
    full: str

    @property
    def height(self) -> float:
        return FONTS[self.style].line


def gathered_card(
    id: str,
    title: str,
    parts: Sequence[Component],
    notes: Mapping[str, Sequence[RowNote]],
) -> Node:
    """Return the card of several components of a stage: a row each, its notes below."""
    below = {part.id: _lines(notes.get(part.id, ())) for part in parts}
    y = PADDING + FONTS[Style.HEADING].line + UNDER_HEADING
    rows = list[Member]()
    for part in parts:
        rows.append(_row(part, below[part.id], y))
        y += _tall(below[part.id])
    heading = text_part(title, EDGE, PADDING + _ascent(Style.HEADING), Style.HEADING)
    indent = ROW_ICON + ROW_GAP
    texts = (width_of(it.text, it.style) for it in chain(*below.values()))
    widths = (*map(row_width, parts), *(indent + wide for wide in texts))
    stage = stage_of(parts[0])
    return Node(
        id=id,
        title=title,
        role=NodeRole.STAGE,
        stage=stage.value,
        width=round(max(heading.width, *widths) + 2 * EDGE, 2),
        height=round(y - BETWEEN + PADDING, 2),
        parts=(heading,),
        members=tuple(rows),
        description=f"{title}: {', '.join(part.title for part in parts)}",
    )


def _lines(notes: Iterable[RowNote]) -> tuple[_Line, ...]:
    fitted = (
        (style, even_lines(text, style, NOTE, most=2, widest=WIDEST_NOTE))
        for style, text in notes
    )
    return tuple(
        _Line(line, style, it.full) for style, it in fitted for line in it.lines
    )


def _tall(lines: Iterable[_Line]) -> float:
    return FONTS[Style.ITEM].line + sum(line.height for line in lines) + BETWEEN


def _row(component: Component, lines: Sequence[_Line], y: float) -> Member:
    row, x = row_of(component, EDGE, y), EDGE + ROW_ICON + ROW_GAP
    said, top = list[TextPart](), y + FONTS[Style.ITEM].line
    for line in lines:
        part = text_part(line.text, x, top + _ascent(line.style), line.style)
        said.append(replace(part, full=line.full))
        top += line.height
    return replace(row, parts=(*row.parts, *said))


def _ascent(style: Style) -> float:
    return FONTS[style].line * 0.76


def takings(arrows: Iterable[Arrow], id: str) -> str:
    """Say what a component takes of the others: ``← labels, predictions``."""
    types = (it.carries.split() for it in arrows if it.target == id != it.source)
    labels = dict.fromkeys(type_label(name) for name in chain.from_iterable(types))
    return f"← {', '.join(labels)}" if labels else ""


def gathered_arrows(
    arrows: Iterable[Arrow], home: Mapping[str, str]
) -> tuple[Arrow, ...]:
    """Return the arrows between cards, one for all of a mode from one to another.

    `home` has the card of each component that has none of its own. What goes on inside
    a card is not drawn.
    """
    found: dict[tuple[str, str, str], list[Arrow]] = {}
    for arrow in arrows:
        source, target = (home.get(id, id) for id in (arrow.source, arrow.target))
        if source != target or arrow.source == arrow.target not in home:
            moved = replace(arrow, source=source, target=target)
            found.setdefault((source, target, arrow.mode), []).append(moved)
    return tuple(map(_joined, found.values()))


def _joined(arrows: Sequence[Arrow]) -> Arrow:
    types = chain.from_iterable(arrow.carries.split() for arrow in arrows)
    return replace(
        arrows[0],
        carries=" ".join(dict.fromkeys(types)),
        text="\n".join(_label(arrow.text for arrow in arrows)),
        strong=any(arrow.strong for arrow in arrows),
        description="; ".join(arrow.description for arrow in arrows),
    )


def _label(texts: Iterable[str]) -> Iterator[str]:
    """Give what labels say, each once; what goes there and back stays together."""
    said = dict.fromkeys(chain.from_iterable(map(WAYS.split, texts)))
    paired = {
        line.removesuffix(f" {BACK}") for it in said for line in it.split("\n")[:-1]
    }
    return (it for it in said if it and it not in paired)
