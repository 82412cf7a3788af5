"""What a monitor watches of what reaches it."""

import pytest

from designkit.checks.rules.monitoring.watches_unseen import watches_unseen
from tests.rule_examples import told

DESIGN = """\
components:
  served: {kind: prediction-log}
  values: {kind: feature-log}
  tracker: {kind: experiment-tracker}
  watch: {kind: monitor, watch: [%s]}
flows:
  streams: [%s]
"""
SERVED, VALUES = "served -> watch: prediction", "values -> watch: feature-table"


@pytest.mark.parametrize(
    ("signals", "flows", "unseen"),
    [
        pytest.param("prediction, feature", SERVED, "feature", id="no values"),
        pytest.param("cost, skew", VALUES, "cost", id="no sums"),
        pytest.param("tokens, grounding", SERVED, "tokens and grounding", id="no text"),
        pytest.param("prediction, feature", f"{SERVED}, {VALUES}", "", id="both"),
        pytest.param("feature", "served -> watch: event", "", id="events of anything"),
        pytest.param("feature", "served -> watch", "", id="not said"),
        pytest.param("ops, data", SERVED, "", id="seen on any flow"),
        pytest.param("feature, cost", "values -> tracker: event", "", id="not fed"),
    ],
)
def test_a_monitor_watches_what_reaches_it(
    signals: str, flows: str, unseen: str
) -> None:
    message = f"watch watches {unseen}, and nothing that reaches it tells of that"

    found = told(DESIGN % (signals, flows), watches_unseen)

    assert found == ([f"5 warning: {message}"] if unseen else [])
