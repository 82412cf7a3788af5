"""Where a model may read what is sensitive."""

import pytest

from designkit.checks.rules.governance.sensitive_feature import sensitive_feature
from tests.rule_examples import told

DESIGN = """\
components:
  score: {kind: model-server}
  decide: {kind: decision-engine, actions: [accept, %s]}
features:
  age: {definition: age in years, pii: %s}
tier: %s
"""
READ = "5 {}: models read age, which is sensitive, and no basis is stated"


@pytest.mark.parametrize(
    ("action", "pii", "tier", "level"),
    [
        pytest.param("decline", "sensitive", 1, "error", id="people are refused"),
        pytest.param("suspend", "sensitive", 3, "error", id="people are accused"),
        pytest.param("decline", "sensitive", 2, "info", id="a lesser refusal"),
        pytest.param("boost", "sensitive", 1, "info", id="nothing falls on them"),
        pytest.param(
            "boost", "sensitive, basis: none", 1, "warning", id="no basis, as is said"
        ),
        pytest.param(
            "boost", "sensitive, used-by: score-model", 1, "info", id="one model reads it"
        ),
    ],
)  # fmt: skip
def test_what_is_sensitive_needs_a_basis(
    action: str, pii: str, tier: int, level: str
) -> None:
    text = DESIGN % (action, pii, tier) + "models: {score-model: {served-by: score}}\n"

    assert told(text, sensitive_feature) == [READ.format(level)]


@pytest.mark.parametrize(
    "pii",
    [
        pytest.param("personal", id="only personal"),
        pytest.param("sensitive, basis: the patient agreed", id="a basis"),
        pytest.param("sensitive, used-by: none", id="kept for checks of fairness"),
    ],
)
def test_what_no_model_may_not_read_passes(pii: str) -> None:
    assert told(DESIGN % ("decline", pii, 1), sensitive_feature) == []
