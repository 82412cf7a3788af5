"""Errors that fall on people, group by group."""

import pytest

from designkit.checks.rules.evaluation.no_fairness_check import no_fairness_check
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
components:
  decide: {kind: decision-engine, actions: [suspend]}
  test: {kind: evaluator}
""",
            [
                "3 info: a decision falls on people, and nobody compares its errors between groups",
            ],
            id="no word",
        ),
        pytest.param(
            """\
components:
  decide: {kind: decision-engine, actions: [suspend]}
  test: {kind: evaluator, fairness-check: false}
""",
            [
                "3 warning: a decision falls on people, and nobody compares its errors between groups",
            ],
            id="not compared",
        ),
        pytest.param(
            """\
components:
  decide: {kind: decision-engine, actions: [suspend]}
  test: {kind: evaluator}
evaluation: {fairness: none}
""",
            [
                "3 warning: a decision falls on people, and nobody compares its errors between groups",
            ],
            id="none",
        ),
        pytest.param(
            """\
components:
  decide: {kind: decision-engine, actions: [suspend]}
  test: {kind: evaluator, fairness-check: true}
""",
            [],
            id="compared by the evaluator",
        ),
        pytest.param(
            """\
components:
  decide: {kind: decision-engine, actions: [suspend]}
  test: {kind: evaluator}
  watch: {kind: monitor, watch: [fairness]}
""",
            [],
            id="watched in service",
        ),
        pytest.param(
            """\
components:
  decide: {kind: decision-engine, actions: [hold]}
  test: {kind: evaluator}
""",
            [],
            id="a price that holds falls on nobody",
        ),
    ],
)
def test_what_is_found_and_what_is_right(text: str, expected: list[str]) -> None:
    assert told(text, no_fairness_check) == expected
