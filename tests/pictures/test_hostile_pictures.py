"""Texts of a design stay texts in pictures, whatever they look like."""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

from hypothesis import example, given, settings
from hypothesis import strategies as st

from designkit.model.component import Component
from designkit.pictures.draw import draw_all
from designkit.pictures.drawing import Drawing
from designkit.pictures.layout.geometry import measure
from designkit.pictures.layout.graph_building import Direction, build_graph
from designkit.pictures.layout.graphviz_placement import place_by_graphviz
from designkit.pictures.renderer import Theme
from designkit.pictures.renderers.dot import MOST_TEXT, dot
from designkit.pictures.renderers.svg import svg_text
from designkit.pictures.views import find_view
from designkit.pictures.wording import cards_of
from designkit.text.escape import plain
from tests.drawn import SMALL, design_of, saying, shown_saying
from tests.hostile import HOSTILE, every_hostile_text

SVG = "{http://www.w3.org/2000/svg}"
READ_DOT = r"""
import json
import re
import sys

import pygraphviz

for line in sys.stdin:
    graph = pygraphviz.AGraph(json.loads(line))
    unquoted = re.sub(r'(?s)"(\\.|[^"\\])*"', '""', graph.to_string())
    print(json.dumps({
        "nodes": {node: dict(node.attr) for node in graph.nodes()},
        "edges": [(*edge, dict(edge.attr)) for edge in graph.edges()],
        "label": graph.graph_attr["label"],
        "is_html": "<" in unquoted,
    }))
"""


def shapes(drawing: Drawing) -> set[tuple[str, ...]]:
    """Every element of the picture with the names of its attributes."""
    root = ET.fromstring(svg_text(drawing, Theme.AUTO))
    return {(element.tag, *sorted(element.attrib)) for element in root.iter()}


def shortened(text: str) -> str:
    """A text as DOT has it: in one line, cut where Graphviz would not read it."""
    line = " ".join(plain(text).split())
    return line if len(line) <= MOST_TEXT else f"{line[:MOST_TEXT]}…"


@every_hostile_text
def test_no_element_and_no_attribute_comes_out_of_a_text(text: str) -> None:
    for view, drawing in shown_saying(text).items():
        assert shapes(drawing) <= shapes(shown_saying("harmless")[view])


@every_hostile_text
def test_nothing_in_a_picture_leads_outside_it(text: str) -> None:
    for drawing in shown_saying(text).values():
        root = ET.fromstring(svg_text(drawing, Theme.AUTO))
        links = [e.get("href", "#") for e in root.iter()]

        assert [link for link in links if link[0] != "#" and link[:5] != "data:"] == []


@every_hostile_text
def test_a_text_is_read_back_as_it_was_written(text: str) -> None:
    said = {c.kind: plain(f"{text}: {c.kind} on {text}") for c in parts_of_small()}
    for drawing in shown_saying(text).values():
        root = ET.fromstring(svg_text(drawing, Theme.AUTO))
        shown = {
            group.get("data-kind"): group.findtext(f"{SVG}title")
            for group in root.iter(f"{SVG}g")
            if "component" in group.get("class", "").split()
        }

        assert shown == {kind: said[str(kind)] for kind in shown}
        assert root.findtext(f"{SVG}title", "").startswith(plain(text))


@every_hostile_text
def test_a_note_is_read_back_as_it_was_written(text: str) -> None:
    root = ET.fromstring(svg_text(shown_saying(text)["full"], Theme.AUTO))
    notes = [
        group.findtext(f"{SVG}title", "").partition(" (")[2]
        for group in root.iter(f"{SVG}g")
        if "flow" in group.get("class", "").split()
    ]

    assert notes == [f"{plain(text)})"] * 6


@every_hostile_text
def test_a_text_stays_on_its_card_and_the_card_on_its_page(text: str) -> None:
    for drawing in shown_saying(text).values():
        assert measure(drawing).faults == 0
        assert drawing.width < 3000


@every_hostile_text
def test_graphviz_lays_out_boxes_that_say_nothing(text: str) -> None:
    drawing = find_view("full").draw(saying(text))
    graph = build_graph(drawing, Direction.DOWN)

    assert re.sub(r"[\d.]+", "1", graph) == shape_of_graph()
    assert shapes(place_by_graphviz(drawing)) <= shapes(
        shown_saying("harmless")["full"]
    )


@cache
def shape_of_graph() -> str:
    """Return the graph of the small design with every number as one."""
    drawing = find_view("full").draw(saying("harmless"))
    return re.sub(r"[\d.]+", "1", build_graph(drawing, Direction.DOWN))


def test_graphviz_reads_every_text_as_a_text() -> None:
    drawings = [
        drawing for _, text in HOSTILE for drawing in shown_saying(text).values()
    ]
    for drawing, read in zip(drawings, read_dot(drawings), strict=True):
        assert not read["is_html"]
        assert sorted(read["nodes"]) == sorted(node.id for node in cards_of(drawing))
        assert Counter(tuple(edge[:2]) for edge in read["edges"]) == Counter(
            (arrow.source, arrow.target) for arrow in drawing.arrows
        )
        assert unescaped(read["label"]) == shortened(drawing.title)
        for node in cards_of(drawing):
            tooltip = read["nodes"][node.id]["tooltip"]
            assert unescaped(tooltip) == shortened(node.description)
        for _, _, attributes in read["edges"]:
            assert unescaped(attributes["tooltip"]) in {
                shortened(arrow.description) for arrow in drawing.arrows
            }


@given(text=st.text(max_size=30))
@example(text="CONSUL")
@settings(deadline=None, max_examples=12)
def test_any_text_at_all_gives_a_whole_picture(text: str) -> None:
    drawing = draw_all(saying(text or "x"), ("request-path",))["request-path"]

    known = (shown_saying(word)["request-path"] for word in ("harmless", "Kafka"))
    assert shapes(drawing) <= set().union(*map(shapes, known))
    assert measure(drawing).faults == 0


def parts_of_small() -> Iterable[Component]:
    return design_of(SMALL).components.values()


def read_dot(drawings: Iterable[Drawing]) -> list[dict[str, Any]]:
    """Let Graphviz read the DOT of `drawings`, in a process of its own."""
    sources = [dot.render(drawing, Theme.LIGHT).decode() for drawing in drawings]
    done = subprocess.run(
        [sys.executable, "-c", READ_DOT],
        input="\n".join(json.dumps(source) for source in sources),
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return [json.loads(line) for line in done.stdout.splitlines()]


def unescaped(text: str) -> str:
    """Undo the one escape that is to be there; fail on any other."""
    assert re.fullmatch(r"([^\\]|\\\\)*", text)
    return text.replace("\\\\", "\\")
