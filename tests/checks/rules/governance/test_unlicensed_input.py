"""What a model may learn from."""

import pytest

from designkit.checks.rules.governance.unlicensed_input import unlicensed_input
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
components:
  feed: {kind: third-party}
  build: {kind: dataset-builder}
  train: {kind: trainer}
flows:
  batches:
    - feed -> build: raw-table
    - build -> train: dataset
""",
            [
                "2 info: a model learns from feed, and nothing says that it may",
            ],
            id="no word",
        ),
        pytest.param(
            """\
components:
  feed: {kind: third-party, licence: none}
  build: {kind: dataset-builder}
  train: {kind: trainer}
flows:
  batches:
    - feed -> build: raw-table
    - build -> train: dataset
""",
            [
                "2 warning: a model learns from feed, and nothing says that it may",
            ],
            id="none",
        ),
        pytest.param(
            """\
components:
  feed: {kind: third-party, licence: training allowed}
  build: {kind: dataset-builder}
  train: {kind: trainer}
flows:
  batches:
    - feed -> build: raw-table
    - build -> train: dataset
""",
            [],
            id="licensed",
        ),
        pytest.param(
            """\
components:
  feed: {kind: third-party}
  build: {kind: dataset-builder}
  train: {kind: trainer}
flows:
  batches:
    - feed -> build: raw-table
    - build -> feed: dataset
""",
            [],
            id="only looked up",
        ),
    ],
)
def test_what_is_found_and_what_is_right(text: str, expected: list[str]) -> None:
    assert told(text, unlicensed_input) == expected
