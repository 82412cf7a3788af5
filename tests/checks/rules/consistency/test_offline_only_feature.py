import pytest

from designkit.checks.rules.consistency.offline_only_feature import offline_only_feature
from tests.rule_examples import told

COMPONENTS = """\
components:
  profile: {kind: batch-transform}
  nightly: {kind: batch-scorer}
  score: {kind: model-server}
models:
  live: {served-by: score}
  later: {served-by: nightly}
features:
"""
FLOWS = "flows:\n  batches: [profile -> nightly: feature-table]\n"


@pytest.mark.parametrize(
    ("feature", "expected"),
    [
        pytest.param(
            "{offline-by: profile}",
            [
                "9 warning: profile makes it for training, "
                "nobody says who does for serving"
            ],
            id="not said",
        ),
        pytest.param("{entity: user}", [], id="a mere name"),
        pytest.param(
            "{online-by: none}",
            ["9 error: nothing makes it for serving: a live model reads it empty"],
            id="denied",
        ),
        pytest.param("{used-by: later, online-by: none}", [], id="a batch reads it"),
        pytest.param(
            "{used-by: [later, live], online-by: none}",
            ["9 error: nothing makes it for serving: a live model reads it empty"],
            id="one of its readers is live",
        ),
    ],
)
def test_a_live_feature_has_a_maker_for_serving(feature: str, expected: list[str]):
    assert told(f"{COMPONENTS}  it: {feature}\n", offline_only_feature) == expected


def test_a_maker_that_reaches_no_model_does_not_help():
    text = f"{COMPONENTS}  it: {{online-by: profile}}\n"

    assert told(text, offline_only_feature) == []
    assert told(text + FLOWS, offline_only_feature) == [
        "9 error: profile makes it for serving, but no flow takes it to a model"
    ]
