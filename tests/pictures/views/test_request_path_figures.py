"""What a hop shows: its part of the budget, how an agent goes round and its limit."""

import pytest

from designkit.model.component import Component
from designkit.pictures.drawing import TextPart
from designkit.pictures.views.request_path import request_path
from designkit.pictures.views.request_path_figures import loop_of
from tests.drawn import design_of
from tests.language_designs import LOOP, RENTED

HEAD = "designkit: 1\nname: Loop\nsystem: generic\n"


def agent(keys: str) -> Component:
    text = f"{HEAD}components: {{work: {{kind: agent, control: agent{keys}}}}}\n"
    return design_of(text).components["work"]


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        (", steps: {p50: 22}, max-steps: 60", "22 steps, at most 60"),
        (", max-steps: 60, deadline: 20 min", "steps, at most 60, 20 min"),
        (", deadline: 20 min", "steps, at most 20 min"),
        (", steps: {p50: 22}", "22 steps, no limit"),
        ("", "steps, no limit"),
    ],
)
def test_a_loop_says_what_ends_it(keys: str, shown: str) -> None:
    assert loop_of(agent(keys)) == shown


def test_what_follows_fixed_steps_is_no_loop() -> None:
    fixed = "components: {work: {kind: agent, control: workflow, steps: {p50: 2}}}\n"

    assert loop_of(design_of(HEAD + fixed).components["work"]) == ""


@pytest.mark.parametrize(
    ("design", "caption"),
    [
        (
            RENTED,
            (
                "The first token waits for: "
                "Chat → Gate → Assist → Words → Door → Main.",
                "Budget: the p99 of its hops add up to 1,960 ms of the 2 s objective, "
                "2% to spare.",
            ),
        ),
        (
            LOOP,
            (
                "The first token waits for: Desk → Mend → Main.",
                "Budget: the p99 of its hops add up to 5,000 ms.",
            ),
        ),
    ],
    ids=["promised", "not promised"],
)
def test_a_stream_is_waited_for_until_its_first_token(
    design: str, caption: tuple[str, ...]
) -> None:
    drawing = request_path.draw(design_of(HEAD + design))

    assert drawing.caption == caption


def test_a_hop_that_takes_little_takes_more_than_nothing() -> None:
    design = design_of(
        HEAD
        + "components:\n"
        + "  app: {kind: client}\n"
        + "  gate: {kind: gateway, latency: {p50: 1 ms, p99: 4 ms}}\n"
        + "  mind: {kind: model-server, latency: {p50: 1 s, p99: 2 s}}\n"
        + "flows: {calls: [app -> gate: request, gate -> mind: request]}\n"
        + "objectives: {latency: {p99: 2 s}}\n"
    )
    drawing = request_path.draw(design)
    shares = [
        part.text
        for node in drawing.nodes
        for part in node.parts
        if isinstance(part, TextPart) and part.text.endswith("of the budget")
    ]

    assert shares == ["<1% of the budget", "100% of the budget"]
    assert "2,004 ms of the 2 s objective, <1% over" in drawing.caption[1]
