"""Drift from what, and past which value."""

import pytest

from designkit.checks.rules.monitoring.drift_without_reference import (
    drift_without_reference,
)
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
components:
  watch: {kind: monitor, watch: [feature, ops]}
  build: {kind: dataset-builder}
flows:
  batches: [build -> watch: raw-table]
""",
            [
                "2 info: watch watches feature, and nothing is named to compare with",
            ],
            id="no word",
        ),
        pytest.param(
            """\
components:
  watch: {kind: monitor, watch: [skew], reference: none, threshold: 0.2}
  build: {kind: dataset-builder}
flows:
  batches: [build -> watch: raw-table]
""",
            [
                "2 warning: watch watches skew, and nothing is named to compare with",
            ],
            id="none",
        ),
        pytest.param(
            """\
components:
  watch: {kind: monitor, watch: [skew]}
  build: {kind: dataset-builder}
flows:
  batches: [build -> watch: dataset]
""",
            [
                "2 info: watch watches skew, and no value is named past which it rings",
            ],
            id="examples to compare with, and no value",
        ),
        pytest.param(
            """\
components:
  watch: {kind: monitor, watch: [prediction], reference: last week, threshold: 0.2}
  build: {kind: dataset-builder}
flows:
  batches: [build -> watch: raw-table]
""",
            [],
            id="both",
        ),
        pytest.param(
            """\
components:
  watch: {kind: monitor, watch: [ops, business]}
  build: {kind: dataset-builder}
flows:
  batches: [build -> watch: raw-table]
""",
            [],
            id="numbers that are no distribution",
        ),
    ],
)
def test_what_is_found_and_what_is_right(text: str, expected: list[str]) -> None:
    assert told(text, drift_without_reference) == expected
