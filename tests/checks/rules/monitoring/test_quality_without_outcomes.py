"""Monitors of quality that never learn how cases ended."""

import pytest

from designkit.checks.rules.monitoring.quality_without_outcomes import (
    quality_without_outcomes,
)
from tests.rule_examples import told


def design(watch: str, flow: str) -> str:
    return f"""\
components:
  score: {{kind: model-server}}
  served: {{kind: prediction-log}}
  quality: {{kind: monitor, watch: [{watch}]}}
flows:
  streams:
    - score -> served: prediction
    - {flow}
"""


@pytest.mark.parametrize("watch", ["model-quality", "calibration", "fairness"])
@pytest.mark.parametrize(
    "flow", ["served -> quality: prediction", "served -> quality: dataset"]
)
def test_predictions_and_examples_are_no_outcomes(watch: str, flow: str) -> None:
    assert told(design(f"data, {watch}", flow), quality_without_outcomes) == [
        f"4 warning: quality watches {watch}, and nothing tells it how cases ended"
    ]


@pytest.mark.parametrize(
    ("watch", "flow"),
    [
        pytest.param("prediction", "served -> quality: prediction", id="no quality"),
        pytest.param("model-quality", "served -> quality: label", id="labels"),
        pytest.param("model-quality", "served -> quality: event", id="events"),
        pytest.param("model-quality", "score -> quality: metric", id="worked out"),
        pytest.param("model-quality", "served -> quality", id="not said"),
        pytest.param("model-quality", "served -> score: event", id="sent nothing"),
    ],
)
def test_a_monitor_that_may_know_is_quiet(watch: str, flow: str) -> None:
    assert told(design(watch, flow), quality_without_outcomes) == []
