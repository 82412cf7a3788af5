from dataclasses import replace
from pathlib import Path

import diagrams
import pytest
from inline_snapshot import snapshot

from designkit.pictures.drawing import Box, Drawing, Group
from designkit.pictures.layout.graph_building import (
    Direction,
    SilentDiagram,
    build_graph,
)
from tests.drawn import arrow, card, picture

PAIR = picture(card("a", 0, 0), card("b", 300, 0), arrows=(arrow("a", "b", "events"),))
BAND = Group("serving", "<b>Serving</b>", "serving", Box(-40, -80, 500, 200), 60)
FRAME = replace(BAND, box=Box(290, -10, 120, 80), is_frame=True)


def test_a_drawing_becomes_numbered_boxes_without_any_text() -> None:
    assert build_graph(PAIR, Direction.RIGHT) == snapshot("""\
digraph {
	graph [nodesep=0.35 rankdir=LR ranksep=0.4 splines=spline]
	node [fixedsize=true label="" shape=box]
	edge [arrowsize=1.4]
	n0 [label="" height=0.6944 width=1.3889]
	n1 [label="" height=0.6944 width=1.3889]
	n0 -> n1 [label=<<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0"><TR><TD FIXEDSIZE="TRUE" WIDTH="59" HEIGHT="28"></TD></TR></TABLE>> dir=forward fontcolor="#2D3436" fontname="Sans-Serif" fontsize=13 id=e0 weight=1]
}
""")


def test_bands_and_frames_are_clusters_in_one_another() -> None:
    drawing = replace(PAIR, groups=(BAND, FRAME))

    assert clusters(drawing) == snapshot(
        [
            "\tsubgraph cluster_g0 {",
            '\t\tgraph [label=<<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0"><TR><TD FIXEDSIZE="TRUE" WIDTH="88" HEIGHT="24"></TD></TR></TABLE>> labeljust=l labelloc=t margin=14]',
            "\t\tsubgraph cluster_g1 {",
            '\t\t\tgraph [label=<<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0"><TR><TD FIXEDSIZE="TRUE" WIDTH="88" HEIGHT="24"></TD></TR></TABLE>> labeljust=l labelloc=b margin=14]',
            '\t\t\tn1 [label="" height=0.6944 width=1.3889]',
            "\t\t}",
            '\t\tn0 [label="" height=0.6944 width=1.3889]',
            "\t}",
        ]
    )


def test_the_main_path_is_kept_straight_and_a_note_has_room() -> None:
    strong = replace(arrow("a", "b"), strong=True, note="once a day")
    source = build_graph(replace(PAIR, arrows=(strong,)), Direction.DOWN)

    assert [line.strip() for line in source.splitlines() if "->" in line] == snapshot(
        [
            'n0 -> n1 [label=<<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0"><TR><TD FIXEDSIZE="TRUE" WIDTH="86" HEIGHT="28"></TD></TR></TABLE>> dir=forward fontcolor="#2D3436" fontname="Sans-Serif" fontsize=13 id=e0 weight=6]'
        ]
    )


def test_another_diagram_around_it_is_left_alone() -> None:
    with SilentDiagram("outer", filename="outer", show=False) as outer:
        build_graph(PAIR, Direction.RIGHT)

        assert diagrams.getdiagram() is outer
    assert diagrams.getdiagram() is None


def test_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    build_graph(PAIR, Direction.RIGHT)

    assert list(tmp_path.iterdir()) == []


def clusters(drawing: Drawing) -> list[str]:
    """Return the lines of a graph from its first cluster to its first arrow."""
    lines = build_graph(drawing, Direction.RIGHT).splitlines()
    starts = next(at for at, line in enumerate(lines) if "subgraph" in line)
    ends = next(at for at, line in enumerate(lines) if "->" in line)
    return lines[starts:ends]
