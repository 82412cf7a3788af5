"""Pages of draw.io keep the rules of mxGraph, and texts stay texts."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from xml.etree import ElementTree as ET

import pytest

from designkit.documents.rendering import RenderOptions, render_design
from designkit.pictures.drawing import Box, Drawing, LineStyle
from designkit.pictures.layout.placement import place
from designkit.pictures.renderer import Theme
from designkit.pictures.renderers.drawio import drawio, drawio_pages
from designkit.pictures.wording import arrow_text, bands_of, card_text, cards_of
from designkit.source.inputs import shipped
from designkit.source.loader import load_text
from tests.drawn import (
    SMALL,
    arrow,
    card,
    design_of,
    drawn_views,
    picture,
    placed_views,
    shown_saying,
)
from tests.golden_files import assert_golden
from tests.hostile import every_hostile_text

PICTURE = re.compile(r"image=data:image/svg\+xml,[A-Za-z0-9+/=]+;")


def page(drawing: Drawing, theme: Theme = Theme.AUTO) -> ET.Element:
    return ET.fromstring(drawio.render(drawing, theme))


def cells(root: ET.Element, what: str) -> Iterator[ET.Element]:
    return (cell for cell in root.iter("mxCell") if cell.get(what) == "1")


def test_a_small_design_as_a_page() -> None:
    drawing = drawn_views(design_of(SMALL))["full"]
    text = drawio.render(drawing, Theme.LIGHT).decode()

    assert_golden("pictures/small.full.drawio", PICTURE.sub("image=…;", text))


@pytest.mark.parametrize("name", shipped())
def test_every_page_keeps_the_rules_of_mxgraph(name: str) -> None:
    views = placed_views(name)
    root = ET.fromstring(drawio_pages(tuple(views.values()), Theme.AUTO))

    assert [it.get("id") for it in root.iter("diagram")] == list(views)
    for diagram, drawing in zip(root.iter("diagram"), views.values(), strict=True):
        model = diagram.find("mxGraphModel/root")
        assert model is not None
        first, second, *_ = model
        ids = Counter(cell.get("id") for cell in model)
        vertices = {cell.get("id") for cell in cells(diagram, "vertex")}
        edges = list(cells(diagram, "edge"))

        assert (dict(first.attrib), dict(second.attrib)) == (
            {"id": "0"},
            {"id": "1", "parent": "0"},
        )
        assert [id for id, times in ids.items() if times > 1] == []
        assert {cell.get("parent") for cell in model if cell is not first} <= set(ids)
        assert len(edges) == len(drawing.arrows)
        assert {e.get(end) for e in edges for end in ("source", "target")} <= vertices
        assert all(cell.find("mxGeometry") is not None for cell in model[2:])


@pytest.mark.parametrize("name", shipped())
def test_every_card_stands_where_it_stood(name: str) -> None:
    for drawing in placed_views(name).values():
        root = page(drawing)
        bands = {f"band:{band.id}": band.box for band in bands_of(drawing)}
        for node in cards_of(drawing):
            cell = root.find(f".//mxCell[@id='card:{node.id}']")
            assert cell is not None
            origin = bands.get(cell.get("parent", ""), Box(0, 0, 0, 0))
            box = box_of(cell).moved(origin.x, origin.y)

            assert all(
                abs(a - b) < 0.02
                for a, b in (
                    (box.x, node.box.x),
                    (box.y, node.box.y),
                    (box.width, node.width),
                    (box.height, node.height),
                )
            )


def box_of(cell: ET.Element) -> Box:
    geometry = cell.find("mxGeometry")
    assert geometry is not None
    x, y, width, height = (
        float(geometry.get(key, "0")) for key in ("x", "y", "width", "height")
    )
    return Box(x, y, width, height)


def test_an_arrow_has_our_turns_and_its_label_beside_it() -> None:
    drawing = place(
        picture(
            card("a", 0, 0), card("b", 300, 200), arrows=(arrow("a", "b", "events"),)
        )
    )
    (drawn,) = drawing.arrows
    (cell,) = cells(page(drawing), "edge")
    turns = [
        (float(point.get("x", "")), float(point.get("y", "")))
        for point in cell.iterfind("mxGeometry/Array/mxPoint")
    ]

    assert cell.get("value") == "events"
    assert turns == [pytest.approx(point, abs=0.01) for point in drawn.route[1:-1]]
    assert cell.find("mxGeometry/mxPoint[@as='offset']") is not None


def test_a_curve_is_no_square_edge() -> None:
    two = picture(card("a", 0, 0), card("b", 300, 0), arrows=(arrow("a", "b"),))
    leaning = replace(two.arrows[0], route=((100, 25), (200, 40), (300, 25)))
    styles = [
        next(cells(page(drawing), "edge")).get("style", "").partition(";")[0]
        for drawing in (place(two), replace(place(two), arrows=(leaning,)))
    ]

    assert styles == ["edgeStyle=orthogonalEdgeStyle", "edgeStyle=none"]


def test_each_mode_has_a_line_of_its_own() -> None:
    two = (card("a", 0, 0), card("b", 300, 0))
    looks = [
        next(
            cells(
                page(picture(*two, arrows=(replace(arrow("a", "b"), line=line),))),
                "edge",
            )
        )
        for line in LineStyle
    ]

    assert len({cell.get("style") for cell in looks}) == len(LineStyle)


def test_all_views_of_a_design_are_pages_of_one_file() -> None:
    order = RenderOptions(views=("full", "training"), formats=("drawio", "dot"))
    made = render_design(load_text(SMALL), "small", order)

    assert [it.name for it in made] == ["full.dot", "training.dot", "small.drawio"]
    assert [it.get("name") for it in ET.fromstring(made[-1].data).iter("diagram")] == [
        "full",
        "training",
    ]


@every_hostile_text
def test_a_text_changes_nothing_but_texts(text: str) -> None:
    for view, drawing in shown_saying(text).items():
        assert shapes(drawing) == shapes(shown_saying("harmless")[view])


def shapes(drawing: Drawing) -> list[tuple[str, str, tuple[str, ...]]]:
    """Every element that does not depend on a place, with its id and attributes."""
    return sorted(
        (element.tag, element.get("id", ""), tuple(sorted(element.attrib)))
        for element in page(drawing).iter()
        if element.tag in ("mxCell", "diagram", "mxfile", "mxGraphModel", "root")
    )


@every_hostile_text
def test_a_text_is_read_back_as_it_was_written(text: str) -> None:
    for drawing in shown_saying(text).values():
        root = page(drawing)
        for node in cards_of(drawing):
            cell = root.find(f".//mxCell[@id='card:{node.id}']")
            assert cell is not None
            label = cell.get("value", "")
            said = card_text(node)
            assert set(re.findall("<[^>]*>", label)) <= {"<b>", "</b>", "<br>"}
            assert [
                unescape(re.sub("</?b>", "", it)) for it in label.split("<br>")
            ] == [line for line in (said.name, *said.below) if line] or not label
        assert [cell.get("value") for cell in cells(root, "edge")] == [
            arrow_text(it) for it in drawing.arrows
        ]
