"""Puts a placed picture on its page: title above, legend and caption below."""

from dataclasses import replace

from designkit.pictures.drawing import Arrow, Box, Drawing, Entry, Style, TextPart
from designkit.pictures.fonts import clamp_text, fit_text, text_width
from designkit.pictures.theme import FONTS

MARGIN, GAP, STROKE = 28.0, 22.0, 40.0
MIN_WIDTH, MOST_LINES = 640.0, 6
WIDEST_TITLE = 1600.0


def frame(drawing: Drawing) -> Drawing:
    """Move the picture below its title and give the page its size."""
    content = content_box(drawing)
    width = max(content.width, MIN_WIDTH, _title_width(drawing))
    header = _header(drawing, width)
    top = header[-1].y + GAP
    left = MARGIN + (width - content.width) / 2
    shifted = _moved(drawing, left - content.x, top - content.y)
    legend, bottom = _legend(drawing.legend, top + content.height + GAP + 8, width)
    caption, bottom = _caption(drawing.caption, bottom, width)
    return replace(
        shifted,
        legend=legend,
        texts=(*header, *caption),
        width=round(width + 2 * MARGIN, 1),
        height=round(bottom + MARGIN - 12, 1),
    )


def content_box(drawing: Drawing) -> Box:
    """Return the smallest box around everything that is drawn."""
    boxes = [node.box for node in drawing.nodes]
    boxes += [g.box if g.is_tinted else g.title_box for g in drawing.groups]
    boxes += [arrow.label.box for arrow in drawing.arrows if arrow.label]
    boxes += [Box(x, y, 0, 0) for arrow in drawing.arrows for x, y in arrow.route]
    if not boxes:
        return Box(0, 0, MIN_WIDTH, 100)
    x, y = min(b.x for b in boxes), min(b.y for b in boxes)
    return Box(x, y, max(b.right for b in boxes) - x, max(b.bottom for b in boxes) - y)


def _title_width(drawing: Drawing) -> float:
    font = FONTS["title"]
    return min(text_width(drawing.title, font.size, font.weight), WIDEST_TITLE)


def _header(drawing: Drawing, width: float) -> tuple[TextPart, ...]:
    y = MARGIN + FONTS["title"].size * 0.8
    title = _text(_cut(drawing.title, width, Style.TITLE), MARGIN, y, Style.TITLE)
    lines = _wrapped(drawing.subtitle, width, Style.SUBTITLE)
    y += 5
    return (title, *(_stack(lines, y, Style.SUBTITLE)))


def _caption(
    caption: tuple[str, ...], top: float, width: float
) -> tuple[tuple[TextPart, ...], float]:
    lines = [line for text in caption for line in _wrapped(text, width, Style.CAPTION)]
    texts = _stack(tuple(lines), top, Style.CAPTION)
    return texts, texts[-1].y if texts else top


def _wrapped(text: str, width: float, style: Style) -> tuple[str, ...]:
    font = FONTS[style]
    return clamp_text(
        text, font.size, width, font.weight, most=MOST_LINES, widest=width
    )


def _cut(text: str, width: float, style: Style) -> str:
    font = FONTS[style]
    return fit_text(text, font.size, width, font.weight)


def _stack(lines: tuple[str, ...], top: float, style: Style) -> tuple[TextPart, ...]:
    step = FONTS[style].line
    return tuple(
        _text(line, MARGIN, top + step * (index + 1), style)
        for index, line in enumerate(lines)
    )


def _text(text: str, x: float, y: float, style: Style) -> TextPart:
    font = FONTS[style]
    width = text_width(text, font.size, font.weight)
    return TextPart(round(x, 2), round(y, 2), text, style, round(width, 2))


def _legend(
    entries: tuple[Entry, ...], y: float, width: float
) -> tuple[tuple[Entry, ...], float]:
    """Set the entries in rows from the left; return them and where they end."""
    if not entries:
        return (), y
    x, placed = MARGIN, []
    font = FONTS["figure"]
    for entry in entries:
        room = STROKE + 10 + text_width(entry.text, font.size, font.weight)
        if x > MARGIN and x + room > MARGIN + width:
            x, y = MARGIN, y + 24
        placed.append(replace(entry, x=round(x, 2), y=round(y, 2)))
        x += room + 28
    return tuple(placed), y + 8


def _moved(drawing: Drawing, dx: float, dy: float) -> Drawing:
    return replace(
        drawing,
        nodes=tuple(
            node.at(round(node.box.x + dx, 2), round(node.box.y + dy, 2))
            for node in drawing.nodes
        ),
        groups=tuple(
            replace(group, box=group.box.moved(dx, dy)) for group in drawing.groups
        ),
        arrows=tuple(_moved_arrow(arrow, dx, dy) for arrow in drawing.arrows),
    )


def _moved_arrow(arrow: Arrow, dx: float, dy: float) -> Arrow:
    route = tuple((round(x + dx, 2), round(y + dy, 2)) for x, y in arrow.route)
    label = arrow.label and replace(arrow.label, box=arrow.label.box.moved(dx, dy))
    return replace(arrow, route=route, label=label)
