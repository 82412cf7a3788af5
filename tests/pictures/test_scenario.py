"""Scenarios on pictures: steps by number, with the time that has gone by."""

import pytest
from inline_snapshot import snapshot

from designkit.errors import NotFoundError
from designkit.pictures.draw import draw_all
from designkit.pictures.drawing import Drawing, StepPart
from designkit.pictures.scenario import find_scenario, walk
from tests.drawn import design_of, shipped_design
from tests.overlaid import MARKED

FRAUD = shipped_design("fraud")


def test_each_step_has_its_number_and_the_time_gone_by() -> None:
    steps = walk(design_of(MARKED), "One request").on_flows

    assert [(ends, mark.text) for ends, mark in steps] == snapshot(
        [
            (("app", "gate"), "1 · 0 ms"),
            (("store", "scorer"), "2 · 9 ms"),
            (("gate", "scorer"), "3 · 6 ms"),
            (("scorer", "gate"), "4 · 21 ms"),
            (("gate", "app"), "5 · 21 ms"),
            (("app", "log"), "6"),
        ]
    )
    assert steps[1][1].title == "Step 2: store to scorer. Values."


def test_the_last_answer_comes_when_the_budget_says_so() -> None:
    *_, (_, answer) = walk(FRAUD, "1").on_flows

    assert answer.text == "13 · 51 ms"


def test_cards_lend_their_numbers_to_the_steps() -> None:
    marking = walk(FRAUD, "One fraud reaches the next model")
    shown, plain = (
        draw_all(FRAUD, ("feedback-loop",), marking=it)["feedback-loop"]
        for it in (marking, None)
    )

    assert [numbers(drawing) for drawing in (shown, plain)] == [0, 9]


def numbers(drawing: Drawing) -> int:
    parts = (part for node in drawing.nodes for part in node.parts)
    return sum(isinstance(part, StepPart) for part in parts)


def test_a_step_without_an_arrow_in_a_view_is_named() -> None:
    marking = walk(FRAUD, "One fraud reaches the next model")
    drawing = draw_all(FRAUD, ("overview",), marking=marking)["overview"]

    assert drawing.caption[-2:] == snapshot(
        (
            "Scenario “One fraud reaches the next model” in 17 steps.",
            "Steps that are not in this view: 2, 3, 4, 5, 6, 7, 8, 10, 12, 13, 14, 16.",
        )
    )
    assert [badge.text for badge in drawing.badges] == snapshot(
        ["1", "9", "11", "15", "17"]
    )


def test_a_view_without_any_step_says_so() -> None:
    marking = walk(design_of(MARKED), "1")
    drawing = draw_all(design_of(MARKED), ("feedback-loop",), marking=marking)

    assert drawing["feedback-loop"].caption[-1] == snapshot(
        "Steps that are not in this view: 1, 2, 3, 4, 5."
    )


@pytest.mark.parametrize("name", ["1", " one REQUEST ", "One request"])
def test_a_scenario_is_found_by_its_name_or_number(name: str) -> None:
    assert find_scenario(design_of(MARKED), name).name == "One request"


@pytest.mark.parametrize("name", ["2", "0", "One", ""])
def test_another_name_is_refused_with_those_there_are(name: str) -> None:
    with pytest.raises(NotFoundError, match=r"no scenario is called .* One request"):
        find_scenario(design_of(MARKED), name)
