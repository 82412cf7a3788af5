from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from designkit.catalog.data_types import DATA_TYPES
from designkit.catalog.kinds import all_kinds
from designkit.model.component import Component, Flow, Mode
from designkit.model.design import Design
from designkit.pictures.drawing import Drawing, Point
from designkit.pictures.layout.geometry import measure
from designkit.pictures.layout.placement import (
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


def is_whole(drawing: Drawing, placed: Drawing) -> bool:
    return [node.id for node in placed.nodes] == [n.id for n in drawing.nodes] and [
        (a.source, a.target) for a in placed.arrows if a.route
    ] == [(a.source, a.target) for a in drawing.arrows]


def test_nodes_stay_where_the_view_has_put_them() -> None:
    placed = place(PAIR)
    first, second = (node.box for node in placed.nodes)

    assert (second.x - first.x, second.y - first.y) == (300, 0)


def test_what_is_routed_has_its_labels_and_its_page() -> None:
    placed = place(replace(PAIR, arrows=(arrow("a", "b", "events"),)))

    assert placed.arrows[0].label is not None
    assert (placed.width, placed.height) == snapshot((696.0, 165.2))
    assert measure(placed).faults == 0


def test_what_was_placed_before_is_not_placed_again() -> None:
    first, same, other = place_all([PAIR, replace(PAIR), replace(PAIR, title="Other")])

    assert first is same
    assert (first, other) == (place(PAIR), place(replace(PAIR, title="Other")))


@pytest.mark.slow
def test_a_large_picture_has_no_wire_through_a_card() -> None:
    drawing = picture(*SOME, arrows=CHAIN)
    placed = place(drawing)

    assert is_whole(drawing, placed)
    assert measure(placed).wire_through_card == 0


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
