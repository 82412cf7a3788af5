import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from designkit.catalog.data_types import DATA_TYPES
from designkit.catalog.kinds import all_kinds
from designkit.errors import LayoutError
from designkit.model.component import Component, Flow, Mode
from designkit.model.design import Design
from designkit.pictures.drawing import Drawing, Point
from designkit.pictures.layout import placement
from designkit.pictures.layout.geometry import measure
from designkit.pictures.layout.graphviz_process import GraphvizDiedError, Running
from designkit.pictures.layout.placement import (
    MOST_ROUTED,
    RETRIES,
    place,
    place_all,
)
from designkit.pictures.views import all_views
from tests.drawn import arrow, card, picture

Route = tuple[Point, ...]

STRAIGHT = ((112, 25), (288, 25))
PAIR = picture(card("a", 0, 0), card("b", 300, 0), arrows=(arrow("a", "b"),))
SOME = tuple(card(f"n{i}", i % 40 * 200, i // 40 * 120) for i in range(1_000))
CHAIN = tuple(arrow(a.id, b.id, "events") for a, b in pairwise(SOME))


def never(source: str) -> Running:
    """Stand in for Graphviz where it is not to be asked."""
    raise AssertionError(source)


def dying() -> bytes:
    raise GraphvizDiedError


def routing(drawing: Drawing, *routes: Route) -> Callable[[], bytes]:
    """Answer as Graphviz does, with `routes` in the coordinates of `drawing`."""
    objects = [
        {"name": f"n{index}", "pos": f"{node.box.centre[0]},{-node.box.centre[1]}"}
        for index, node in enumerate(drawing.nodes)
    ]
    edges = [
        {"id": f"e{index}", "pos": " ".join(f"{x},{-y}" for x, y in bezier(route))}
        for index, route in enumerate(routes)
    ]
    answer = {"bb": "0,0,0,0", "objects": objects, "edges": edges}
    return json.dumps(answer).encode


def bezier(route: Route) -> Route:
    """Return the control points of straight curves along `route`."""
    middle = [point for a, b in pairwise(route) for point in (a, b, b)]
    return (route[0], *middle)


def placed_by(*answers: Callable[[], bytes], drawing: Drawing = PAIR) -> Drawing:
    """Place `drawing` where Graphviz gives `answers`, all of which are to be used."""
    waiting = list(answers)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(placement, "start_graphviz", lambda _: Running(waiting.pop(0)))
        placed = place(drawing)
    assert waiting == []
    return placed


def routed(drawing: Drawing, *routes: Route) -> tuple[Route, ...]:
    """Place `drawing` along `routes`; return what becomes of them, from its origin."""
    placed = placed_by(routing(drawing, *routes), drawing=drawing)
    dx, dy = placed.nodes[0].box.x, placed.nodes[0].box.y
    return tuple(
        tuple((round(x - dx, 1), round(y - dy, 1)) for x, y in wire.route)
        for wire in placed.arrows
    )


def is_whole(drawing: Drawing, placed: Drawing) -> bool:
    return [node.id for node in placed.nodes] == [n.id for n in drawing.nodes] and [
        (a.source, a.target) for a in placed.arrows if a.route
    ] == [(a.source, a.target) for a in drawing.arrows]


def test_nodes_stay_where_the_view_has_put_them() -> None:
    placed = place(PAIR)
    first, second = (node.box for node in placed.nodes)

    assert (second.x - first.x, second.y - first.y) == (300, 0)


def test_a_straight_way_is_lengthened_up_to_both_cards() -> None:
    assert routed(PAIR, STRAIGHT) == (((100, 25), (300, 25)),)


def test_points_on_the_way_at_which_nothing_turns_are_left_out() -> None:
    way = ((112, 25), (150, 25), (200, 25), (288, 25))

    assert routed(PAIR, way) == (((100, 25), (300, 25)),)


def test_a_way_that_turns_keeps_its_corners() -> None:
    below = picture(card("a", 0, 0), card("b", 300, 200), arrows=(arrow("a", "b"),))
    way = ((112, 25), (350, 25), (350, 188))

    assert routed(below, way) == (((100, 25), (350, 25), (350, 200)),)


def test_an_end_outside_a_corner_turns_onto_the_next_side() -> None:
    way = ((50, -40), (350, -40), (350, -12))

    assert routed(PAIR, way) == snapshot(
        (((46.0, 0), (46.0, -40), (350, -40), (350, 0)),)
    )


def test_an_end_close_to_a_corner_slides_onto_its_side() -> None:
    apart = picture(card("a", 0, 0), card("b", 300, 100), arrows=(arrow("a", "b"),))
    way = ((112, -4), (200, -4), (200, 125), (288, 125))

    assert routed(apart, way) == snapshot(
        (((100, 8.7), (200, 8.7), (200, 125), (300, 125)),)
    )


def test_a_straight_way_between_cards_of_other_heights_gets_a_step() -> None:
    apart = picture(card("a", 0, 0), card("b", 300, 30), arrows=(arrow("a", "b"),))

    assert routed(apart, ((112, 27), (288, 27))) == snapshot(
        (((100.0, 27.0), (200.0, 27.0), (200.0, 30.0), (300.0, 30.0)),)
    )


def test_graphviz_may_move_the_whole_picture() -> None:
    far = picture(card("a", 5000, 700), card("b", 5300, 700), arrows=(arrow("a", "b"),))

    assert routed(far, ((5112, 725), (5288, 725))) == routed(
        PAIR, ((112, 25), (288, 25))
    )


def test_what_is_routed_has_its_labels_and_its_page() -> None:
    placed = place(replace(PAIR, arrows=(arrow("a", "b", "events"),)))

    assert placed.arrows[0].label is not None
    assert (placed.width, placed.height) == snapshot((696.0, 165.2))
    assert measure(placed).faults == 0


@pytest.mark.parametrize(
    "bad",
    [
        pytest.param(dying, id="it dies"),
        pytest.param(b"Error: {".lower, id="its answer cannot be read"),
        pytest.param(routing(PAIR), id="it loses an edge"),
        pytest.param(routing(picture(card("a", 0, 0)), STRAIGHT), id="it loses a node"),
        pytest.param(routing(PAIR, ((112, -75), (288, 125))), id="it slants a line"),
    ],
)
@pytest.mark.parametrize("times", [1, 2, len(RETRIES)])
def test_after_a_bad_answer_graphviz_is_asked_again(
    bad: Callable[[], bytes], times: int
) -> None:
    good = routing(PAIR, STRAIGHT)

    assert placed_by(*[bad] * times, good) == placed_by(good)


def test_of_answers_that_are_all_bad_the_best_is_taken() -> None:
    worse = routing(PAIR, ((-40, 85), (50, -40), (288, 125)))
    better = routing(PAIR, ((112, -75), (288, 125)))
    answers = [worse, better, *[worse] * (len(RETRIES) - 1)]

    assert placed_by(*answers) == placed_by(*[better] * (len(RETRIES) + 1))


@pytest.mark.parametrize(
    "bad", [pytest.param(dying, id="dead"), pytest.param(routing(PAIR), id="lost")]
)
def test_a_picture_that_no_try_could_place_is_named(bad: Callable[[], bytes]) -> None:
    with pytest.raises(LayoutError, match=r"could not place the picture sketch$"):
        placed_by(*[bad] * (len(RETRIES) + 1))


def test_a_large_picture_is_routed_without_graphviz(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(placement, "start_graphviz", never)
    drawing = picture(*SOME, arrows=CHAIN)
    placed = place(drawing)

    assert is_whole(drawing, placed)
    assert placement.count_faults(placed) < len(CHAIN) / 10
    boxes = {node.id: node.box for node in placed.nodes}
    for wire in placed.arrows:
        assert wire.route[0][0] == pytest.approx(boxes[wire.source].right)
        assert wire.route[-1][0] == pytest.approx(boxes[wire.target].x)


def test_the_full_picture_of_a_large_design_needs_no_graphviz(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(placement, "start_graphviz", never)
    kinds = [kind.name for kind in all_kinds()]
    count = MOST_ROUTED + 1
    design = made({f"c{i}": kinds[i % len(kinds)] for i in range(count)}, ())
    full = next(view for view in all_views() if view.name == "full").draw(design)
    placed = place(full)

    assert len(placed.nodes) == count
    assert measure(placed).faults == 0


def made(kinds: Mapping[str, str], flows: tuple[Flow, ...]) -> Design:
    """A design of components of `kinds`, as loose as a sketch may be."""
    components = {id: Component(id=id, kind=kind) for id, kind in kinds.items()}
    return Design(
        designkit=1, name="Sketch", system="generic", components=components, flows=flows
    )


def check_all_views(design: Design) -> None:
    drawings = [view.draw(design) for view in all_views()]
    for drawing, placed in zip(drawings, place_all(drawings), strict=True):
        gates = measure(placed)
        assert is_whole(drawing, placed)
        assert (gates.card_on_card, gates.label_on_card, gates.outside_page) == (0,) * 3
        assert (gates.text_outside_card, gates.labels_adrift) == (0, 0)


@pytest.mark.parametrize(
    ("kinds", "ends"),
    [
        pytest.param({"a": "client"}, [], id="one component"),
        pytest.param({"a": "client", "b": "trainer"}, [], id="no flows"),
        pytest.param({"a": "model-server"}, ["aa"], id="a flow to itself"),
        pytest.param(
            {"a": "client", "b": "gateway"}, ["ab", "ba", "ab"], id="there and back"
        ),
        pytest.param(
            {"a": "gateway", "b": "cache", "c": "model-server"},
            ["ab", "bc", "ca", "ac"],
            id="round in a circle",
        ),
        pytest.param(
            {"a": "dataset-builder", "b": "trainer", "c": "evaluator", "d": "trainer"},
            ["aa", "ab", "bc", "cb", "ca", "bd", "da"],
            id="circles and loops",
        ),
    ],
)
@pytest.mark.parametrize("mode", Mode)
def test_odd_designs_are_drawn_in_every_view(
    kinds: dict[str, str], ends: list[str], mode: Mode
) -> None:
    flows = [
        Flow(source=end[0], target=end[1], mode=mode, carries="event") for end in ends
    ]

    check_all_views(made(kinds, tuple(flows)))


@st.composite
def designs(draw: st.DrawFn) -> Design:
    """A few components of any kind, with flows of any mode between any of them."""
    names = [kind.name for kind in all_kinds()]
    chosen = draw(st.lists(st.sampled_from(names), min_size=1, max_size=12))
    kinds = {f"{kind}-{index}": kind for index, kind in enumerate(chosen)}
    flow = st.builds(
        Flow,
        source=st.sampled_from(list(kinds)),
        target=st.sampled_from(list(kinds)),
        mode=st.sampled_from(Mode),
        carries=st.none() | st.sampled_from([t.name for t in DATA_TYPES]),
    )
    return made(kinds, tuple(draw(st.lists(flow, max_size=20))))


@given(design=designs())
@settings(deadline=None, max_examples=15)
def test_any_design_is_drawn_in_every_view(design: Design) -> None:
    check_all_views(design)
