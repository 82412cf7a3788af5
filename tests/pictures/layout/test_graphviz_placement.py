from dataclasses import replace
from itertools import combinations

import pytest

from designkit.errors import LayoutError
from designkit.model.design import Design
from designkit.pictures.drawing import Box, Drawing, Group, NodeRole
from designkit.pictures.gates.completeness import undrawn
from designkit.pictures.gates.sizes import smallest_text
from designkit.pictures.layout import graphviz_placement
from designkit.pictures.layout.geometry import measure
from designkit.pictures.layout.graphviz_answer import Placed
from designkit.pictures.layout.graphviz_placement import place_by_graphviz
from designkit.pictures.layout.graphviz_process import GraphvizDiedError, lay_out
from designkit.pictures.layout.placement import Engine, place_all
from designkit.pictures.views import all_views, find_view
from designkit.source.inputs import shipped
from tests.drawn import SMALL, arrow, card, design_of, picture, shipped_design

CHAIN = picture(
    *(card(name, 200 * at, 0) for at, name in enumerate("abcd")),
    arrows=(arrow("a", "b", "events"), arrow("b", "c"), arrow("c", "d")),
)
PAIR = replace(CHAIN, nodes=CHAIN.nodes[:2], arrows=CHAIN.arrows[:1])


def group(name: str, x: float, width: float, *, is_frame: bool = False) -> Group:
    box = Box(x, -10, width, 80)
    return Group(name, name, "serving", box, 60, is_frame=is_frame)


def drawn(design: Design) -> tuple[Drawing, ...]:
    """Return every view of a design as Graphviz lays it out."""
    views = [view.draw(design) for view in all_views()]
    return place_all(views, Engine.DOT)


@pytest.mark.parametrize("name", shipped())
def test_every_flow_of_every_view_is_drawn(name: str) -> None:
    design = shipped_design(name)
    for placed in drawn(design):
        assert list(undrawn(design, placed)) == []
        assert [it for it in placed.arrows if not it.route] == []


def test_cards_stand_apart_and_on_the_page_with_all_their_labels() -> None:
    for placed in drawn(design_of(SMALL)):
        gates = measure(placed)

        assert (gates.card_on_card, gates.outside_page) == (0, 0)
        assert (gates.text_outside_card, gates.labels_missing) == (0, 0)


def test_bands_and_frames_have_their_cards_and_no_others() -> None:
    groups = (group("band", -10, 520), group("frame", 190, 320, is_frame=True))
    placed = place_by_graphviz(replace(CHAIN, groups=groups))

    assert {
        it.title: [n.id for n in placed.nodes if it.box.contains(n.box)]
        for it in placed.groups
    } == {"band": ["a", "b", "c"], "frame": ["b", "c"]}
    assert not any(a.box.overlaps(b.box) for a, b in combinations(placed.nodes, 2))


def test_a_frame_across_two_bands_is_told_instead() -> None:
    groups = (
        group("left", -10, 520),
        group("right", 590, 320),
        group("frame", 390, 320, is_frame=True),
    )
    placed = place_by_graphviz(replace(CHAIN, groups=groups, caption=("First.",)))

    assert [it.title for it in placed.groups] == ["left", "right"]
    assert [it.text for it in placed.texts][-2:] == ["First.", "frame: c, d."]


def test_a_note_stands_below_its_text() -> None:
    noted = replace(arrow("a", "b", "events"), note="keyed by card")
    (only,) = place_by_graphviz(replace(PAIR, arrows=(noted,))).arrows

    assert only.label is not None
    assert (only.label.text, only.label.note) == ("events", "keyed by card")


def test_a_bar_stands_below_everything() -> None:
    path = find_view("request-path").draw(shipped_design("fraud"))
    placed = place_by_graphviz(path)
    bars = [it.box for it in placed.nodes if it.role is NodeRole.BAR]
    cards = [it.box for it in placed.nodes if it.role is not NodeRole.BAR]

    assert len(bars) == 1
    assert bars[0].y > max(box.bottom for box in cards)


def test_ranks_go_the_way_that_has_the_larger_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    design = shipped_design("fraud")
    chosen = place_by_graphviz(find_view("training").draw(design))
    monkeypatch.setattr(
        graphviz_placement, "smallest_text", lambda it: -smallest_text(it)
    )
    other = place_by_graphviz(find_view("training").draw(design))

    assert smallest_text(chosen) > smallest_text(other)


def test_a_picture_of_nothing_is_a_page_as_well() -> None:
    assert place_by_graphviz(picture()).nodes == ()


def test_where_graphviz_dies_it_is_said_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def die(source: str) -> Placed:
        raise GraphvizDiedError("it ended with status 134")

    monkeypatch.setattr(graphviz_placement, "lay_out", die)

    with pytest.raises(LayoutError, match="lay out sketch: it died, lost an arrow"):
        place_by_graphviz(PAIR)


def test_where_graphviz_dies_one_way_another_is_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def frail(source: str) -> Placed:
        if "rankdir=TB" in source or "newrank" not in source:
            raise GraphvizDiedError("it ended with status 134")
        return lay_out(source)

    monkeypatch.setattr(graphviz_placement, "lay_out", frail)
    first, second = (node.box for node in place_by_graphviz(PAIR).nodes)

    assert second.x > first.right


def test_what_graphviz_loses_is_no_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        graphviz_placement, "lay_out", lambda source: Placed({0: (0, 0)}, {}, {}, {})
    )

    with pytest.raises(LayoutError, match="could not lay out sketch"):
        place_by_graphviz(PAIR)
