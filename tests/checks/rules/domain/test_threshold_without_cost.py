"""Where the costs of errors may stand."""

import pytest
from inline_snapshot import snapshot

from designkit.checks.rules.domain.threshold_without_cost import threshold_without_cost
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
components:
  decide: {kind: decision-engine, thresholds: [0.5]}
""",
            snapshot(
                [
                    "2 info: the thresholds of decide follow from nothing: no "
                    "cost of a false-positive or a false-negative, and no "
                    "precision that must be kept"
                ]
            ),
            id="not said",
        ),
        pytest.param(
            """\
problem: {costs: none}
components:
  decide: {kind: decision-engine, thresholds: [0.5]}
""",
            snapshot(
                [
                    "3 warning: the thresholds of decide follow from nothing: no "
                    "cost of a false-positive or a false-negative, and no "
                    "precision that must be kept"
                ]
            ),
            id="refused",
        ),
        pytest.param(
            """\
problem: {costs: {false-positive: 5 USD}}
components:
  decide: {kind: decision-engine}
""",
            snapshot(
                [
                    "3 info: the thresholds of decide follow from nothing: no "
                    "cost of a false-negative, and no precision that must be "
                    "kept"
                ]
            ),
            id="one of two",
        ),
        pytest.param(
            """\
problem: {costs: {false-positive: 5 USD}}
components:
  decide: {kind: decision-engine, false-negative-cost: 100 USD}
""",
            snapshot([]),
            id="one here, one there",
        ),
        pytest.param(
            """\
evaluation: {gates: [precision >= 95%]}
components:
  decide: {kind: decision-engine}
""",
            snapshot([]),
            id="a floor on precision",
        ),
        pytest.param(
            """\
components:
  decide: {kind: decision-engine, thresholds: [remove at precision 98%]}
""",
            snapshot([]),
            id="precision in the threshold",
        ),
    ],
)
def test_a_threshold_follows_from_costs_or_from_precision(
    text: str, expected: list[str]
) -> None:
    assert told(text, threshold_without_cost) == expected
