"""Streams of a batch that stand still while one long prompt is read."""

import pytest

from designkit.checks.rules.serving.stalls_in_the_stream import stalls_in_the_stream
from tests.rule_examples import told

DESIGN = """\
components:
  app: {{kind: client}}
  ask: {{kind: agent}}
  llm: {{kind: llm-server{stated}}}
flows: {{calls: [app -> ask: request{calls}]}}
"""
LONG = ", input-tokens: {p50: 2 k, p99: 60 k}"
WAIT = "while llm reads a prompt of 60 k tokens, all others wait for their next one"


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param(LONG, [f"4 info: {WAIT}"], id="unsaid"),
        pytest.param(
            f"{LONG}, chunked-prefill: false", [f"4 warning: {WAIT}"], id="in one piece"
        ),
        pytest.param(f"{LONG}, chunked-prefill: true", [], id="in pieces"),
        pytest.param(f"{LONG}, disaggregated: true", [], id="on cards of its own"),
        pytest.param(", input-tokens: {p50: 2 k, p99: 16 k}", [], id="nearly alike"),
        pytest.param(", input-tokens: {p99: 60 k}", [], id="the median is not said"),
        pytest.param("", [], id="nothing is said"),
    ],
)
def test_a_long_prompt_holds_up_all_others(stated: str, expected: list[str]) -> None:
    text = DESIGN.format(stated=stated, calls=", ask -> llm: prompt")

    assert told(text, stalls_in_the_stream) == expected


def test_where_nobody_waits_nobody_sees_it() -> None:
    stated = f"{LONG}, chunked-prefill: false"

    assert told(DESIGN.format(stated=stated, calls=""), stalls_in_the_stream) == []
