"""Whether the arms have the sizes that were planned."""

import pytest

from designkit.checks.rules.evaluation.no_srm_check import no_srm_check
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
  arms: 2
""",
            [
                "3 info: nobody tests whether the arms have the sizes that were planned",
            ],
            id="no word",
        ),
        pytest.param(
            """\
components:
  analysis: {kind: experiment-analysis}
experiment:
  unit: user
  srm-check: false
""",
            [
                "5 warning: nobody tests whether the arms have the sizes that were planned",
            ],
            id="not tested",
        ),
        pytest.param(
            """\
components:
  analysis: {kind: experiment-analysis, srm-check: true}
experiment:
  unit: user
  arms: 2
""",
            [],
            id="tested by the analysis",
        ),
        pytest.param(
            """\
components:
  analysis: {kind: experiment-analysis}
experiment:
  unit: user
  design: switchback
""",
            [],
            id="arms in time",
        ),
    ],
)
def test_what_is_found_and_what_is_right(text: str, expected: list[str]) -> None:
    assert told(text, no_srm_check) == expected
