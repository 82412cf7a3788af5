"""Cards: a component, or a whole stage, as a box of measured size."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from designkit.catalog.kind import Stage
from designkit.catalog.technologies import find_technology
from designkit.model.component import Component
from designkit.pictures.drawing import (
    IconPart,
    LoopPart,
    Member,
    Node,
    NodeRole,
    Part,
    RulePart,
    Style,
    TextPart,
)
from designkit.pictures.fitting import Fitted, cut_middle, even_lines
from designkit.pictures.lettering import text_part, width_of
from designkit.pictures.theme import FONTS
from designkit.source.kind_of import glyph_of, kind_of

PADDING, ICON, ICON_GAP = 12.0, 26.0, 10.0
COLUMN = 138.0
"""Width of the texts of a component's card, in pixels."""

ROW_ICON, ROW_GAP, COLUMN_GAP = 18.0, 9.0, 26.0
LOOP_PAD, LOOP_GAP = 11.0, 5.0
"""Room between a loop and its text to the left, and above it, in pixels."""

MOST_LINES = 2
ROW_NAME, ROW_TECHNOLOGY = 280.0, 160.0
"""Most width of a name and of a technology in a line of a stage's card, in pixels."""


def stage_of(component: Component) -> Stage:
    """Return the stage of the component's kind."""
    found = kind_of(component)
    return found.stage if found else Stage.SERVING


@dataclass(slots=True)
class _Pen:
    """Writes lines of text one below the other."""

    x: float
    y: float
    parts: list[Part]

    def write(self, text: str, style: Style, full: str = "") -> None:
        """Write one line; `full` is what was cut to it."""
        font = FONTS[style]
        baseline = self.y + font.line * 0.76
        width = round(width_of(text, style), 2)
        self.parts.append(
            TextPart(round(self.x, 2), round(baseline, 2), text, style, width, full)
        )
        self.y += font.line

    def write_round(self, text: str) -> None:
        """Write one line with a loop round it."""
        height = FONTS[Style.FIGURE].line + LOOP_GAP
        width = round(width_of(text, Style.FIGURE) + 2 * LOOP_PAD, 2)
        top = round(self.y + LOOP_GAP, 2)
        self.parts.append(LoopPart(round(self.x, 2), top, width, height))
        self.x, self.y = self.x + LOOP_PAD, top + LOOP_GAP / 2
        self.write(text, Style.FIGURE)
        self.x, self.y = self.x - LOOP_PAD, top + height + LOOP_GAP


def component_card(
    component: Component,
    figures: Sequence[str] = (),
    tags: Sequence[str] = (),
    inside: Sequence[Component] = (),
    *,
    loop: str = "",
    strong: bool = False,
) -> Node:
    """Return the card of `component`: icon, name, technology, `figures` and `tags`.

    What it does in a `loop` has a line round it; what is `inside` has a row each.
    """
    lines = (
        *_lines(component.title, Style.NAME),
        *_lines(component.technology or "", Style.TECHNOLOGY),
        *(line for text in figures for line in _lines(text, Style.FIGURE)),
        *(line for tag in tags for line in _lines(tag, Style.CAPTION)),
    )
    widest = max((width_of(text, style) for text, style, _ in lines), default=0.0)
    left = PADDING + ICON + ICON_GAP
    spare = 0.0 if loop or inside else _spare(style for _, style, _ in lines)
    pen = _Pen(left, PADDING - 2 + spare / 2, [])
    icon = _icon(component, PADDING, PADDING + (-1 if spare else 1), ICON)
    for text, style, full in lines:
        pen.write(text, style, full)
    if loop:
        pen.write_round(loop)
        widest = max(widest, width_of(loop, Style.FIGURE) + 2 * LOOP_PAD)
    rows = tuple(
        row_of(part, left, round(pen.y + 4 + number * FONTS["item"].line, 2))
        for number, part in enumerate(inside)
    )
    pen.y += len(rows) * FONTS["item"].line + (4 if rows else 0)
    widest = max(widest, *(row_width(part) for part in inside), 0.0)
    return Node(
        id=component.id,
        title=component.title,
        role=NodeRole.COMPONENT,
        stage=stage_of(component).value,
        kind=component.kind_name,
        width=round(left + max(widest, COLUMN) + PADDING, 2),
        height=round(max(pen.y, PADDING + ICON) + PADDING - 2, 2),
        parts=(icon, *pen.parts),
        members=rows,
        description=_described(component, inside),
        strong=strong,
        url=component.url or "",
    )


def _spare(styles: Iterable[Style]) -> float:
    """Return how much lower the lines of a card are than its icon."""
    return max(0.0, ICON + 2 - sum(FONTS[style].line for style in styles))


def ghost_card(component: Component, where: int | str) -> Node:
    """Return a card that repeats `component`, in another line or lane of a picture."""
    card = component_card(component, tags=("as above",))
    return replace(card, id=f"{component.id}@{where}", role=NodeRole.GHOST)


def _described(component: Component, inside: Sequence[Component]) -> str:
    parts = ", ".join(map(describe, inside))
    return f"{describe(component)}; inside it {parts}" if parts else describe(component)


def describe(component: Component) -> str:
    """Say in a sentence what `component` is, for whoever cannot see the card."""
    runs = f" on {component.technology}" if component.technology else ""
    leads = f" ({component.url})" if component.url else ""
    return f"{component.title}: {component.kind_name}{runs}{leads}"


def _lines(text: str, style: Style) -> Iterator[tuple[str, Style, str]]:
    """Give `text` in at most two lines as wide as a card, cut only past those."""
    fitted = even_lines(text, style, COLUMN, most=MOST_LINES, widest=2 * COLUMN)
    yield from ((line, style, fitted.full) for line in fitted.lines)


def stage_card(
    id: str,
    title: str,
    stage: Stage,
    components: Sequence[Component],
    figure: str = "",
    *,
    columns: int = 1,
    width: float = 0.0,
    height: float = 0.0,
) -> Node:
    """Return the card of a stage: heading, a line a component, a figure at its foot.

    `width` and `height` are the least it has; it grows as its texts need.
    """
    rows = -(-len(components) // columns)
    each = [(component, _RowTexts.of(component)) for component in components]
    table = [each[i * rows : (i + 1) * rows] for i in range(columns)]
    room = [max((it.width for _, it in column), default=0.0) for column in table]
    wanted = sum(room) + COLUMN_GAP * (columns - 1)
    texts = [width_of(title, Style.HEADING), width_of(figure, Style.FIGURE), wanted]
    pen = _Pen(PADDING + 4, PADDING, [])
    pen.write(title, Style.HEADING)
    top, x, members = pen.y + 4, PADDING + 4, list[Member]()
    for column, space in zip(table, room, strict=True):
        members += [
            _row(*row, x, top + i * FONTS["item"].line) for i, row in enumerate(column)
        ]
        x += space + COLUMN_GAP
    foot = FONTS["figure"].line + 10 if figure else 0.0
    least = top + rows * FONTS["item"].line + 6 + foot + PADDING - 4
    wide = round(max(width, max(texts) + 2 * PADDING + 8), 2)
    tall = round(max(height, least), 2)
    if figure:
        pen.y = tall - FONTS["figure"].line - PADDING + 3
        pen.parts.append(
            RulePart(PADDING + 4, round(pen.y - 6, 2), round(wide - 2 * PADDING - 8, 2))
        )
        pen.write(figure, Style.FIGURE)
    return Node(
        id=id,
        title=title,
        role=NodeRole.STAGE,
        stage=stage.value,
        width=wide,
        height=tall,
        parts=tuple(pen.parts),
        members=tuple(members),
        description=f"{title}: {', '.join(c.title for c in components)}",
    )


def row_width(component: Component) -> float:
    """Return how wide the line of `component` in the card of several is, in pixels."""
    return _RowTexts.of(component).width


@dataclass(frozen=True, slots=True)
class _RowTexts:
    """Name and technology of a row, cut where they are very long, and how wide it is.

    The technology begins `behind` the name, from the left end of the name.
    """

    name: Fitted
    technology: Fitted
    behind: float
    width: float

    @classmethod
    def of(cls, component: Component) -> "_RowTexts":
        name = cut_middle(component.title, Style.ITEM, ROW_NAME)
        shown = short_technology(component)
        technology = cut_middle(shown, Style.TECHNOLOGY, ROW_TECHNOLOGY)
        wide, shown = width_of(name.lines[0], Style.ITEM), technology.lines[0]
        width = ROW_ICON + ROW_GAP + wide
        width = width + 8 + width_of(shown, Style.TECHNOLOGY) if shown else width
        return cls(name, technology, wide, width)


def short_technology(component: Component) -> str:
    """Return the product that a component runs on, without the rest of the text."""
    text = component.technology or ""
    found = find_technology(text)
    if found is None:
        return text if len(text) <= len("in-house rule engine") else ""
    return found.name


def _icon(component: Component, x: float, y: float, size: float) -> IconPart:
    """Return the icon of what `component` runs on, or the glyph of its kind."""
    technology = component.technology or ""
    return IconPart(x, y, size, technology, glyph_of(component))


def row_of(component: Component, x: float, y: float) -> Member:
    """Return the line for `component` in the card of several, at `x`, `y` in it."""
    return _row(component, _RowTexts.of(component), x, y)


def _row(component: Component, texts: _RowTexts, x: float, y: float) -> Member:
    baseline = round(y + FONTS["item"].line * 0.7, 2)
    left = x + ROW_ICON + ROW_GAP
    title = _set(texts.name, left, baseline, Style.ITEM)
    parts: list[Part] = [_icon(component, x, round(y + 2, 2), ROW_ICON), title]
    if texts.technology.lines[0]:
        right = left + texts.behind + 8
        parts.append(_set(texts.technology, right, baseline, Style.TECHNOLOGY))
    return Member(
        id=component.id,
        kind=component.kind_name,
        stage=stage_of(component).value,
        title=describe(component),
        parts=tuple(parts),
        url=component.url or "",
    )


def _set(fitted: Fitted, x: float, baseline: float, style: Style) -> TextPart:
    part = text_part(fitted.lines[0], x, baseline, style)
    return replace(part, full=fitted.full) if fitted.full else part
