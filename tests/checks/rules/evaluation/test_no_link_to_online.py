"""Offline metrics and what they stand for."""

import pytest

from designkit.checks.rules.evaluation.no_link_to_online import no_link_to_online
from tests.rule_examples import told

UNTIED = "nothing checks that a gain in AUC is a gain in sales"
ALONE = "AUC stands for no online metric: what should it improve?"


@pytest.mark.parametrize(
    ("online", "evaluation", "expected"),
    [
        pytest.param("", "note: x", f"2 info: {ALONE}", id="online unstated"),
        pytest.param(
            "online: none", "note: x", f"4 warning: {ALONE}", id="none online"
        ),
        pytest.param("online: sales", "note: x", f"5 info: {UNTIED}", id="unstated"),
        pytest.param(
            "online: sales", "correlation: none", f"6 warning: {UNTIED}", id="none"
        ),
    ],
)
def test_a_metric_that_is_not_tied_is_found(
    online: str, evaluation: str, expected: str
) -> None:
    lines = [
        "problem:",
        "  metrics:",
        "    offline: AUC",
        f"    {online}",
        "evaluation:",
        f"  {evaluation}",
        "components: {a: {kind: evaluator}}",
    ]
    text = "\n".join(lines) + "\n"

    assert told(text, no_link_to_online) == [expected]


def test_a_design_without_a_section_on_evaluation_is_asked_where_its_metrics_are() -> (
    None
):
    text = "components: {e: {kind: evaluator, metrics: AUC}}\n"

    assert told(text, no_link_to_online) == [f"1 info: {ALONE}"]
