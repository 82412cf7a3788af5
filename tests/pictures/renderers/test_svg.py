from dataclasses import replace
from xml.etree import ElementTree as ET

from designkit.pictures.drawing import Group, LegendEntry, LineStyle
from designkit.pictures.layout.placement import place
from designkit.pictures.renderer import Theme
from designkit.pictures.renderers.svg import svg, svg_text
from tests.drawn import SMALL, arrow, card, design_of, drawn_views, picture
from tests.golden_files import assert_golden

SVG = "{http://www.w3.org/2000/svg}"
PAIR = picture(card("a", 0, 0), card("b", 300, 0), arrows=(arrow("a", "b", "events"),))


def classes(root: ET.Element) -> list[str]:
    return [element.get("class", "").strip() for element in root.iter(f"{SVG}g")]


def test_a_small_picture_whole() -> None:
    assert_golden("pictures/pair.svg", svg_text(place(PAIR), Theme.LIGHT))


def test_the_file_is_the_text_in_utf_8() -> None:
    placed = place(replace(PAIR, title="Größe → 5 %"))

    assert svg.render(placed, Theme.AUTO).decode() == svg_text(placed, Theme.AUTO)


def test_lines_differ_without_their_colour() -> None:
    wires = tuple(replace(arrow("a", "b"), line=line) for line in LineStyle)
    root = ET.fromstring(svg_text(place(replace(PAIR, arrows=wires)), Theme.LIGHT))
    shapes = [
        tuple(part.get("class") for part in flow if part.tag != f"{SVG}title")
        for flow in root.iter(f"{SVG}g")
        if flow.get("data-from")
    ]

    assert shapes == [
        ("wire solid", "head"),
        ("wire lookup", "tail", "head"),
        ("wire dashed", "head"),
        ("wire double", "inner", "head"),
        ("wire dotted", "head"),
    ]


def test_what_is_important_is_said_to_be_strong() -> None:
    strong = replace(
        PAIR,
        nodes=(replace(PAIR.nodes[0], strong=True), PAIR.nodes[1]),
        arrows=(replace(PAIR.arrows[0], strong=True),),
        legend=(LegendEntry(LineStyle.SOLID, "the path", strong=True),),
    )

    assert classes(ET.fromstring(svg_text(place(strong), Theme.LIGHT))) == [
        "component s-serving strong",
        "component s-serving",
        "flow strong",
        "legend",
        "strong",
    ]


def test_a_band_is_a_stage_and_an_outline_is_a_plane() -> None:
    box = PAIR.nodes[0].box.grown(60)
    bands = (
        Group("serving", "Serving", "serving", box, 50),
        Group("online", "Online", "", box, 50, is_tinted=False),
    )
    root = ET.fromstring(svg_text(place(replace(PAIR, groups=bands)), Theme.LIGHT))

    assert classes(root)[:2] == ["stage s-serving", "plane s-"]


def test_an_arrow_without_a_route_is_left_out() -> None:
    page = replace(PAIR, width=500, height=200)

    assert "flow" not in classes(ET.fromstring(svg_text(page, Theme.LIGHT)))


def test_a_design_without_anything_to_show_gives_a_picture_that_says_so() -> None:
    views = drawn_views(design_of(SMALL.partition("flows:")[0]))
    root = ET.fromstring(svg_text(views["training"], Theme.AUTO))

    assert classes(root) == []
    assert root.findtext(f"{SVG}title") == "Small: training"
