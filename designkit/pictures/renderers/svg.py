"""SVG: text is text, icons are inside, light and dark in one file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from designkit.pictures.badge_markup import badge_markup, badge_rules
from designkit.pictures.converting import Link, Svg
from designkit.pictures.drawing import (
    Arrow,
    Badge,
    Drawing,
    Group,
    LegendEntry,
    LineStyle,
    Node,
    NodeRole,
    Part,
    Point,
    StepPart,
    Style,
    Telling,
    TextPart,
)
from designkit.pictures.fonts import text_width
from designkit.pictures.renderer import Theme, renderer
from designkit.pictures.svg_markup import (
    bar_rules,
    frame_rules,
    label_markup,
    legend_route,
    member_markup,
    number,
    part_markup,
    step_rules,
    style_sheet,
    symbols_of,
    text_markup,
)
from designkit.pictures.theme import FONTS
from designkit.pictures.wiring.strokes import head, stroked, wire
from designkit.pictures.wiring.wiring import DrawnStrokes, strokes_of
from designkit.text.escape import plain
from designkit.text.templates import fill

MARKED = (NodeRole.BAR, NodeRole.GHOST)


@dataclass(frozen=True, slots=True)
class Wire:
    """A line with its head, as the template takes it."""

    classes: str
    line: str
    path: str
    inner: bool
    tail: tuple[str, str] | None
    head: str
    forks: tuple[tuple[str, str], ...] = ()


@renderer("svg", keeps_places=True)
def svg(drawing: Drawing, theme: Theme) -> bytes:
    """Scalable picture for pages and slides; self-contained, light and dark."""
    return svg_text(drawing, theme).encode("utf-8")


def svg_text(drawing: Drawing, theme: Theme) -> str:
    """Return the SVG of a placed `drawing` as text."""
    css = "".join(_rules((drawing,), theme))
    return _filled(drawing, {"css": Markup(css), "symbols": _symbols((drawing,))})


def bare_svg(drawing: Drawing) -> str:
    """Return the SVG of `drawing` for a page that has its icons and its style sheet.

    It is a group of what can be chosen in it, and no image.
    """
    return _filled(drawing, {"css": "", "symbols": (), "role": "group"})


def shared_symbols(drawings: Iterable[Drawing]) -> str:
    """Return the icons of several pictures of one page, each once, as an SVG."""
    return fill("diagram/symbols.svg.j2", {"symbols": _symbols(drawings)})


def shared_rules(drawings: Sequence[Drawing], theme: Theme) -> str:
    """Return the style sheet of several pictures of one page in one theme."""
    badges, steps = badge_rules(theme), step_rules(theme)
    return "".join(dict.fromkeys((*_rules(drawings, theme), *badges, *steps)))


def _symbols(drawings: Iterable[Drawing]) -> list[dict[str, object]]:
    nodes = [node for drawing in drawings for node in drawing.nodes]
    parts = [part for node in nodes for part in node.parts]
    parts += [part for node in nodes for it in node.members for part in it.parts]
    return [
        {
            "id": found.id,
            "view_box": found.view_box,
            "is_glyph": found.is_glyph,
            "content": Markup(found.content),
        }
        for found in symbols_of(parts)
    ]


def _filled(drawing: Drawing, shared: Mapping[str, object]) -> str:
    return fill(
        "diagram/picture.svg.j2",
        {
            **shared,
            "name": drawing.name,
            "title": plain(f"{drawing.title}: {drawing.name.replace('-', ' ')}"),
            "description": plain(drawing.description),
            "width": number(drawing.width),
            "height": number(drawing.height),
            "texts": [
                *(Markup(text_markup(text)) for text in drawing.texts),
                *(Markup(part_markup(blank)) for blank in drawing.blanks),
            ],
            "groups": [_group(group) for group in drawing.groups],
            "flows": [
                _flow(drawing.arrows[number], drawn)
                for number, drawn in strokes_of(drawing.arrows).items()
            ],
            "nodes": [_node(node) for node in drawing.nodes],
            "legend": [_entry(entry) for entry in drawing.legend],
            "badges": [_badge(badge, drawing) for badge in drawing.badges],
        },
    )


def still(drawing: Drawing, theme: Theme) -> Svg:
    """Return the SVG for what has no screen to follow: light where not dark."""
    shown = Theme.DARK if theme is Theme.DARK else Theme.LIGHT
    return Svg(
        text=svg_text(drawing, shown),
        title=drawing.title,
        description=drawing.description,
        width=drawing.width,
        height=drawing.height,
        links=tuple(_links(drawing)),
    )


def _links(drawing: Drawing) -> Iterator[Link]:
    """Give what leads somewhere: cards, and the lines of the cards of stages."""
    for node in drawing.nodes:
        box = node.box
        if node.url:
            yield Link(box.x, box.y, box.width, box.height, node.url)
        for member in node.members:
            texts = [it for it in member.parts if isinstance(it, TextPart)]
            if member.url and texts:
                line = FONTS[texts[0].style].line
                start = box.x + texts[0].x
                wide = texts[-1].x + texts[-1].width - texts[0].x
                top = box.y + texts[0].y - line * 0.76
                yield Link(start, top, wide, line, member.url)


def _rules(drawings: Sequence[Drawing], theme: Theme) -> Iterator[str]:
    """Give the CSS of pictures, with that of frames and badges if they have some."""
    yield style_sheet(set().union(*map(_stages, drawings)), theme)
    if any(group.is_frame for drawing in drawings for group in drawing.groups):
        yield from frame_rules(theme)
    if any(node.role in MARKED for drawing in drawings for node in drawing.nodes):
        yield from bar_rules(theme)
    if any(drawing.badges for drawing in drawings):
        yield from badge_rules(theme)
    if any(map(_has_steps, drawings)):
        yield from step_rules(theme)


def _has_steps(drawing: Drawing) -> bool:
    parts = (part for node in drawing.nodes for part in node.parts)
    return any(isinstance(part, StepPart) for part in parts)


def _stages(drawing: Drawing) -> set[str]:
    nodes = {node.stage for node in drawing.nodes}
    members = {m.stage for node in drawing.nodes for m in node.members}
    return nodes | members | {group.stage for group in drawing.groups}


def _group(group: Group) -> dict[str, object]:
    box, tinted = group.box, group.is_tinted
    role, fill = ("stage", "tint") if tinted else ("plane", "outline")
    return {
        "id": plain(group.id),
        "role": "frame" if group.is_frame else role,
        "fill": "around" if group.is_frame else fill,
        "stage": group.stage,
        "title": plain(group.title),
        "x": number(box.x),
        "y": number(box.y),
        "width": number(box.width),
        "height": number(box.height),
        "heading": Markup(text_markup(_heading(group))),
    }


def _heading(group: Group) -> TextPart:
    """Return the title of a band above its cards, that of a frame below them."""
    title, box = group.title, group.title_box
    if group.is_frame:
        return TextPart(box.x, box.y + 12, title, Style.FIGURE, group.title_width)
    font = FONTS["band"]
    width = text_width(title, font.size, font.weight)
    return TextPart(group.box.x + 14, group.box.y + 23, title, Style.BAND, width)


def _flow(arrow: Arrow, drawn: DrawnStrokes) -> dict[str, object]:
    label = arrow.label
    return {
        "source": plain(arrow.source),
        "target": plain(arrow.target),
        "mode": arrow.mode,
        "carries": plain(arrow.carries),
        "description": plain(arrow.description),
        "wire": _wire(arrow.route, drawn, arrow.line, strong=arrow.strong),
        "label": Markup(label_markup(label)) if label else "",
    }


def _wire(
    route: tuple[Point, ...], drawn: DrawnStrokes, line: LineStyle, *, strong: bool
) -> Wire:
    start = route[0]
    return Wire(
        classes="strong" if strong else "",
        line=line.value,
        path=drawn.path,
        inner=line is LineStyle.DOUBLE,
        tail=(number(start[0]), number(start[1])) if line is LineStyle.LOOKUP else None,
        head=head(route),
        forks=tuple((number(x), number(y)) for x, y in drawn.dots),
    )


def _entry(entry: LegendEntry) -> dict[str, object]:
    font = FONTS["figure"]
    width = text_width(entry.text, font.size, font.weight)
    text = TextPart(entry.x + 50, entry.y + 4.5, entry.text, Style.FIGURE, width)
    route = legend_route(entry)
    drawn = DrawnStrokes(wire(stroked(0, route)))
    return {
        "wire": _wire(route, drawn, entry.line, strong=entry.strong),
        "text": Markup(text_markup(text)),
    }


def _badge(badge: Badge, drawing: Drawing) -> dict[str, object]:
    arrow = drawing.arrows[badge.arrow] if badge.arrow >= 0 else None
    return {
        "id": plain(badge.node),
        "source": plain(arrow.source) if arrow else "",
        "target": plain(arrow.target) if arrow else "",
        "strong": badge.strong,
        "title": plain(badge.title),
        "content": Markup(badge_markup(badge)),
    }


def _node(node: Node) -> dict[str, object]:
    return {
        "id": plain(node.id),
        "role": "component ghost" if node.role is NodeRole.GHOST else node.role.value,
        "of": plain(node.component) if node.role is NodeRole.GHOST else "",
        "is_bar": node.role is NodeRole.BAR,
        "kind": plain(node.kind),
        "stage": node.stage,
        "strong": node.strong,
        "x": number(node.box.x),
        "y": number(node.box.y),
        "width": number(node.width),
        "height": number(node.height),
        "fill": "tint" if node.role == "stage" else "card",
        "description": plain(node.description or node.title),
        "url": node.url,
        "parts": _lines(node.parts),
        "members": Markup("\n".join(map(member_markup, node.members))),
        "tellings": [_telling(telling) for telling in node.tellings],
    }


def _lines(parts: Iterable[Part]) -> Markup:
    """Return parts of a card, one a line."""
    return Markup("\n".join(map(part_markup, parts)))


def _telling(telling: Telling) -> dict[str, object]:
    return {
        "target": plain(telling.target),
        "mode": telling.mode,
        "carries": plain(telling.carries),
        "description": plain(telling.description),
        "parts": _lines(telling.parts),
    }
