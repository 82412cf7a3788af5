"""Calls that are longer than the window of their model."""

import pytest

from designkit.checks.rules.serving.context_over_window import context_over_window
from tests.language_designs import LOOP
from tests.rule_examples import told

DESIGN = """\
components:
  ask: {{kind: agent, system-tokens: 2 k, passages: {passages}, passage-tokens: 500}}
  llm: {{kind: hosted-model, context-window: 8 k{tokens}{most}}}
flows:
  calls:
    - ask -> llm: prompt
    - llm -> ask: completion
"""


def told_of(
    passages: str = "12", tokens: str = "", most: str = ", max-output: 1 k"
) -> list[str]:
    text = DESIGN.format(passages=passages, tokens=tokens, most=most)
    return told(text, context_over_window)


def test_parts_that_do_not_fit_are_found() -> None:
    assert told_of() == [
        "3 error: a long call of llm takes 112.5% of its window: (8,000 + 1 k) / 8 k"
    ]


def test_a_long_prompt_that_does_not_fit_is_found() -> None:
    assert told_of(passages="6", tokens=", input-tokens: {p50: 5 k, p99: 7.8 k}") == [
        "3 error: a long call of llm takes 110% of its window: (7.8 k + 1 k) / 8 k"
    ]


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param({"passages": "10"}, id="all of it is used"),
        pytest.param({"most": ""}, id="an answer of any length"),
        pytest.param({"passages": "8..12"}, id="it may fit"),
    ],
)
def test_what_fits_is_not(stated: dict[str, str]) -> None:
    assert told_of(**stated) == []


def test_the_last_call_of_a_long_task_counts_unless_it_is_trimmed() -> None:
    """8,000 + 19 * 1,700 = 40,300 and the answer, of 40 k."""
    small = LOOP.replace("steps: {p50: 20}", "steps: {p50: 10, p95: 20}").replace(
        "    kind: hosted-model\n", "    kind: hosted-model\n    context-window: 40 k\n"
    )
    trimmed = small.replace("{kind: agent,", "{kind: agent, trim: compact,")

    assert len(told(small, context_over_window)) == 1
    assert told(trimmed, context_over_window) == []
