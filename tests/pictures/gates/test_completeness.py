"""Every flow that a view is about is drawn, or named, or said to be missing."""

from dataclasses import replace

import pytest

from designkit.model.design import Design
from designkit.pictures.drawing import Arrow, Drawing, Style, Telling, TextPart
from designkit.pictures.gates.completeness import SHOWN, undrawn
from designkit.pictures.layout.placement import place
from designkit.pictures.views import all_views, find_view
from designkit.pictures.views.details import details_of
from tests.drawn import SMALL, design_of, drawn_views

DESIGN = design_of(SMALL)
VIEWS = drawn_views(DESIGN)
FULL = VIEWS["full"]


def missing(drawing: Drawing, design: Design = DESIGN) -> list[str]:
    return [fault.what for fault in undrawn(design, drawing)]


def is_event(arrow: Arrow) -> bool:
    return arrow.carries == "event"


def without_event(drawing: Drawing) -> Drawing:
    """Leave the arrow from the app to the log out."""
    return replace(
        drawing, arrows=tuple(it for it in drawing.arrows if not is_event(it))
    )


def changed(**more: object) -> Drawing:
    """Change the arrow from the app to the log."""
    arrows = (
        replace(it, **more) if is_event(it) else it  # type: ignore[arg-type]
        for it in FULL.arrows
    )
    return replace(FULL, arrows=tuple(arrows))


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_has_all_that_it_is_about(view: str) -> None:
    assert missing(VIEWS[view]) == []


@pytest.mark.parametrize(
    "drawing",
    [
        pytest.param(without_event(FULL), id="it is left out"),
        pytest.param(changed(route=()), id="it has no route"),
        pytest.param(changed(carries="request"), id="it carries something else"),
        pytest.param(changed(mode="batch"), id="it is drawn as another mode"),
        pytest.param(changed(source="log", target="app"), id="it is drawn backwards"),
    ],
)
def test_a_flow_that_is_not_drawn_is_said(drawing: Drawing) -> None:
    assert missing(drawing) == ["app -> log: event"]


def test_an_answer_may_be_at_the_arrow_of_its_call() -> None:
    back = SMALL.replace("scorer -> app: response", "scorer -> gate -> app: response")
    full = drawn_views(design := design_of(back))["full"]
    calls = [it.carries for it in full.arrows if it.source == "gate"]

    assert calls == ["request response"]
    assert missing(full, design) == []


def with_row(text: str) -> Drawing:
    """Say something in a row of the card of the app."""
    row = TextPart(9, 9, text, Style.FIGURE, 99)
    nodes = (
        replace(node, parts=(*node.parts, row)) if node.id == "app" else node
        for node in FULL.nodes
    )
    return replace(without_event(FULL), nodes=tuple(nodes))


@pytest.mark.parametrize(
    ("row", "lacking"),
    [("→ log", 0), ("← log", 0), ("log", 1), ("→ log of things", 1), ("→ blog", 1)],
)
def test_a_row_of_a_card_names_a_flow(row: str, lacking: int) -> None:
    title = DESIGN.components["log"].title

    assert len(missing(with_row(row.replace("log", title, 1)))) == lacking


EVENT = Telling("log", "stream", "event", "", (TextPart(9, 9, "", Style.CAPTION, 9),))


@pytest.mark.parametrize(
    ("told", "lacking"),
    [
        pytest.param(EVENT, 0, id="told"),
        pytest.param(replace(EVENT, target="gate"), 1, id="another is told"),
        pytest.param(replace(EVENT, carries="request"), 1, id="something else is"),
        pytest.param(replace(EVENT, mode="batch"), 1, id="in another way"),
        pytest.param(replace(EVENT, parts=()), 1, id="without a word"),
    ],
)
def test_a_line_of_a_card_tells_a_flow(told: Telling, lacking: int) -> None:
    nodes = (
        replace(node, tellings=(told,)) if node.id == "app" else node
        for node in FULL.nodes
    )
    full = replace(without_event(FULL), nodes=tuple(nodes))

    assert len(missing(full)) == lacking


@pytest.mark.parametrize(
    ("said", "lacking"), [("app to log: event", 0), ("web-app to log, app to log-2", 1)]
)
def test_the_description_of_a_trunk_names_a_flow(said: str, lacking: int) -> None:
    few = without_event(FULL)
    trunk = replace(few.arrows[0], description=said)

    assert len(missing(replace(few, arrows=(trunk, *few.arrows[1:])))) == lacking


def test_a_view_is_only_held_to_the_cards_that_it_has() -> None:
    nodes = tuple(node for node in FULL.nodes if node.id != "log")
    arrows = tuple(it for it in FULL.arrows if "log" not in (it.source, it.target))
    some = replace(FULL, nodes=nodes, arrows=arrows, name="around:app")

    assert missing(some) == []
    assert missing(replace(some, name="full")) == [
        "app -> log: event",
        "log -> train: dataset",
    ]


def test_flows_inside_a_card_need_not_be_drawn() -> None:
    inside = "  store: {in: scorer, kind"
    design = design_of(SMALL.replace("  store: {kind", inside))
    views = drawn_views(design)

    assert [node.id for node in views["full"].nodes].count("store") == 0
    assert [it for view in views.values() for it in missing(view, design)] == []


def test_the_views_that_are_about_some_flows_are_views() -> None:
    assert set(SHOWN) <= {view.name for view in all_views()}


@pytest.mark.parametrize("name", details_of(DESIGN))
def test_a_detail_is_about_the_flows_of_its_own_cards(name: str) -> None:
    placed = place(find_view(name).draw(DESIGN))
    lacking = len(missing(replace(placed, arrows=())))

    assert (missing(placed), lacking) == ([], len(placed.arrows))
