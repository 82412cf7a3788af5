"""An average alone."""

import pytest

from designkit.checks.rules.evaluation.no_slices import no_slices
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
components:
  test: {kind: evaluator}
""",
            [
                "2 info: the candidate is measured on all cases together, and on no part of them",
            ],
            id="no word",
        ),
        pytest.param(
            """\
components:
  test: {kind: evaluator}
evaluation: {slices: [new user]}
""",
            [],
            id="said elsewhere",
        ),
        pytest.param(
            """\
components:
  test: {kind: evaluator}
evaluation: {slices: none}
""",
            [
                "3 warning: the candidate is measured on all cases together, and on no part of them",
            ],
            id="none",
        ),
    ],
)
def test_what_is_found_and_what_is_right(text: str, expected: list[str]) -> None:
    assert told(text, no_slices) == expected
