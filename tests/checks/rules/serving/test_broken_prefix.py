"""Beginnings of prompts that are never kept, or kept for nobody."""

import pytest

from designkit.checks.rules.serving.broken_prefix import broken_prefix
from tests.rule_examples import told

DESIGN = """\
workload: {{requests-per-day: {requests}}}
components:
  app: {{kind: client}}
  ask: {{kind: agent{agent}}}
  llm:
    kind: hosted-model
    cache-min: 1024
    cache-ttl: 5 min
    input-tokens: {{p50: 6 k}}
    price: {{input: 2 USD, {cached}output: 10 USD}}
flows:
  calls: [app -> ask: request, ask -> llm: prompt, llm -> ask: completion]
"""
CACHED = "cached-input: 0.2 USD, cache-write: 2.5 USD, "
LONG = ", system-tokens: 4 k"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        pytest.param(
            {"agent": ", system-tokens: 600"},
            [
                "7 warning: llm keeps beginnings from 1024 tokens on, and that of ask has 600"
            ],
            id="too short",
        ),
        pytest.param(
            {"agent": ", system-tokens: 600, history-tokens: 1.2 k"},
            [],
            id="what was said before is kept with it",
        ),
        pytest.param(
            {"agent": ", system-tokens: 600, steps: {p50: 20}"}, [], id="a loop"
        ),
        pytest.param(
            {"agent": ", system-tokens: 600", "cached": ""}, [], id="no cache"
        ),
        pytest.param({}, [], id="asked often"),
        pytest.param(
            {"requests": "50"},
            [
                "8 warning: 15.9% of the calls of llm find their beginning kept, 1 - "
                "e^(-0.000579/s \xd7 1 \xd7 5 min), and keeping it pays from 22% on"
            ],
            id="asked every half hour",
        ),
        pytest.param(
            {"requests": "50", "cached": "cached-input: 0.2 USD, "},
            [],
            id="writing costs nothing more",
        ),
    ],
)
def test_a_beginning_is_kept_where_it_pays(
    keys: dict[str, str], expected: list[str]
) -> None:
    usual = {"requests": "1 M", "agent": LONG, "cached": CACHED}

    assert told(DESIGN.format(**usual | keys), broken_prefix) == expected
