from inline_snapshot import snapshot

from designkit.pictures.drawing import BarLook, BarPart, Drawing, Node, NodeRole
from designkit.pictures.gates.completeness import undrawn
from designkit.pictures.gates.judging import judge
from designkit.pictures.layout.placement import place
from designkit.pictures.views import find_view, path_of, views_of
from designkit.pictures.views.run_path import run_path, told_of_run
from tests.analysis.test_run_path import NIGHTLY, STREAMED
from tests.drawn import SMALL, design_of, written


def drawn(text: str) -> Drawing:
    return run_path.draw(design_of(text))


def lanes(drawing: Drawing) -> list[tuple[str, list[str]]]:
    """Each lane with the cards in it, from left to right."""
    return [
        (
            group.title,
            [
                node.id
                for node in sorted(drawing.nodes, key=lambda node: node.box.x)
                if group.box.contains(node.box)
            ],
        )
        for group in drawing.groups
    ]


def lines(drawing: Drawing, id: str) -> list[str]:
    (node,) = (node for node in drawing.nodes if node.id == id)
    return [line.replace("\u00a0", " ") for line in written(node.parts)]


def bar(text: str) -> Node:
    (node,) = (n for n in drawn(text).nodes if n.role is NodeRole.BAR)
    return node


def test_a_run_stands_in_lanes_that_break_where_it_scores() -> None:
    assert lanes(drawn(NIGHTLY)) == snapshot(
        [
            ("The run", ["orders", "ingest", "lake"]),
            ("What it reads and goes by", ["registry"]),
            ("The run", ["score", "select", "desk", "buyer"]),
            ("Where the results go", ["kept", "orders@results"]),
        ]
    )


def test_events_go_straight_while_batches_feed_what_they_read() -> None:
    assert lanes(drawn(STREAMED)) == snapshot(
        [
            ("What it reads and goes by", ["sums", "online"]),
            ("The way of an event", ["app", "log", "score", "desk"]),
            ("Where the results go", ["app@results"]),
        ]
    )


def test_steps_have_their_clock_and_people_their_room() -> None:
    drawing = drawn(NIGHTLY)

    assert lines(drawing, "score") == snapshot(
        ["Score", "every 1 d · at 22:00", "takes 1 h", "due 04:00"]
    )
    assert lines(drawing, "select") == snapshot(["Select", "accepted by Desk"])
    assert lines(drawing, "desk") == snapshot(["Desk", "450/day within 1 d", "by hand"])


def test_it_says_when_a_run_is_done_and_what_is_left() -> None:
    assert told_of_run(design_of(NIGHTLY)) == snapshot(
        (
            "The run: Orders → Ingest → Lake → Score → Select → Desk → Buyer.",
            "It starts at 20:00 with Ingest; Score is done at 23:00 at the soonest, 5 h before its deadline of 04:00.",
        )
    )
    assert told_of_run(design_of(STREAMED)) == snapshot(
        ("The way of an event: App → Log → Score → Desk.",)
    )
    assert told_of_run(design_of(SMALL)) == (
        "Nothing is scored here without a request.",
    )


def test_the_bar_has_steps_pauses_and_what_is_left_until_the_deadline() -> None:
    assert bar(NIGHTLY).description == snapshot(
        "Run: Ingest 20:00, 1 h, pause 1 h, Score 22:00, 1 h, 5 h to spare until 04:00"
    )


def test_the_bar_says_what_is_late() -> None:
    late = NIGHTLY.replace('by: "04:00"', 'by: "22:30"')

    assert bar(late).description == snapshot(
        "Run: Ingest 20:00, 1 h, pause 1 h, Score 22:00, 1 h, 30 min late"
    )
    assert [
        part.look for part in bar(late).parts if isinstance(part, BarPart)
    ] == snapshot([BarLook.HOP, BarLook.REST, BarLook.OVER])


def test_results_that_go_back_to_a_source_reach_it_in_a_card_of_their_own() -> None:
    drawing = drawn(NIGHTLY)
    ends = {(arrow.source, arrow.target) for arrow in drawing.arrows}

    assert ("desk", "orders@results") in ends
    assert [n.id for n in drawing.nodes if n.role is NodeRole.GHOST] == [
        "orders@results"
    ]


def test_all_flows_of_a_run_are_drawn_and_none_misleads() -> None:
    for text in (NIGHTLY, STREAMED):
        placed = place(drawn(text))
        assert list(undrawn(design_of(text), placed)) == []
        assert not any(judge(placed).counts.values())


def test_a_design_has_the_path_that_suits_it() -> None:
    assert path_of(design_of(NIGHTLY)) == "run-path"
    assert path_of(design_of(SMALL)) == "request-path"
    assert [view.name for view in views_of(design_of(NIGHTLY))] == [
        "overview",
        "run-path",
        "training",
        "feedback-loop",
        "full",
    ]


def test_a_design_without_a_run_has_an_empty_one() -> None:
    assert drawn(SMALL).nodes == ()


def test_a_scorer_that_something_beside_the_run_calls_is_drawn() -> None:
    design = design_of("""\
designkit: 1
name: Beside
system: generic
components:
  join: {kind: label-joiner}
  llm: {kind: llm-server}
flows:
  calls:
    - join -> llm: request
    - join -> llm: model
""")

    assert find_view("run-path").draw(design).name == "run-path"
