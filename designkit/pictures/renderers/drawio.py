"""draw.io: pages of boxes and arrows at our places, to be edited by hand."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from itertools import count, pairwise
from math import dist
from xml.etree import ElementTree as ET

from designkit.pictures.drawing import (
    Arrow,
    Box,
    Drawing,
    Group,
    IconPart,
    LineStyle,
    Node,
    Point,
)
from designkit.pictures.icons import symbol_of
from designkit.pictures.renderer import Theme, renderer
from designkit.pictures.svg_markup import number
from designkit.pictures.theme import DARK, LIGHT, Palette
from designkit.pictures.wording import (
    arrow_text,
    bands_of,
    card_text,
    heading,
    loose_nodes,
    short,
)
from designkit.text.escape import xml

LINES = {
    LineStyle.SOLID: "",
    LineStyle.LOOKUP: "startArrow=oval;startFill=1;startSize=5;",
    LineStyle.DASHED: "dashed=1;dashPattern=7 5;",
    LineStyle.DOUBLE: "",
    LineStyle.DOTTED: "dashed=1;dashPattern=2 4;",
}
SVG = "http://www.w3.org/2000/svg"
GAP = 10
"""Pixels between an icon and the texts beside it."""

INSET = 7
"""Pixels from the edge of a card to its texts; draw.io adds 5 for its icon."""

ROOT, LAYER = "0", "1"
"""The two cells that every page begins with."""


def drawio_pages(drawings: Sequence[Drawing], theme: Theme) -> bytes:
    """Return a file with a page for each of `drawings`."""
    palette = DARK if theme is Theme.DARK else LIGHT
    file = ET.Element("mxfile", host="designkit")
    for drawing in drawings:
        name = short(drawing.name.replace("-", " "))
        page = ET.SubElement(file, "diagram", id=drawing.name, name=name)
        page.append(_model(drawing, palette))
    ET.indent(file)
    text: str = ET.tostring(file, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


@renderer("drawio", together=drawio_pages, keeps_places=True)
def drawio(drawing: Drawing, theme: Theme) -> bytes:
    """Pages to edit in draw.io, one a view, with every card and arrow in its place."""
    return drawio_pages((drawing,), theme)


def _model(drawing: Drawing, palette: Palette) -> ET.Element:
    size = {"pageWidth": number(drawing.width), "pageHeight": number(drawing.height)}
    look = {"grid": "0", "page": "1", "background": palette.paper}
    model = ET.Element("mxGraphModel", {**look, **size})
    root = ET.SubElement(model, "root")
    ET.SubElement(root, "mxCell", id=ROOT)
    ET.SubElement(root, "mxCell", {"id": LAYER, "parent": ROOT})
    root.extend(_title(drawing, palette))
    for band, nodes in bands_of(drawing).items():
        root.append(_band(band, palette))
        root.extend(_card(node, palette, band) for node in nodes)
    root.extend(_card(node, palette) for node in loose_nodes(drawing))
    for serial, arrow in zip(count(1), drawing.arrows):
        root.append(_arrow(arrow, f"flow:{serial}", drawing, palette))
    return model


def _title(drawing: Drawing, palette: Palette) -> Iterator[ET.Element]:
    look = (
        "text;html=0;align=left;strokeColor=none;fillColor=none;fontSize=24;"
        f"fontColor={palette.ink};"
    )
    box = Box(24, 16, drawing.width - 48, 36)
    yield _vertex("title", heading(drawing), look, box, LAYER)


def _band(band: Group, palette: Palette) -> ET.Element:
    """Return a band as a container: what stands in it moves with it."""
    accent, tint = palette.stages.get(band.stage, (palette.muted, palette.paper))
    look = (
        "rounded=1;absoluteArcSize=1;arcSize=28;html=0;container=1;collapsible=0;"
        "verticalAlign=top;align=left;spacingLeft=12;spacingTop=4;fontStyle=1;"
        f"fontSize=14;strokeColor=none;fillColor={tint};fontColor={accent};"
    )
    return _vertex(f"band:{band.id}", short(band.title), look, band.box, LAYER)


def _card(node: Node, palette: Palette, band: Group | None = None) -> ET.Element:
    accent, _ = palette.stages[node.stage]
    look = (
        "shape=label;rounded=1;absoluteArcSize=1;arcSize=20;html=1;whiteSpace=wrap;"
        "align=left;verticalAlign=top;fontSize=12;"
        f"strokeColor={accent};strokeWidth={2 if node.strong else 1};"
        f"fillColor={palette.card};fontColor={palette.ink};{_icon(node, accent)}"
    )
    inside = node.box.moved(-band.box.x, -band.box.y) if band else node.box
    parent = f"band:{band.id}" if band else LAYER
    return _vertex(f"card:{node.id}", _label(node), look, inside, parent)


def _label(node: Node) -> str:
    """Write the texts of a card as the HTML that draw.io shows: a bold name, lines."""
    said = card_text(node)
    name = f"<b>{xml(said.name)}</b>" if said.name else ""
    return "<br>".join(filter(None, (name, *map(xml, said.below))))


def _icon(node: Node, colour: str) -> str:
    """Give the icon of a card, at our place, as a picture inside the style."""
    icon = next((part for part in node.parts if isinstance(part, IconPart)), None)
    if icon is None:
        return f"spacing={INSET};"
    found = symbol_of(icon)
    stroke = ' fill="none" stroke-width="1.7"' if found.is_glyph else ""
    svg = (
        f'<svg xmlns="{SVG}" viewBox="{found.view_box}" color="{colour}" '
        f'stroke="{colour if found.is_glyph else "none"}"{stroke}>{found.content}</svg>'
    )
    data = b64encode(svg.encode()).decode("ascii")
    size = number(icon.size)
    left = number(icon.x + icon.size + GAP - INSET)
    return (
        f"image=data:image/svg+xml,{data};imageWidth={size};imageHeight={size};"
        f"imageAlign=left;imageVerticalAlign=top;spacing={INSET};spacingLeft={left};"
    )


def _vertex(id: str, text: str, look: str, box: Box, parent: str) -> ET.Element:
    cell = ET.Element(
        "mxCell", id=id, value=text, style=look, parent=parent, vertex="1"
    )
    place = {"x": number(box.x), "y": number(box.y)}
    size = {"width": number(box.width), "height": number(box.height)}
    ET.SubElement(cell, "mxGeometry", {**place, **size, "as": "geometry"})
    return cell


def _arrow(arrow: Arrow, id: str, drawing: Drawing, palette: Palette) -> ET.Element:
    """Return an edge between two cards, with its ends and turns where we have them."""
    colour = palette.strong if arrow.strong else palette.line
    width = 3 if arrow.line is LineStyle.DOUBLE else 2 if arrow.strong else 1.2
    look = (
        f"{_style(arrow.route)}rounded=1;html=0;{LINES[arrow.line]}"
        f"strokeColor={colour};strokeWidth={width};fontSize=12;"
        f"fontColor={palette.muted};labelBackgroundColor={palette.paper};"
    )
    look += _docked(arrow, drawing)
    said = {"id": id, "value": arrow_text(arrow), "style": look}
    ends = {"source": f"card:{arrow.source}", "target": f"card:{arrow.target}"}
    cell = ET.Element("mxCell", {**said, "parent": LAYER, "edge": "1", **ends})
    cell.append(_course(arrow))
    return cell


def _style(route: Sequence[Point]) -> str:
    """Say how an edge runs between its turns: squarely, or straight where it leans."""
    is_square = all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(route))
    return "edgeStyle=orthogonalEdgeStyle;" if is_square else "edgeStyle=none;"


def _docked(arrow: Arrow, drawing: Drawing) -> str:
    """Say where on its cards `arrow` ends, as shares of their width and height."""
    if not arrow.route:
        return ""
    boxes = {node.id: node.box for node in drawing.nodes}
    ends = (
        ("exit", boxes[arrow.source], arrow.route[0]),
        ("entry", boxes[arrow.target], arrow.route[-1]),
    )
    return "".join(
        f"{name}X={_share(x, box.x, box.width)};{name}Y={_share(y, box.y, box.height)};"
        f"{name}Dx=0;{name}Dy=0;"
        for name, box, (x, y) in ends
    )


def _share(at: float, start: float, size: float) -> str:
    return f"{min(max((at - start) / size, 0.0), 1.0):.4f}".rstrip("0").rstrip(".")


def _course(arrow: Arrow) -> ET.Element:
    """Return the turns of `arrow`, and its label where there is one."""
    geometry = ET.Element("mxGeometry", {"relative": "1", "as": "geometry"})
    if arrow.label is not None:
        along, offset = _beside(arrow.route, arrow.label.box.centre)
        geometry.set("x", f"{round(along, 4) + 0.0:.4f}")
        ET.SubElement(
            geometry,
            "mxPoint",
            {"x": number(offset[0]), "y": number(offset[1]), "as": "offset"},
        )
    turns = arrow.route[1:-1]
    if turns:
        points = ET.SubElement(geometry, "Array", {"as": "points"})
        for x, y in turns:
            ET.SubElement(points, "mxPoint", x=number(x), y=number(y))
    return geometry


def _beside(route: Sequence[Point], place: Point) -> tuple[float, Point]:
    """Return where on `route` is next to `place`, and how far `place` is from there.

    As draw.io counts: -1 is where the arrow begins, 1 is where it ends.
    """
    done, whole = 0.0, sum(dist(a, b) for a, b in pairwise(route))
    found: list[tuple[float, float, Point]] = []
    for a, b in pairwise(route):
        near = min(max(place[0], min(a[0], b[0])), max(a[0], b[0]))
        level = min(max(place[1], min(a[1], b[1])), max(a[1], b[1]))
        there = (near, level)
        found.append((dist(there, place), done + dist(a, there), there))
        done += dist(a, b)
    _, length, (x, y) = min(found)
    along = 2 * length / whole - 1 if whole else 0.0
    return along, (place[0] - x, place[1] - y)
