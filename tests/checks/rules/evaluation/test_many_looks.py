"""Comparisons that share one rate of false alarms."""

import pytest

from designkit.checks.rules.evaluation.many_looks import many_looks
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
components:
  analysis: {kind: experiment-analysis}
experiment:
  unit: user
  arms: 3
""",
            [
                "5 info: 2 comparisons are made, and nothing says how they share the rate of false alarms",
            ],
            id="two variants and no word",
        ),
        pytest.param(
            """\
components:
  analysis: {kind: experiment-analysis}
experiment:
  unit: user
  metrics: {a: {baseline-rate: 5%, mde: 1%}, b: {baseline-rate: 5%, mde: 1%}}
""",
            [
                "5 info: 2 comparisons are made, and nothing says how they share the rate of false alarms",
            ],
            id="two metrics that decide",
        ),
        pytest.param(
            """\
components:
  analysis: {kind: experiment-analysis}
experiment:
  unit: user
  arms: 2
""",
            [],
            id="one variant, one metric",
        ),
        pytest.param(
            """\
components:
  analysis: {kind: experiment-analysis}
experiment:
  unit: user
  metrics: {a: {baseline-rate: 5%, mde: 1%}, b: {baseline-rate: 5%, margin: 1%}}
""",
            [],
            id="a guardrail with a margin",
        ),
        pytest.param(
            """\
components:
  analysis: {kind: experiment-analysis}
experiment:
  unit: user
  arms: 3
  multiplicity: bonferroni
""",
            [],
            id="shared",
        ),
        pytest.param(
            """\
components:
  analysis: {kind: experiment-analysis, correction: Holm}
experiment:
  unit: user
  arms: 3
""",
            [],
            id="shared, as the analysis says",
        ),
        pytest.param(
            """\
components:
  analysis: {kind: experiment-analysis}
experiment:
  unit: user
  metrics: {a: {baseline-rate: 5%, mde: 1%, alpha: 2%}, b: {baseline-rate: 5%, mde: 1%, alpha: 3%}}
""",
            [],
            id="each with a rate of its own",
        ),
    ],
)
def test_what_is_found_and_what_is_right(text: str, expected: list[str]) -> None:
    assert told(text, many_looks) == expected
