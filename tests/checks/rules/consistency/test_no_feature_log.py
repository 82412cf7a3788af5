import pytest

from designkit.checks.rules.consistency.no_feature_log import no_feature_log
from tests.rule_examples import told

COMPONENTS = """\
components:
  app: {kind: client}
  score: {kind: model-server}
  online: {kind: online-store}
  velocity: {kind: stream-transform}
  train: {kind: trainer}
"""
FLOWS = """\
flows:
  calls: [app -> score: request]
  lookups: [online -> score: feature-values]
"""
LOST = "3 warning: no feature log: what score reads is not kept"


@pytest.mark.parametrize(
    ("log", "flow", "expected"),
    [
        pytest.param("", "", [LOST], id="no log"),
        pytest.param(
            "  log: {kind: feature-log}\n",
            "  streams: [online -> log: feature-values]\n",
            [],
            id="from the store that is read in the request",
        ),
        pytest.param(
            "  log: {kind: feature-log}\n",
            "  streams: [velocity -> log: feature-values]\n",
            ["7 warning: log logs what velocity made, not what score was served"],
            id="from the job",
        ),
        pytest.param("  log: {kind: feature-log}\n", "", [], id="not yet connected"),
        pytest.param(
            "  log: {kind: prediction-log, fields: [score, features]}\n",
            "",
            [],
            id="among the predictions",
        ),
    ],
)
def test_what_was_served_is_logged(log: str, flow: str, expected: list[str]):
    assert told(COMPONENTS + log + FLOWS + flow, no_feature_log) == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(
            "train: {kind: trainer}", "look: {kind: monitor}", id="not trained"
        ),
        pytest.param("online -> score: feature-values", "", id="reads no features"),
        pytest.param("calls", "streams", id="nobody waits"),
    ],
)
def test_only_a_model_that_is_trained_on_what_it_reads_needs_one(old: str, new: str):
    assert told((COMPONENTS + FLOWS).replace(old, new), no_feature_log) == []
