from designkit.model.component import Component, Flow, Mode
from designkit.model.design import Design
from designkit.pictures.views.full import full
from designkit.pictures.views.request_path import request_path
from designkit.pictures.views.trunks import MANY
from tests.drawn import SMALL, design_of


def large() -> Design:
    """The small design, with many more event logs and a chain through them."""
    small = design_of(SMALL)
    more = {f"log-{i}": Component(id=f"log-{i}", kind="event-log") for i in range(MANY)}
    chain = tuple(
        Flow(
            source=f"log-{i}", target=f"log-{i + 1}", mode=Mode.STREAM, carries="event"
        )
        for i in range(MANY - 1)
    )
    components = {**small.components, **more}
    flows = (*small.flows, *chain)
    return small.model_copy(update={"components": components, "flows": flows})


def test_a_large_design_has_a_card_for_each_stage_with_all_its_components() -> None:
    design, drawing = large(), full.draw(large())
    shown = [member.id for node in drawing.nodes for member in node.members]

    assert sorted(shown) == sorted(design.components)
    assert drawing.nodes[0].title == "Data ingestion: 61 components"
    assert drawing.caption == (
        "Details: the views stage:problem and around:COMPONENT.",
    )


def test_each_flow_is_in_a_trunk_or_inside_a_card() -> None:
    trunks = {(a.source, a.target): a for a in full.draw(large()).arrows}

    assert {pair: arrow.text.split("\n")[0] for pair, arrow in trunks.items()} == {
        ("problem", "serving"): "1 flow",
        ("serving", "problem"): "1 flow",
        ("features", "serving"): "1 flow",
        ("problem", "ingestion"): "1 flow",
        ("ingestion", "training"): "1 flow",
    }
    assert "log to train, batch: dataset" in trunks["ingestion", "training"].description
    assert trunks["features", "serving"].strong


def test_a_design_of_some_components_shows_each_of_them() -> None:
    assert {node.role for node in full.draw(design_of(SMALL)).nodes} == {"component"}


def test_a_request_path_of_many_components_is_drawn_by_stage() -> None:
    design = large()
    calls = tuple(
        flow.model_copy(update={"mode": Mode.CALL})
        for flow in design.flows
        if flow.source.startswith("log-")
    )
    asked = design.model_copy(update={"flows": (*design.flows[:3], *calls)})
    drawing = request_path.draw(asked)
    shown = {member.id for node in drawing.nodes for member in node.members}

    assert {node.role for node in drawing.nodes} == {"stage"}
    assert shown == {id for flow in asked.flows for id in flow.ends}
    assert drawing.subtitle == "Request path by stage: 63 components, 62 flows"
