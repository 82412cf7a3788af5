"""ROC-AUC of rare outcomes."""

import pytest

from designkit.checks.rules.evaluation.roc_only import roc_only
from tests.rule_examples import told

DESIGN = """\
components: {{evaluate: {{kind: evaluator, metrics: [{evaluated}]}}}}
problem:
  label: {{positive-rate: {rate}}}
  metrics: {{offline: [{metrics}]}}
"""


def told_of(metrics: str, rate: str = "0.1%", evaluated: str = "ROC-AUC") -> list[str]:
    written = DESIGN.format(rate=rate, metrics=metrics, evaluated=evaluated)
    return told(written, roc_only)


@pytest.mark.parametrize(
    "metrics",
    [
        "AUC",
        "AUROC, accuracy",
        "calibration ratio, area under the ROC curve",
        "ROC AUC",
    ],
)
def test_an_area_under_the_roc_curve_alone_is_found(metrics: str) -> None:
    found = told_of(metrics)

    assert [text.split(":", 1)[0] for text in found] == ["4 warning"]
    assert found[0].endswith("an area of 0.995 may mean a precision of 8%")


@pytest.mark.parametrize(
    "metrics",
    ["PR-AUC", "AUPRC", "AUC of precision and recall", "recall at 0.1% FPR", "F1"],
)
def test_a_metric_of_the_rare_class_is_enough(metrics: str) -> None:
    assert told_of(f"ROC-AUC, {metrics}") == []
    assert told_of("ROC-AUC", evaluated=metrics) == []


def test_from_one_in_a_hundred_on_the_curve_may_stand_alone() -> None:
    assert told_of("ROC-AUC", "1%") == []


def test_metrics_that_judge_nothing_are_the_business_of_others() -> None:
    assert told_of("accuracy", evaluated="accuracy") == []
