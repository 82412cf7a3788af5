"""What a log of predictions is sent."""

import pytest

from designkit.checks.rules.consistency.log_without_prediction import (
    log_without_prediction,
)
from tests.rule_examples import told

DESIGN = """\
components:
  score: {kind: model-server}
  decide: {kind: decision-engine}
  lake: {kind: lake}
  served: {kind: prediction-log}
flows:
  calls: [score -> decide: %s]
  streams: [%s]
"""


@pytest.mark.parametrize(
    ("flows", "sent"),
    [
        ("decide -> served: decision", "decision"),
        (
            "decide -> served: decision, score -> served: explanation",
            "decision and explanation",
        ),
    ],
)
def test_a_decision_is_no_prediction(flows: str, sent: str) -> None:
    assert told(DESIGN % ("prediction", flows), log_without_prediction) == [
        f"5 warning: served is sent {sent} and no prediction"
    ]


@pytest.mark.parametrize(
    ("call", "flows"),
    [
        pytest.param(
            "prediction",
            "decide -> served: decision, score -> served: prediction",
            id="both",
        ),
        pytest.param("prediction", "decide -> served: event", id="an event with both"),
        pytest.param("prediction", "decide -> served", id="not said"),
        pytest.param("prediction", "decide -> lake: decision", id="nothing is sent"),
        pytest.param(
            "request", "decide -> served: decision", id="nothing is predicted"
        ),
    ],
)
def test_what_may_bring_a_prediction_is_enough(call: str, flows: str) -> None:
    assert told(DESIGN % (call, flows), log_without_prediction) == []
