"""Windows that end after the model that they are about."""

import pytest

from designkit.checks.rules.monitoring.monitor_too_slow import monitor_too_slow
from tests.rule_examples import told

DESIGN = """\
components:
  watch: {kind: monitor, watch: [%s], window: %s}
  score: {kind: model-server}
  daily: {kind: trainer, interval: 1 d}
  fit: {kind: trainer}
  again: {kind: retrain-trigger%s}
  quick: {kind: monitor, watch: [ops], window: 5 min}
"""
WEEKLY = "models: {rank: {retrain: {every: 7 d, max-age: 28 d}}}\n"
WITHIN = "2 warning: watch watches %s over %s, and %s"
REPLACED = "a model is replaced after %s"


@pytest.mark.parametrize(
    ("watch", "window", "models", "expected"),
    [
        pytest.param(
            "prediction, data, ops",
            "14 d",
            WEEKLY,
            WITHIN % ("data and prediction", "14 d", REPLACED % "7 d"),
            id="a fortnight looks quick",
        ),
        pytest.param(
            "skew",
            "30 d",
            "models: {rank: {retrain: {max-age: 28 d}}}\n",
            WITHIN % ("skew", "30 d", REPLACED % "28 d"),
            id="the oldest age counts where no time is stated",
        ),
        pytest.param(
            "data",
            "30 d",
            "models: {rank: {trained-by: daily}}\n",
            WITHIN % ("data", "30 d", REPLACED % "1 d"),
            id="the trainer says how often",
        ),
        pytest.param(
            "data",
            "30 d",
            "models: {rank: {trained-by: fit, retrain: {max-age: 90 d}}}\n",
            WITHIN % ("data", "30 d", REPLACED % "14 d"),
            id="the trigger says how often",
        ),
        pytest.param(
            "data",
            "120 d",
            "",
            WITHIN % ("data", "120 d", "a fault would go unseen for more than 90 d"),
            id="nothing is said of any model",
        ),
        pytest.param("data", "90 d", "", "", id="a quarter where nothing is said"),
        pytest.param("data", "7 d", WEEKLY, "", id="as long as the model"),
        pytest.param("data", "5 d..30 d", WEEKLY, "", id="perhaps in time"),
        pytest.param(
            "model-quality, fairness",
            "120 d",
            WEEKLY,
            "",
            id="months look slow, but labels take as long",
        ),
        pytest.param("ops", "30 d", WEEKLY, "", id="a slow look beside a quick one"),
        pytest.param(
            "data",
            "1 d",
            "models: {rank: {retrain: {every: 1 h}}}\n",
            "",
            id="a day is the least",
        ),
        pytest.param(
            "data",
            "30 d",
            "models: {rank: {retrain: {every: 1 d}}, texts: {pretrained: yes}}\n",
            "",
            id="another model is never replaced",
        ),
    ],
)
def test_a_monitor_speaks_while_its_model_serves(
    watch: str, window: str, models: str, expected: str
):
    again = ", interval: 14 d" if "fit" in models else ""
    text = DESIGN % (watch, window, again) + models

    assert told(text, monitor_too_slow) == ([expected] if expected else [])
