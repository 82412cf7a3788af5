import pytest
from inline_snapshot import snapshot

from designkit.pictures.views.full import TOLD, full
from designkit.source.inputs import shipped
from tests.drawn import SMALL, design_of, shipped_design


def test_every_component_stands_in_the_band_of_its_stage() -> None:
    drawing = full.draw(design_of(SMALL))

    assert {
        group.title: [n.id for n in drawing.nodes if group.box.contains(n.box)]
        for group in drawing.groups
    } == snapshot(
        {
            "Data ingestion": ["log"],
            "Feature store": ["store"],
            "Training": ["train"],
            "Clients": ["app"],
            "Serving": ["gate", "scorer"],
        }
    )
    assert drawing.subtitle == "Every component and flow: 6 components, 6 flows"


@pytest.mark.parametrize("name", shipped())
def test_each_flow_is_drawn_or_told_on_the_card_that_gives_it(name: str) -> None:
    design = shipped_design(name)
    drawing = full.draw(design)
    told = {
        (node.id, telling.target, telling.mode)
        for node in drawing.nodes
        for telling in node.tellings
    }
    drawn = {(a.source, a.target, a.mode) for a in drawing.arrows}

    assert sorted(node.id for node in drawing.nodes) == sorted(design.components)
    assert drawn | told == {(*flow.ends, flow.mode) for flow in design.flows}
    assert drawn.isdisjoint(told)


def test_what_watchers_are_told_is_a_line_of_a_card() -> None:
    text = SMALL.replace(
        "components:",
        "components:\n  watch: {kind: monitor}\n  alarm: {kind: alert-manager}",
    ).replace("  streams:", "  streams:\n    - gate -> watch: metric")
    drawing = full.draw(design_of(f"{text}  control:\n    - watch -> alarm: alert\n"))
    lines = {
        node.id: [part.text for telling in node.tellings for part in telling.parts]
        for node in drawing.nodes
    }

    assert lines["gate"] == ["→ Watch: metrics"]
    assert ("watch", "alarm") in {(a.source, a.target) for a in drawing.arrows}
    assert drawing.caption == (TOLD,)


def test_cards_on_the_critical_path_stand_out() -> None:
    drawing = full.draw(design_of(SMALL))

    assert [node.id for node in drawing.nodes if node.strong] == snapshot(
        ["store", "app", "gate", "scorer"]
    )
    assert drawing.legend[0].text == "critical path of a request"
