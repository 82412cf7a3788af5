"""Gateways that promise a second model, and what they lead to."""

import pytest

from designkit.checks.rules.serving.one_route import one_route
from tests.rule_examples import told

DESIGN = """\
components:
  assist: {{kind: agent}}
  door: {{kind: llm-gateway{door}}}
  main: {{kind: hosted-model{main}}}
  second: {{kind: llm-server}}
flows:
  calls: [assist -> door -> main: prompt{more}]
"""
HEDGE, ROUTES = ", hedge: 2 s", ", routes: [good, cheap]"
AGAIN = "3 warning: after 2 s door asks a second model, and leads to main only"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        pytest.param({"door": HEDGE}, [AGAIN], id="asked again"),
        pytest.param(
            {"door": ROUTES},
            ["3 info: door chooses among good and cheap, and leads to main only"],
            id="routes",
        ),
        pytest.param({"door": ", routes: [main]"}, [], id="one route"),
        pytest.param(
            {"door": HEDGE, "more": ", door -> second: prompt"}, [], id="a second model"
        ),
        pytest.param(
            {"door": HEDGE, "main": ", region: [eu, us]"}, [], id="a second region"
        ),
        pytest.param({}, [], id="nothing is promised"),
    ],
)
def test_a_second_model_is_there(keys: dict[str, str], expected: list[str]) -> None:
    text = DESIGN.format(**{"door": "", "main": "", "more": ""} | keys)

    assert told(text, one_route) == expected
