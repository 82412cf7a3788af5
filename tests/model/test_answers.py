"""Passages that go back to who asked for them answer; others are handed on."""

import pytest

from designkit.model.answers import going_back
from designkit.source.loader import load_text

HEAD = """
designkit: 1
name: Passages
system: generic
components:
  app: {kind: client}
  agent: {kind: agent}
  other: {kind: agent}
  words: {kind: inverted-index}
  near: {kind: ann-index}
  fuse: {kind: candidate-generator}
  rank: {kind: hosted-model}
flows:
  calls:
"""


def back(*calls: str) -> set[str]:
    text = HEAD + "".join(f"    - {call}\n" for call in calls)
    design = load_text(text).partial or load_text(text).design
    assert design is not None
    return {" -> ".join(ends) for ends in going_back(design.flows)}


@pytest.mark.parametrize(
    ("calls", "answers"),
    [
        pytest.param(
            ["agent -> words: request", "words -> agent: passages"],
            {"words -> agent"},
            id="straight back",
        ),
        pytest.param(
            [
                "agent -> words, fuse: request",
                "words -> fuse -> rank -> agent: passages",
            ],
            {"rank -> agent"},
            id="through others, which hand them on",
        ),
        pytest.param(
            [
                "agent -> fuse -> words: request",
                "words -> fuse -> agent: passages",
            ],
            {"words -> fuse", "fuse -> agent"},
            id="to each who asked",
        ),
        pytest.param(
            ["agent -> rank: passages", "rank -> agent: passages"],
            {"rank -> agent"},
            id="the first to hand them over asks",
        ),
        pytest.param(
            [
                "agent, other -> words: request",
                "words -> agent, other: passages",
            ],
            {"words -> agent", "words -> other"},
            id="an index that two ask",
        ),
        pytest.param(
            ["words -> agent: passages"], set(), id="nobody asked: they are brought"
        ),
    ],
)
def test_what_goes_back(calls: list[str], answers: set[str]) -> None:
    assert back(*calls) == answers


def test_an_assistant_that_searches_and_calls_a_model_is_no_circle() -> None:
    text = HEAD + (
        "    - app -> agent: request\n"
        "    - agent -> words, fuse: request\n"
        "    - words -> fuse -> agent: passages\n"
        "    - agent -> rank: prompt\n"
        "    - rank -> agent: completion\n"
        "    - agent -> app: response\n"
    )

    codes = {found.code for found in load_text(text).diagnostics}

    assert "DK032" not in codes
