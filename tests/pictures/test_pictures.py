"""Every shipped design in every view passes the gates and keeps the SVG contract."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from xml.etree import ElementTree as ET

import pytest

from designkit.pictures.drawing import (
    Arrow,
    Drawing,
    IconPart,
    Member,
    Node,
    Part,
    StepPart,
    TextPart,
)
from designkit.pictures.icons import symbol
from designkit.pictures.layout.geometry import foreign_parts, measure
from designkit.pictures.renderer import Theme
from designkit.pictures.renderers.svg import svg_text
from designkit.pictures.svg_markup import shown_line
from designkit.pictures.theme import DARK, LIGHT
from designkit.pictures.views import views_of
from designkit.source.inputs import shipped
from tests.drawn import placed_views, shipped_design

SVG = "{http://www.w3.org/2000/svg}"
LARGEST = 200_000
DARK_RULES = re.compile(r"@media \(prefers-color-scheme:dark\)\{.+?\}\}")
REFERENCE = re.compile(r"#[\w-]+|data:image/png;base64,[A-Za-z0-9+/=]+")

every_design = pytest.mark.parametrize("name", shipped())
every_picture = pytest.mark.parametrize(
    ("name", "view"),
    [(name, it.name) for name in shipped() for it in views_of(shipped_design(name))],
)


@cache
def markup(name: str, view: str) -> ET.Element:
    return ET.fromstring(svg_text(placed_views(name)[view], Theme.AUTO))


def groups(root: ET.Element, word: str) -> Iterator[ET.Element]:
    """The `<g>` elements that have `word` among their classes."""
    return (g for g in root.iter(f"{SVG}g") if word in g.get("class", "").split())


def texts(element: ET.Element, word: str = "") -> list[str]:
    """The text of each `<text>`, of those with the class `word` if it is given."""
    return [
        "".join(text.itertext())
        for text in element.iter(f"{SVG}text")
        if not word or word in text.get("class", "").split()
    ]


def parts(drawing: Drawing) -> list[Part]:
    owners: list[Node | Member] = list(drawing.nodes)
    owners += [member for node in drawing.nodes for member in node.members]
    told = [line for node in drawing.nodes for it in node.tellings for line in it.parts]
    return [*(part for owner in owners for part in owner.parts), *told]


@every_picture
def test_a_picture_passes_the_gates(name: str, view: str) -> None:
    gates = measure(placed_views(name)[view])

    assert gates.faults == 0, gates
    assert gates.smallest_text >= (5 if view == "full" else 8.9)
    assert view == "full" or 1.0 <= gates.aspect <= 2.4


@every_picture
def test_a_picture_names_and_describes_itself(name: str, view: str) -> None:
    root = markup(name, view)
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")

    assert (root.tag, root.get("role")) == (f"{SVG}svg", "img")
    assert title is not None
    assert description is not None
    assert title.text == f"{shipped_design(name).name}: {view.replace('-', ' ')}"
    assert description.text == placed_views(name)[view].description
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"


@every_picture
def test_no_id_is_given_twice(name: str, view: str) -> None:
    ids = Counter(id for e in markup(name, view).iter() if (id := e.get("id")))

    assert [id for id, times in ids.items() if times > 1] == []


@every_picture
def test_stages_and_nodes_say_what_they_are(name: str, view: str) -> None:
    drawing, root = placed_views(name)[view], markup(name, view)
    bands = [group.id for group in drawing.groups if group.is_tinted]
    cards = [node.id for node in drawing.nodes if node.role == "stage"]

    assert [g.get("data-id") for g in groups(root, "stage")] == bands + cards
    for element in groups(root, "component"):
        id = element.get("data-of") or element.get("data-id", "")
        assert element.get("data-kind") == shipped_design(name).components[id].kind
        assert f"s-{element.get('data-stage')}" in element.get("class", "")


@every_design
@pytest.mark.parametrize("view", ["overview", "full"])
def test_every_component_is_there_exactly_once(name: str, view: str) -> None:
    shown = [g.get("data-id") for g in groups(markup(name, view), "component")]

    assert sorted(map(str, shown)) == sorted(shipped_design(name).components)


@every_picture
def test_every_arrow_has_a_line_a_head_and_its_label(name: str, view: str) -> None:
    drawing = placed_views(name)[view]
    flows = list(groups(markup(name, view), "flow"))
    nodes = {node.id for node in drawing.nodes}

    assert len(flows) == len(drawing.arrows)
    for flow, arrow in zip(flows, drawing.arrows, strict=True):
        ends = flow.get("data-from"), flow.get("data-to")
        drawn = [p.get("class", "").split()[0] for p in flow.iter(f"{SVG}path")]
        label = lines_of(arrow)
        assert set(ends) <= nodes
        assert ends == (arrow.source, arrow.target)
        assert (flow.get("data-mode"), flow.get("data-carries")) == (
            arrow.mode,
            arrow.carries,
        )
        assert {"wire", "head"} <= set(drawn) <= {"wire", "inner", "head"}
        assert texts(flow, "label") == label
        assert bool(label) == bool(arrow.text and not arrow.is_mate)


def lines_of(arrow: Arrow) -> list[str]:
    """The lines at an arrow: what it carries, and its note where that has room."""
    label = arrow.label
    rows = (label.text, label.note) if label else ()
    return [shown_line(line) for row in rows if row for line in row.split("\n")]


@every_design
def test_the_full_picture_has_every_flow(name: str) -> None:
    shown = {
        (flow.get("data-from"), flow.get("data-to"), flow.get("data-mode")): flow
        for word in ("flow", "telling")
        for flow in groups(markup(name, "full"), word)
    }
    said = {(*flow.ends, flow.mode.value) for flow in shipped_design(name).flows}

    assert set(shown) == said
    for flow in shipped_design(name).flows:
        carries = shown[(*flow.ends, flow.mode.value)].get("data-carries", "")
        assert (flow.carries or "") in carries.split(" ")


@every_picture
def test_a_picture_points_to_nothing_outside_itself(name: str, view: str) -> None:
    text = svg_text(placed_views(name)[view], Theme.AUTO)
    root = ET.fromstring(text)
    references = [
        value
        for element in root.iter()
        for key, value in element.attrib.items()
        if key.endswith(("href", "src"))
    ]

    assert references
    assert [r for r in references if not REFERENCE.fullmatch(r)] == []
    assert foreign_parts(text) == 0
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        *("svg", "title", "desc", "style", "defs", "symbol", "image", "use", "g"),
        *("rect", "path", "circle", "ellipse", "text"),
    }
    assert not re.search(r"@import|url\(|\bon\w+=", text)
    assert len(text.encode()) < LARGEST


@every_picture
def test_text_is_text(name: str, view: str) -> None:
    drawing = placed_views(name)[view]
    written = [part.text for part in parts(drawing) if isinstance(part, TextPart)]
    written += [text.text for text in drawing.texts]
    written += [group.title for group in drawing.groups]
    written += [entry.text for entry in drawing.legend]
    written += [line for arrow in drawing.arrows for line in lines_of(arrow)]
    written += initials(drawing)
    steps = (part for part in parts(drawing) if isinstance(part, StepPart))
    written += [str(step.number) for step in steps]

    assert Counter(texts(markup(name, view))) == Counter(map(shown_line, written))


def initials(drawing: Drawing) -> list[str]:
    """What stands in the tiles that are icons, each of which is defined once."""
    icons = {
        symbol(part.technology, part.glyph)
        for part in parts(drawing)
        if isinstance(part, IconPart)
    }
    tiles = (ET.fromstring(f"<g>{it.content}</g>") for it in icons if it.is_glyph)
    return ["".join(text.itertext()) for tile in tiles for text in tile.iter("text")]


@every_picture
def test_each_icon_is_defined_once_and_used(name: str, view: str) -> None:
    root, drawing = markup(name, view), placed_views(name)[view]
    defined = [element.get("id") for element in root.iter(f"{SVG}symbol")]
    used = {use.get("href", "")[1:] for use in root.iter(f"{SVG}use")}
    wanted = {
        symbol(part.technology, part.glyph).id
        for part in parts(drawing)
        if isinstance(part, IconPart)
    }

    assert defined == sorted(used) == sorted(wanted)


@every_picture
def test_every_class_that_is_used_for_a_stage_has_colours(name: str, view: str) -> None:
    root = markup(name, view)
    css = root.findtext(f"{SVG}style", "")
    used = {
        word
        for element in root.iter()
        for word in element.get("class", "").split()
        if re.fullmatch("s-.+", word)
    }

    assert [word for word in used if f".{word} .tint{{fill:" not in css] == []


def test_a_picture_follows_the_screen_only_where_it_is_to() -> None:
    drawing = placed_views("fraud")["request-path"]
    automatic, light, dark = (
        svg_text(drawing, theme) for theme in (Theme.AUTO, Theme.LIGHT, Theme.DARK)
    )

    assert len(DARK_RULES.findall(automatic)) == automatic.count("@media")
    assert DARK_RULES.sub("", automatic) == light
    assert "@media" not in light + dark
    assert LIGHT.paper in light
    assert LIGHT.paper not in dark.partition("</style>")[0].replace(DARK.tile, "")
    assert DARK.paper in dark
