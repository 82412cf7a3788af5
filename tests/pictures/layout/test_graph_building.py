from dataclasses import replace
from pathlib import Path

import diagrams
import pytest
from inline_snapshot import snapshot

from designkit.pictures.drawing import Box, Group
from designkit.pictures.layout.graph_building import SilentDiagram, build_graph
from tests.drawn import arrow, card, picture

PAIR = picture(card("a", 0, 0), card("b", 300, 0), arrows=(arrow("a", "b", "events"),))


def test_a_drawing_becomes_numbered_boxes_without_any_text() -> None:
    assert build_graph(PAIR, "ortho", 12.0) == snapshot("""\
digraph {
	graph [outputorder=edgesfirst splines=ortho]
	node [fixedsize=true label="" shape=box]
	edge [arrowhead=none]
	n0 [label="" height=1.0278 pos="50.00,-25.00!" width=1.7222]
	n1 [label="" height=1.0278 pos="350.00,-25.00!" width=1.7222]
	n0 -> n1 [dir=forward fontcolor="#2D3436" fontname="Sans-Serif" fontsize=13 id=e0]
}
""")


def test_titles_of_bands_that_stand_free_are_boxes_as_well() -> None:
    band = Group("serving", "Serving", "serving", Box(-40, -80, 500, 200), 60)
    near = Group("training", "Training", "training", Box(-14, -20, 500, 200), 60)
    drawing = picture(*PAIR.nodes)
    lines = [
        build_graph(with_bands, "ortho", 12.0).splitlines()
        for with_bands in (drawing, replace(drawing, groups=(band, near)))
    ]

    assert [line.strip() for line in lines[1] if line not in lines[0]] == snapshot(
        ['t0 [label="" height=0.2778 pos="4.00,62.00!" width=0.8333]']
    )


def test_another_diagram_around_it_is_left_alone() -> None:
    with SilentDiagram("outer", filename="outer", show=False) as outer:
        build_graph(PAIR, "ortho", 12.0)

        assert diagrams.getdiagram() is outer
    assert diagrams.getdiagram() is None


def test_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    build_graph(PAIR, "ortho", 12.0)

    assert list(tmp_path.iterdir()) == []
