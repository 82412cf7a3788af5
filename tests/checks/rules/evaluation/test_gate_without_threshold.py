"""Gates that cannot say no."""

import pytest

from designkit.checks.rules.evaluation.gate_without_threshold import (
    gate_without_threshold,
)
from tests.rule_examples import told

NONE = "no gate is stated: any candidate passes the evaluation"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("components: {e: {kind: evaluator}}\n", f"1 info: {NONE}", id="?"),
        pytest.param(
            "components: {e: {kind: evaluator, gates: none}}\n",
            f"1 warning: {NONE}",
            id="none",
        ),
        pytest.param(
            "components: {e: {kind: evaluator}}\nevaluation:\n  gates: none\n",
            f"3 warning: {NONE}",
            id="none in the section",
        ),
        pytest.param(
            "components: {t: {kind: trainer}}\nevaluation:\n  metrics: AUC\n",
            f"2 info: {NONE}",
            id="a section without an evaluator",
        ),
    ],
)
def test_an_evaluation_without_gates_is_found(text: str, expected: str) -> None:
    assert told(text, gate_without_threshold) == [expected]


@pytest.mark.parametrize(
    ("gate", "decides"),
    [
        ("p99 is fine", False),
        ("NDCG@10 looks good", False),
        ("all slices pass", False),
        ("refusal rate", False),
        ("hides", False),
        ("fewer complaints", False),
        ("better than the baseline list", True),
        ("recall no worse than champion", True),
        ("latency within the promise", True),
        ("answers as often as the champion", False),
        ("PR-AUC >= champion", True),
        ("recall@1000 above 90% of the champion", True),
        ("no slice loses more than 2%", True),
        ("calibration ratio 0.95..1.05", True),
    ],
)
def test_a_gate_needs_a_comparison_or_a_number(gate: str, decides: bool) -> None:
    text = f"components: {{t: {{kind: trainer}}}}\nevaluation: {{gates: ['{gate}']}}\n"
    refused = [f"2 warning: the gate '{gate}' has no threshold"]

    assert told(text, gate_without_threshold) == ([] if decides else refused)


def test_a_design_that_evaluates_nothing_is_not_asked() -> None:
    text = "components: {score: {kind: model-server}}\n"

    assert told(text, gate_without_threshold) == []


def test_the_gates_of_a_release_decide_too() -> None:
    text = """\
components:
  release: {kind: deployer, gates: [p99, not slower than the champion, reports]}
"""

    assert told(text, gate_without_threshold) == [
        "2 warning: the gate 'p99' has no threshold",
        "2 warning: the gate 'reports' has no threshold",
    ]


def test_a_gate_of_one_endless_word_is_read_in_one_pass() -> None:
    gate = "a" * 20_000
    text = f"components: {{t: {{kind: trainer}}}}\nevaluation: {{gates: ['{gate}']}}\n"

    (line,) = told(text, gate_without_threshold)
    assert line.endswith("has no threshold")
