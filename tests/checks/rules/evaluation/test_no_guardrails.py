"""What may not get worse."""

import pytest

from designkit.checks.rules.evaluation.no_guardrails import no_guardrails
from tests.rule_examples import told

COMPONENTS = "components: {analyse: {kind: experiment-analysis}}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "experiment: {primary: sales}\n",
            "2 info: sales may rise at any price: no guardrail can stop it",
            id="unstated",
        ),
        pytest.param(
            "experiment: {unit: user}\n",
            "2 info: the metric of the experiment may rise at any price: "
            "no guardrail can stop it",
            id="no goal named",
        ),
        pytest.param(
            "experiment: {primary: sales, metrics: {clicks: {mde: 1%}}}\n",
            "2 info: sales may rise at any price: no guardrail can stop it",
            id="a second goal",
        ),
        pytest.param(
            "problem:\n  metrics:\n    online: clicks\n    guardrails: none\n",
            "5 warning: clicks may rise at any price: no guardrail can stop it",
            id="none",
        ),
    ],
)
def test_a_goal_without_guardrails_is_found(text: str, expected: str) -> None:
    assert told(COMPONENTS + text, no_guardrails) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("problem: {objective: sell}\n", id="no goal"),
        pytest.param(
            "experiment: {primary: sales}\n"
            "problem: {metrics: {guardrails: p99 latency}}\n",
            id="stated for the problem",
        ),
        pytest.param(
            "experiment: {primary: sales, metrics: {returns: {margin: 1%}}}\n",
            id="a metric with a margin",
        ),
    ],
)
def test_a_guardrail_anywhere_and_a_design_without_goal_pass(text: str) -> None:
    assert told(COMPONENTS + text, no_guardrails) == []
