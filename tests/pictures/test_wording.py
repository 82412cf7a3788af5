"""What every format that places a picture anew says of it."""

from dataclasses import replace

import pytest

from designkit.pictures.drawing import (
    Box,
    Drawing,
    Group,
    Node,
    NodeRole,
    Style,
    Telling,
    TextPart,
)
from designkit.pictures.renderer import Theme
from designkit.pictures.renderers import find_renderer
from designkit.pictures.wording import (
    bands_of,
    card_text,
    cards_of,
    label_in_line,
    loose_nodes,
)
from designkit.source.inputs import shipped
from tests.drawn import arrow, card, picture, placed_views

GRAPHS = ("d2", "diagrams", "dot", "drawio", "mermaid", "plantuml")
"""Formats that show cards and flows, and nothing else."""

every_graph = pytest.mark.parametrize("format", GRAPHS)
every_format = pytest.mark.parametrize("format", [*GRAPHS, "text"])


def shown(drawing: Drawing, format: str) -> str:
    return find_renderer(format).render(drawing, Theme.LIGHT).decode()


def test_the_label_of_an_arrow_is_written_in_one_line() -> None:
    text = label_in_line("requests /\nresponse\nevents")

    assert text == "requests / response, events"


def saying(node: Node, text: str) -> Node:
    return replace(node, parts=(TextPart(0, 14, text, Style.NAME, 50),))


def telling(text: str) -> Telling:
    lines = (TextPart(0, 30, line, Style.CAPTION, 50) for line in text.split("\n"))
    return Telling("b", "stream", "metric", "a to b", tuple(lines))


@pytest.mark.parametrize("name", shipped())
def test_every_card_stands_in_a_band_or_in_none_and_a_bar_in_neither(name: str) -> None:
    for drawing in placed_views(name).values():
        found = [node for inside in bands_of(drawing).values() for node in inside]
        found += loose_nodes(drawing)

        assert sorted(it.id for it in found) == sorted(
            it.id for it in drawing.nodes if it.role is not NodeRole.BAR
        )


@every_format
def test_what_a_card_tells_in_place_of_an_arrow_is_a_line_of_it(format: str) -> None:
    node = saying(card("a", 0, 0), "Alpha")
    told = replace(node, tellings=(telling("Audit\ntrail"),))

    assert "Audit trail" in shown(picture(told), format)
    assert card_text(told).below == ("Audit trail",)


@every_format
def test_a_ghost_is_a_card_with_the_name_of_the_original(format: str) -> None:
    store = saying(card("online", 0, 0), "Store")
    ghost = replace(store, id="online@2", role=NodeRole.GHOST, place=(0, 90))
    drawing = picture(store, ghost, arrows=(arrow("online@2", "online"),))

    assert [card_text(it).name for it in cards_of(drawing)] == ["Store", "Store"]
    assert shown(drawing, format).count("Store") == (4 if format == "text" else 2)


@every_graph
def test_a_bar_is_left_out_of_a_graph_even_where_a_band_is_behind_it(
    format: str,
) -> None:
    bar = replace(saying(card("@budget", 20, 20), "Budget"), role=NodeRole.BAR)
    band = Group("path", "Path", "", Box(0, 0, 300, 300))
    drawing = replace(picture(replace(bar, stage="")), groups=(band,))

    assert "udget" not in shown(drawing, format)
