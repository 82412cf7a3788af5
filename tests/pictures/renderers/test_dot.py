import subprocess
from dataclasses import replace

import pytest
from inline_snapshot import snapshot

from designkit.pictures.drawing import BlankPart, NodeRole, SlotPart, Style, TextPart
from designkit.pictures.renderer import Theme
from designkit.pictures.renderers.dot import MOST_BYTES, dot
from designkit.pictures.wording import cards_of
from designkit.source.inputs import shipped
from tests.drawn import SMALL, card, design_of, drawn_views, picture, placed_views
from tests.golden_files import assert_golden
from tests.sizes import tool


def test_a_small_design_as_a_graph() -> None:
    drawing = drawn_views(design_of(SMALL))["full"]

    assert_golden("pictures/small.full.dot", dot.render(drawing, Theme.LIGHT).decode())


@pytest.mark.parametrize("name", shipped())
@pytest.mark.parametrize("view", ["overview", "request-path"])
def test_a_shipped_design_as_a_graph(name: str, view: str) -> None:
    text = dot.render(placed_views(name)[view], Theme.LIGHT).decode()

    assert_golden(f"pictures/{name}.{view}.dot", text)


def test_a_dark_graph_differs_in_its_colours_alone() -> None:
    drawing = drawn_views(design_of(SMALL))["full"]
    light = dot.render(drawing, Theme.LIGHT).decode().split('"#')
    dark = dot.render(drawing, Theme.DARK).decode().split('"#')

    assert [part[6:] for part in light[1:]] == [part[6:] for part in dark[1:]]
    assert light != dark


def test_a_picture_of_nothing_is_a_graph_as_well() -> None:
    assert dot.render(picture(), Theme.AUTO).decode() == snapshot("""\
digraph sketch {
	bgcolor="#ffffff" label=Sketch labelloc=t
	fontname=Inter forcelabels=true newrank=true rankdir=LR
	node [fontname=Inter shape=box style="rounded,filled"]
	edge [fontname=Inter fontsize=10]
}
""")


def test_a_label_too_long_for_graphviz_is_cut_at_a_line() -> None:
    parts = tuple(TextPart(0, 0, "x" * 300, Style.ITEM, 9) for _ in range(50))
    node = replace(card("a", 0, 0), parts=parts, role=NodeRole.STAGE)
    text = dot.render(picture(node), Theme.LIGHT).decode()
    label = text.partition("a [label=")[2].partition(" color=")[0]

    assert label == '"' + ("x" * 300 + "\\n") * (MOST_BYTES // 302) + '…"'


def test_room_to_write_on_stands_in_the_line_where_it_is() -> None:
    parts = (
        SlotPart(0, 0, 20, 20),
        TextPart(2, 14, "7", Style.NAME, 9),
        BlankPart(30, 19, 90),
        TextPart(30, 37, "p99", Style.FIGURE, 22),
        BlankPart(55, 37, 40),
        TextPart(97, 37, "ms", Style.FIGURE, 18),
    )
    node = replace(card("a", 0, 0), parts=parts)

    assert (
        r'label="7\n____\np99 ____ ms"'
        in dot.render(picture(node), Theme.LIGHT).decode()
    )


@pytest.mark.slow
@pytest.mark.parametrize("name", shipped())
def test_dot_itself_draws_every_graph(name: str) -> None:
    for drawing in placed_views(name).values():
        done = subprocess.run(
            [tool("dot"), "-Tsvg"],
            input=dot.render(drawing, Theme.LIGHT),
            capture_output=True,
            check=True,
        )

        assert done.stdout.count(b'class="node"') == len(cards_of(drawing))
        assert done.stdout.count(b'class="edge"') == len(drawing.arrows)
