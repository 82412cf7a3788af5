"""Versions that are left after a release."""

import pytest

from designkit.checks.rules.release.nothing_to_roll_back_to import (
    nothing_to_roll_back_to,
)
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
components:
  models: {kind: model-registry, keep-versions: 1}
""",
            [
                "2 error: models keeps 1 version, so none is left to go back to",
            ],
            id="one",
        ),
        pytest.param(
            """\
components:
  models: {kind: model-registry, keep-versions: 2}
""",
            [],
            id="two are the least",
        ),
        pytest.param(
            """\
components:
  models: {kind: model-registry, keep-versions: 1..2}
""",
            [],
            id="one or two",
        ),
        pytest.param(
            """\
components:
  models: {kind: model-registry}
""",
            [],
            id="no word",
        ),
    ],
)
def test_what_is_found_and_what_is_right(text: str, expected: list[str]) -> None:
    assert told(text, nothing_to_roll_back_to) == expected
