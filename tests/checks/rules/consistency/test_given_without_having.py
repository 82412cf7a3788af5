"""What is handed on and was never given."""

import pytest

from designkit.checks.rules.consistency.given_without_having import given_without_having
from tests.rule_examples import told

DESIGN = """\
components:
  build: {kind: index-builder}
  ann: {kind: ann-index}
  store: {kind: offline-store}
  load: {kind: materializer}
  online: {kind: online-store}
  deploy: {kind: deployer}
flows:
  control: [%s]
  batches: [%s]
"""


@pytest.mark.parametrize(
    ("control", "batches", "expected"),
    [
        pytest.param(
            "build -> deploy: metric, deploy -> ann: index",
            "",
            ["9 warning: deploy gives index, and nothing brings it any"],
            id="how good it is, and not the index",
        ),
        pytest.param("build -> deploy -> ann: index", "", [], id="the index"),
        pytest.param("deploy -> ann: index", "", [], id="nothing is drawn before it"),
        pytest.param(
            "build -> deploy: metric, deploy -> ann: policy",
            "",
            [],
            id="its own policy",
        ),
        pytest.param(
            "",
            "store -> load: feature-table, load -> online: prediction",
            ["10 warning: load gives prediction, and nothing brings it any"],
            id="predictions out of features",
        ),
        pytest.param(
            "",
            "store -> load: prediction, load -> online: prediction",
            [],
            id="carried",
        ),
        pytest.param(
            "", "store -> load, load -> online: prediction", [], id="it may bring any"
        ),
        pytest.param(
            "",
            "store -> load: feature-table, load -> online: feature-values",
            [],
            id="rows become values",
        ),
    ],
)
def test_what_hands_on_has_been_given(
    control: str, batches: str, expected: list[str]
) -> None:
    assert told(DESIGN % (control, batches), given_without_having) == expected
