"""Groups of components: frames where members stand together, tags where not."""

from collections.abc import Sequence
from xml.etree import ElementTree

import pytest

from designkit.handouts.masking.figures import figure_lines
from designkit.model.design import Design
from designkit.pictures.draw import draw_all
from designkit.pictures.drawing import Drawing, Style, TextPart
from designkit.pictures.layout.geometry import measure
from designkit.pictures.renderer import Theme
from designkit.pictures.renderers.dot import dot
from designkit.pictures.renderers.svg import svg_text
from designkit.pictures.views import all_views
from designkit.source.inputs import find_shipped
from designkit.source.loader import load_changed, load_file
from tests.hostile import some_hostile_texts

LOADED = load_file(find_shipped("fraud"))
APART = ("gateway", "score", "rules", "decide")
TOGETHER = ("materialise", "online", "ondemand", "feature-log")


def grouped(**groups: Sequence[str]) -> Design:
    """Return a shipped design with groups of these members."""
    changes: dict[tuple[str | int, ...], str] = {}
    for id, members in groups.items():
        changes["groups", id, "kind"] = "team"
        changes["groups", id, "members"] = members[0]
    design = load_changed(LOADED, changes).design
    assert design is not None
    kept = {
        id: group.model_copy(update={"members": tuple(groups[id])})
        for id, group in design.groups.items()
    }
    return design.model_copy(update={"groups": kept})


def drawn(design: Design, view: str) -> Drawing:
    return draw_all(design, [view])[view]


def frames(drawing: Drawing) -> list[str]:
    return [group.title for group in drawing.groups if group.is_frame]


def tagged(drawing: Drawing) -> list[str]:
    return [
        node.id
        for node in drawing.nodes
        for part in node.parts
        if isinstance(part, TextPart) and part.text.startswith("in ")
        if part.style is Style.CAPTION
    ]


def test_members_that_stand_together_have_a_frame():
    drawing = drawn(grouped(platform=TOGETHER), "full")
    assert frames(drawing) == ["platform · team"]
    assert tagged(drawing) == []
    (frame,) = (group for group in drawing.groups if group.is_frame)
    inside = [node.id for node in drawing.nodes if frame.box.contains(node.box)]
    assert sorted(inside) == sorted(TOGETHER)


def test_members_that_stand_apart_have_tags():
    drawing = drawn(grouped(zone=APART), "full")
    assert frames(drawing) == []
    assert sorted(tagged(drawing)) == sorted(APART)


def test_a_design_may_have_both():
    drawing = drawn(grouped(platform=TOGETHER, zone=APART), "full")
    assert frames(drawing) == ["platform · team"]
    assert sorted(tagged(drawing)) == sorted(APART)


def test_the_overview_names_the_members_below():
    drawing = drawn(grouped(zone=("gateway", "score")), "overview")
    assert drawing.caption == ("zone · team: Risk gateway, Fraud scorer.",)
    assert frames(drawing) == []


@pytest.mark.parametrize("view", [it.name for it in all_views()])
def test_no_frame_holds_a_card_of_others_and_none_leaves_the_page(view: str):
    design = grouped(platform=TOGETHER, zone=APART, eu=("checkout", "score"))
    drawing = drawn(design, view)
    for frame in (group for group in drawing.groups if group.is_frame):
        members = design.groups[frame.id].members
        for node in drawing.nodes:
            assert node.id in members or not frame.box.overlaps(node.box)
    assert measure(drawing).outside_page == 0


@pytest.mark.parametrize("view", [it.name for it in all_views()])
def test_a_design_without_groups_is_drawn_as_before(view: str):
    assert LOADED.design is not None
    drawing = drawn(LOADED.design, view)
    assert frames(drawing) == []
    assert ".around" not in svg_text(drawing, Theme.AUTO)


def test_a_frame_has_its_look_and_its_name_in_svg():
    text = svg_text(drawn(grouped(platform=TOGETHER), "full"), Theme.AUTO)
    assert 'class="frame s-" data-id="platform"' in text
    assert ".around{" in text


def test_no_card_is_twice_in_dot():
    text = dot.render(drawn(grouped(platform=TOGETHER), "full"), Theme.LIGHT).decode()
    assert "cluster_platform" not in text


def test_the_title_of_a_frame_keeps_clear_of_wires():
    drawing = drawn(grouped(platform=TOGETHER), "full")
    (frame,) = (group for group in drawing.groups if group.is_frame)
    ends = [point for arrow in drawing.arrows for point in arrow.route]
    box = frame.title_box
    inside = [1 for x, y in ends if box.x < x < box.right and box.y < y < box.bottom]
    assert inside == []
    assert frame.box.contains(box)


def test_a_worksheet_leaves_the_tags_in_sight_and_asks_for_none():
    drawing = drawn(grouped(zone=APART), "request-path")
    asked = {line.text for line in figure_lines(drawing)}
    assert tagged(drawing)
    assert not [text for text in asked if text.startswith("in ")]


@some_hostile_texts
def test_the_name_of_a_group_is_only_text(text: str):
    design = grouped(platform=TOGETHER, zone=APART)
    named = {
        id: group.model_copy(update={"name": text})
        for id, group in design.groups.items()
    }
    for view in ("full", "overview"):
        drawing = drawn(design.model_copy(update={"groups": named}), view)
        root = ElementTree.fromstring(svg_text(drawing, Theme.AUTO))
        tags = {element.tag.rpartition("}")[2] for element in root.iter()}
        assert tags.isdisjoint({"script", "a", "foreignObject", "b", "img"})
