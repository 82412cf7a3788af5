import pytest

from designkit.checks.rules.completeness.no_online_evidence import no_online_evidence
from tests.rule_examples import told

MISSING = "1 warning: no experiment shows what the model changes for users"
DESIGN = """\
components:
  app: {kind: client}
  score: {kind: %s}
"""
ANSWERED = "flows: {calls: [app -> score: request, score -> app: response]}\n"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        pytest.param("", [MISSING], id="nothing"),
        pytest.param(
            "  deploy: {kind: deployer, strategy: [shadow, canary]}\n",
            [MISSING],
            id="a canary shows that it runs",
        ),
        pytest.param(
            "  deploy: {kind: deployer, strategy: [interleaving]}\n",
            [],
            id="interleaving",
        ),
        pytest.param(
            "  explore: {kind: exploration-policy, method: epsilon}\n",
            [MISSING],
            id="chance is no comparison",
        ),
        pytest.param(
            "  explore: {kind: exploration-policy, method: holdout}\n", [], id="holdout"
        ),
        pytest.param("experiment: {design: switchback}\n", [], id="experiment"),
        pytest.param("experiment: none\n", [MISSING], id="said to have none"),
    ],
)
def test_only_a_comparison_is_evidence(more: str, expected: list[str]) -> None:
    text = DESIGN % "model-server" + more + ANSWERED

    assert told(text, no_online_evidence) == expected


@pytest.mark.parametrize(
    ("kind", "flows"),
    [
        pytest.param("model-server", "", id="nobody is answered"),
        pytest.param(
            "batch-scorer",
            "flows: {batches: [score -> app: prediction]}\n",
            id="a file of the night",
        ),
    ],
)
def test_who_is_not_answered_is_not_compared(kind: str, flows: str) -> None:
    assert told(DESIGN % kind + flows, no_online_evidence) == []


def test_whoever_waits_for_a_table_of_answers_gets_what_the_model_says() -> None:
    text = """\
components:
  app: {kind: client}
  score: {kind: batch-scorer}
  answers: {kind: prediction-store}
flows:
  batches: [score -> answers: prediction]
  lookups: [answers -> app: prediction]
"""

    assert told(text, no_online_evidence) == [MISSING]


def test_a_caller_is_answered_where_no_flow_says_so() -> None:
    text = DESIGN % "model-server" + "flows: {calls: [app -> score: request]}\n"

    assert told(text, no_online_evidence) == [MISSING]
