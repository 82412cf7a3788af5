"""Puts a placed picture on its page: title above, legend and caption below."""

from dataclasses import replace

from designkit.pictures.drawing import Arrow, Box, Drawing, LegendEntry, Style, TextPart
from designkit.pictures.lettering import cut, stacked, text_part, width_of, wrapped
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
    shifted = moved(drawing, left - content.x, top - content.y)
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
    boxes += [
        g.box if g.is_tinted or g.is_frame else g.title_box for g in drawing.groups
    ]
    boxes += [arrow.label.box for arrow in drawing.arrows if arrow.label]
    boxes += [Box(x, y, 0, 0) for arrow in drawing.arrows for x, y in arrow.route]
    if not boxes:
        return Box(0, 0, MIN_WIDTH, 100)
    x, y = min(b.x for b in boxes), min(b.y for b in boxes)
    return Box(x, y, max(b.right for b in boxes) - x, max(b.bottom for b in boxes) - y)


def _title_width(drawing: Drawing) -> float:
    return min(width_of(drawing.title, Style.TITLE), WIDEST_TITLE)


def _header(drawing: Drawing, width: float) -> tuple[TextPart, ...]:
    y = MARGIN + FONTS["title"].size * 0.8
    title = text_part(cut(drawing.title, width, Style.TITLE), MARGIN, y, Style.TITLE)
    lines = wrapped(drawing.subtitle, width, Style.SUBTITLE, MOST_LINES)
    y += 5
    return (title, *stacked(lines, MARGIN, y, Style.SUBTITLE))


def _caption(
    caption: tuple[str, ...], top: float, width: float
) -> tuple[tuple[TextPart, ...], float]:
    lines = [
        line
        for text in caption
        for line in wrapped(text, width, Style.CAPTION, MOST_LINES)
    ]
    texts = stacked(lines, MARGIN, top, Style.CAPTION)
    return texts, texts[-1].y if texts else top


def _legend(
    entries: tuple[LegendEntry, ...], y: float, width: float
) -> tuple[tuple[LegendEntry, ...], float]:
    """Set the entries in rows from the left; return them and where they end."""
    if not entries:
        return (), y
    x, placed = MARGIN, []
    for entry in entries:
        room = STROKE + 10 + width_of(entry.text, Style.FIGURE)
        if x > MARGIN and x + room > MARGIN + width:
            x, y = MARGIN, y + 24
        placed.append(replace(entry, x=round(x, 2), y=round(y, 2)))
        x += room + 28
    return tuple(placed), y + 8


def moved(drawing: Drawing, dx: float, dy: float) -> Drawing:
    """Return `drawing` with all that is placed `dx` to the right and `dy` down."""
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
