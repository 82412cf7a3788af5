"""Overlays and scenarios of a page: where badges stand, and what they say."""

from typing import Any

import designkit as dk
from designkit.documents.page.marks import overlays, scenarios
from designkit.documents.page.subject import PageSubject
from designkit.documents.write_up.inputs import WriteUpInputs
from designkit.pictures.draw import draw_all
from designkit.source.refusal import require_design
from tests.overlaid import MARKED


def subject() -> PageSubject:
    loaded = dk.loads(MARKED)
    design = require_design(loaded)
    drawings = draw_all(design, ("overview", "request-path"))
    return PageSubject(loaded, WriteUpInputs(design), drawings, "marked")


def test_each_overlay_has_its_badges_in_every_view() -> None:
    found: list[Any] = overlays(subject())

    assert [it["name"] for it in found] == [it.name for it in dk.all_overlays()]
    assert {tuple(it["views"]) for it in found} == {("overview", "request-path")}
    cost = next(it for it in found if it["name"] == "cost")
    assert [badge[1] for badge in cost["views"]["request-path"]["badges"]]
    assert cost["views"]["request-path"]["said"].startswith("Overlay of cost")


def test_a_badge_lies_in_its_picture() -> None:
    of = subject()
    found: list[Any] = overlays(of)

    outside = [
        (overlay["name"], view, badge)
        for overlay in found
        for view, marking in overlay["views"].items()
        for badge in marking["badges"]
        if badge[0][0] < 0 or badge[0][0] + badge[0][2] > of.drawings[view].width
    ]
    assert outside == []


def test_scenarios_have_a_badge_for_each_step_that_is_drawn() -> None:
    of = subject()
    (found, *_) = scenarios(of)
    assert isinstance(found, dict)

    texts = [step["text"] for step in found["steps"]]
    drawn = [badge[1] for badge in found["views"]["request-path"]["badges"]]
    assert texts
    assert {one for text in drawn for one in text.split(", ")} == {*texts} - {"6"}
    assert {badge[2] for badge in found["views"]["request-path"]["badges"]} == {""}
