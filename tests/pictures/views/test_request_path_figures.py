"""What a hop shows: how an agent goes round, and what its limit is."""

import pytest

from designkit.model.component import Component
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
