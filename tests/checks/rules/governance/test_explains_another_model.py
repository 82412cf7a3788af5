"""Which model the reasons are of."""

import pytest

from designkit.checks.rules.governance.explains_another_model import (
    explains_another_model,
)
from tests.rule_examples import told

PARTS = """\
tier: %s
components:
  fit: {kind: trainer}
  copy: {kind: trainer}
  versions: {kind: model-registry}
  score: {kind: model-server}
  explain: {kind: explainer, method: shap}
"""
OWN = "models: {net: {trained-by: fit, served-by: score}, tree: {trained-by: copy%s}}\n"
SENT = "flows: {control: [%s]}\n"
FOUND = "7 %s: explain explains tree, and what decides is net"


@pytest.mark.parametrize(
    ("tier", "rest", "expected"),
    [
        pytest.param(
            2,
            OWN % ", served-by: explain",
            FOUND % "warning",
            id="a copy that looks well",
        ),
        pytest.param(
            1, OWN % ", served-by: explain", FOUND % "error", id="people hang on it"
        ),
        pytest.param(
            2,
            OWN % "" + SENT % "copy -> explain: model",
            FOUND % "warning",
            id="the copy is sent",
        ),
        pytest.param(
            2,
            OWN % ""
            + SENT
            % "fit -> versions: model, copy -> versions: model, versions -> explain: model",
            "",
            id="both pass through one registry",
        ),
        pytest.param(
            2,
            OWN % ", served-by: explain" + SENT % "fit -> explain: model",
            "",
            id="the copy beside the model itself",
        ),
        pytest.param(
            2,
            "models: {net: {served-by: score}, tree: {served-by: [score, explain]}}\n",
            "",
            id="one of two models that decide together",
        ),
        pytest.param(
            2,
            "models: {net: {served-by: score}}\n" + SENT % "versions -> explain: model",
            "",
            id="of a model that nobody says who trained",
        ),
        pytest.param(2, OWN % "", "", id="nothing is said of what it explains"),
        pytest.param(
            2,
            "models: {tree: {served-by: explain}}\n",
            "",
            id="nothing is said of what decides",
        ),
    ],
)
def test_reasons_are_those_of_the_model_that_decides(
    tier: int, rest: str, expected: str
):
    text = PARTS % tier + rest

    assert told(text, explains_another_model) == ([expected] if expected else [])
