"""Overlays: what is said at the cards and arrows of a design, and that it is seen."""

from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from inline_snapshot import snapshot

from designkit.diagnostics import Diagnostic, Severity, Span
from designkit.errors import NotFoundError
from designkit.pictures.drawing import Box, Drawing
from designkit.pictures.overlays import find_overlay, overlay_names
from designkit.pictures.renderer import Theme
from designkit.pictures.renderers.dot import dot
from designkit.pictures.renderers.svg import svg_text
from tests.drawn import SMALL, design_of, shipped_design
from tests.hostile import every_hostile_text
from tests.overlaid import said, with_badges

SVG = "{http://www.w3.org/2000/svg}"
BARE = """\
designkit: 1
name: Bare
system: generic
components:
  app: {kind: client}
  gate: {kind: gateway}
flows:
  calls:
    - app -> gate: request
"""
PLAIN_SHAPES = {
    ("class", "data-id"),
    ("class", "data-from", "data-to"),
    ("class", "d"),
    ("class", "x", "y", "height", "width"),
    ("class", "x", "y", "textLength", "lengthAdjust"),
    (),
}
every_overlay = pytest.mark.parametrize("name", overlay_names())


def badges_of(drawing: Drawing) -> list[ET.Element]:
    root = ET.fromstring(svg_text(drawing, Theme.AUTO))
    return [g for g in root.iter(f"{SVG}g") if "badge" in g.get("class", "").split()]


def test_the_latency_of_a_hop_is_its_part_of_the_promise() -> None:
    assert said("latency") == snapshot(
        {"store": "3 of 40 ms", "gate": "6 of 40 ms", "scorer": "12 of 40 ms"}
    )
    assert said("latency", "overview") == snapshot(
        {"features": "3 of 40 ms", "serving": "18 of 40 ms"}
    )


def test_values_grow_older_along_their_way() -> None:
    assert said("freshness") == snapshot(
        {
            "tidy": "≤ 1 h",
            "lake": "≤ 1 h",
            "job": "≤ 1 d 2 h",
            "load": "≤ 1 d 8 h",
            "store": "≤ 1 d 8 h",
        }
    )


def test_what_a_month_costs_is_that_of_the_estimate() -> None:
    assert said("cost") == snapshot({"store": "1,460 USD", "scorer": "730.00 USD"})
    assert said("cost", "overview") == snapshot(
        {"features": "1,460 USD", "serving": "730.00 USD"}
    )


def test_owners_are_named_each_once() -> None:
    assert said("owner") == snapshot(
        {"store": "features", "gate": "edge", "scorer": "models"}
    )
    assert said("owner", "overview") == snapshot(
        {"features": "features", "serving": "edge, models"}
    )


def test_long_names_of_teams_are_counted_rather_than_cut() -> None:
    design = shipped_design("fraud")

    assert said("owner", "overview", design) == snapshot(
        {
            "problem": "merchant-integration",
            "ingestion": "data-platform +3",
            "features": "risk-features",
            "training": "risk-modelling +1",
            "registry": "ml-platform",
            "serving": "payments-risk +3",
            "monitoring": "risk-modelling +3",
            "governance": "risk-modelling +3",
            "experimentation": "experimentation +1",
        }
    )


@pytest.mark.parametrize(
    ("gate", "caption"),
    [
        (", owner: edge", "Overlay of owners: 2 of 2 components name a team."),
        (
            "",
            "Overlay of owners: 1 of 2 components name a team. "
            "What has no badge is with shop, who answers for the whole.",
        ),
    ],
    ids=["everything has an owner", "one has none"],
)
def test_the_owner_of_the_whole_is_named_where_a_badge_is_missing(
    gate: str, caption: str
) -> None:
    text = BARE.replace("gateway", f"gateway{gate}").replace(
        "client", "client, owner: web"
    )
    owned = design_of(text.replace("system:", "owner: shop\nsystem:"))

    assert with_badges("owner", "full", owned).caption[-1] == caption


def test_personal_data_are_followed_from_where_they_are_tagged() -> None:
    assert said("pii") == snapshot(
        {
            "log": "personal, tagged",
            "tidy": "personal",
            "lake": "personal",
            "job": "personal",
            "log -> tidy": "PII",
            "tidy -> lake": "PII",
            "lake -> job": "PII",
        }
    )


def finding(code: str, severity: Severity, element: str) -> Diagnostic:
    span = Span(1, 1, 1, 2)
    return Diagnostic(code, "odd", severity, "it is odd", "a.yaml", span, element)


FOUND = (
    finding("DK301", Severity.INFO, "components.gate.latency"),
    finding("DK302", Severity.ERROR, "components.gate"),
    finding("DK303", Severity.WARNING, "components.gateway"),
    finding("DK304", Severity.WARNING, "flows.log->tidy:event"),
    finding("DK305", Severity.WARNING, "flows.scorer->gate:prediction"),
    finding("DK306", Severity.WARNING, "objectives"),
)


def test_findings_are_at_what_they_are_about() -> None:
    drawing = with_badges("findings", found=FOUND)

    assert said("findings", found=FOUND) == snapshot(
        {"gate": "DK302 +1", "gate -> scorer": "DK305", "log -> tidy": "DK304"}
    )
    assert [badge.strong for badge in drawing.badges] == [True, False, False]
    assert drawing.badges[0].title == snapshot(
        "error DK302 odd: it is odd. info DK301 odd: it is odd."
    )
    assert drawing.caption[-1] == snapshot(
        "Overlay of findings: the worst code first, a thick line for an error; 2 findings about the design as a whole."
    )


def test_what_is_waived_is_not_shown() -> None:
    assert said("findings", found=[replace(it, waived="known") for it in FOUND]) == {}


def test_an_overlay_with_nothing_to_say_says_so() -> None:
    drawings = {it: with_badges(it, design=design_of(BARE)) for it in overlay_names()}

    assert [name for name, drawing in drawings.items() if drawing.badges] == []
    assert [drawing.caption[-1] for drawing in drawings.values()] == snapshot(
        [
            "Overlay of findings: none at what is shown here.",
            "Overlay of latency: no hop of a critical path with a time is here.",
            "Overlay of freshness: no feature with a stated way ages at a card here.",
            "Overlay of cost: nothing shown here states what it costs.",
            "Overlay of owners: 0 of 2 components name a team, none of them here.",
            "Overlay of personal data: nothing shown here is tagged or reached.",
        ]
    )


@every_overlay
def test_a_badge_is_read_back_with_its_sentence(name: str) -> None:
    drawing = with_badges(name, found=FOUND)

    assert [
        (g.findtext(f"{SVG}title"), g.findtext(f"{SVG}text"))
        for g in badges_of(drawing)
    ] == [(badge.title, badge.text) for badge in drawing.badges]
    assert all(
        badge.text in dot.render(drawing, Theme.LIGHT).decode()
        for badge in drawing.badges
    )


@pytest.mark.parametrize("view", ["overview", "request-path", "training", "full"])
@every_overlay
def test_badges_hide_no_card_and_no_other_badge(name: str, view: str) -> None:
    drawing = with_badges(name, view, shipped_design("fraud"))
    page = Box(0, 0, drawing.width, drawing.height)
    boxes = {at: badge.box for at, badge in enumerate(drawing.badges) if badge.box}

    assert len(boxes) == len(drawing.badges)
    assert all(page.contains(box) for box in boxes.values())
    assert not any(a.overlaps(b) for a, b in combinations(boxes.values(), 2))
    for at, box in boxes.items():
        own = drawing.badges[at].node
        others = (node.box for node in drawing.nodes if node.id != own)
        assert not any(box.overlaps(other) for other in others)


@every_hostile_text
def test_a_text_in_a_badge_stays_a_text(text: str) -> None:
    design = design_of(SMALL)
    parts = {
        id: part.model_copy(update={"owner": text, "name": text, "pii": "personal"})
        for id, part in design.components.items()
    }
    odd = design.model_copy(update={"components": parts, "owner": text})
    for name in ("owner", "pii", "latency"):
        drawing = with_badges(name, "full", odd)
        shapes = {tuple(e.attrib) for g in badges_of(drawing) for e in g.iter()}

        assert shapes <= PLAIN_SHAPES
        assert len(badges_of(drawing)) == len(drawing.badges) > 0


def test_an_unknown_overlay_is_said_with_those_there_are() -> None:
    with pytest.raises(NotFoundError, match="no overlay is called 'heat'"):
        find_overlay("heat")
