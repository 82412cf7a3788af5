"""SVG: text is text, icons are inside, light and dark in one file."""

from dataclasses import dataclass

from markupsafe import Markup

from designkit.pictures.converting import Svg
from designkit.pictures.drawing import (
    Arrow,
    Drawing,
    Group,
    LegendEntry,
    LineStyle,
    Node,
    NodeRole,
    Style,
    Telling,
    TextPart,
)
from designkit.pictures.fonts import text_width
from designkit.pictures.renderer import Theme, renderer
from designkit.pictures.svg_markup import (
    bar_rules,
    frame_rules,
    head,
    label_markup,
    legend_route,
    number,
    part_markup,
    style_sheet,
    symbols_of,
    text_markup,
    wire,
)
from designkit.pictures.theme import FONTS
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


@renderer("svg")
def svg(drawing: Drawing, theme: Theme) -> bytes:
    """Scalable picture for pages and slides; self-contained, light and dark."""
    return svg_text(drawing, theme).encode("utf-8")


def svg_text(drawing: Drawing, theme: Theme) -> str:
    """Return the SVG of a placed `drawing` as text."""
    parts = [part for node in drawing.nodes for part in node.parts]
    parts += [p for node in drawing.nodes for m in node.members for p in m.parts]
    return fill(
        "diagram/picture.svg.j2",
        {
            "name": drawing.name,
            "title": plain(f"{drawing.title}: {drawing.name.replace('-', ' ')}"),
            "description": plain(drawing.description),
            "width": number(drawing.width),
            "height": number(drawing.height),
            "css": Markup(_style_sheet(drawing, theme)),
            "symbols": [
                {
                    "id": found.id,
                    "view_box": found.view_box,
                    "is_glyph": found.is_glyph,
                    "content": Markup(found.content),
                }
                for found in symbols_of(parts)
            ],
            "texts": [
                *(Markup(text_markup(text)) for text in drawing.texts),
                *(Markup(part_markup(blank)) for blank in drawing.blanks),
            ],
            "groups": [_group(group) for group in drawing.groups],
            "flows": [_flow(arrow) for arrow in drawing.arrows if arrow.route],
            "nodes": [_node(node) for node in drawing.nodes],
            "legend": [_entry(entry) for entry in drawing.legend],
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
    )


def _style_sheet(drawing: Drawing, theme: Theme) -> str:
    """Return the CSS of a picture, with that of frames where there are any."""
    css = style_sheet(_stages(drawing), theme)
    has_frames = any(group.is_frame for group in drawing.groups)
    has_bar = any(node.role in MARKED for node in drawing.nodes)
    css += "".join(frame_rules(theme)) if has_frames else ""
    return css + "".join(bar_rules(theme)) if has_bar else css


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


def _flow(arrow: Arrow) -> dict[str, object]:
    drawn = _wire(arrow.route, arrow.line, strong=arrow.strong)
    label = arrow.label
    return {
        "source": plain(arrow.source),
        "target": plain(arrow.target),
        "mode": arrow.mode,
        "carries": plain(arrow.carries),
        "description": plain(arrow.description),
        "wire": drawn,
        "label": Markup(label_markup(label)) if label else "",
    }


def _wire(
    route: tuple[tuple[float, float], ...], line: LineStyle, *, strong: bool
) -> Wire:
    start = route[0]
    return Wire(
        classes="strong" if strong else "",
        line=line.value,
        path=wire(route),
        inner=line is LineStyle.DOUBLE,
        tail=(number(start[0]), number(start[1])) if line is LineStyle.LOOKUP else None,
        head=head(route),
    )


def _entry(entry: LegendEntry) -> dict[str, object]:
    font = FONTS["figure"]
    width = text_width(entry.text, font.size, font.weight)
    text = TextPart(entry.x + 50, entry.y + 4.5, entry.text, Style.FIGURE, width)
    return {
        "wire": _wire(legend_route(entry), entry.line, strong=entry.strong),
        "text": Markup(text_markup(text)),
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
        "parts": [Markup(part_markup(part)) for part in node.parts],
        "members": [
            {
                "id": plain(member.id),
                "kind": plain(member.kind),
                "stage": member.stage,
                "title": plain(member.title),
                "parts": [Markup(part_markup(part)) for part in member.parts],
            }
            for member in node.members
        ],
        "tellings": [_telling(telling) for telling in node.tellings],
    }


def _telling(telling: Telling) -> dict[str, object]:
    return {
        "target": plain(telling.target),
        "mode": telling.mode,
        "carries": plain(telling.carries),
        "description": plain(telling.description),
        "parts": [Markup(part_markup(part)) for part in telling.parts],
    }
