import pytest
from inline_snapshot import snapshot

from designkit.model.component import Component
from designkit.pictures.views.full import MANY, full
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
def test_nothing_is_left_out(name: str) -> None:
    design = shipped_design(name)
    drawing = full.draw(design)

    assert sorted(node.id for node in drawing.nodes) == sorted(design.components)
    assert {(a.source, a.target, a.mode) for a in drawing.arrows} == {
        (*flow.ends, flow.mode) for flow in design.flows
    }


def test_cards_on_the_critical_path_stand_out() -> None:
    drawing = full.draw(design_of(SMALL))

    assert [node.id for node in drawing.nodes if node.strong] == snapshot(
        ["store", "app", "gate", "scorer"]
    )
    assert drawing.legend[0].text == "critical path of a request"


def test_columns_of_a_large_design_grow_with_it() -> None:
    components = {
        f"c{i}": Component(id=f"c{i}", kind="batch-transform") for i in range(MANY + 24)
    }
    design = design_of(SMALL).model_copy(update={"components": components, "flows": ()})
    drawing = full.draw(design)
    xs = [node.box.x for node in drawing.nodes]

    assert len(drawing.nodes) == MANY + 24
    assert max(xs.count(x) for x in xs) == 3
