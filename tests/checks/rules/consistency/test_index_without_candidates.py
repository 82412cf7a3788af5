"""What an index tells a candidate generator."""

import pytest

from designkit.checks.rules.consistency.index_without_candidates import (
    index_without_candidates,
)
from tests.rule_examples import told

DESIGN = """\
components:
  words: {kind: inverted-index}
  find: {kind: candidate-generator}
  score: {kind: model-server}
flows:
  lookups: [%s]
"""
FOUND = (
    "6 warning: find reads words and is told of no item: it gets feature-values alone"
)


@pytest.mark.parametrize(
    ("lookups", "expected"),
    [
        pytest.param("words -> find: feature-values", [FOUND], id="values of no item"),
        pytest.param("words -> find: candidates", [], id="items"),
        pytest.param("words -> find", [], id="not said"),
        pytest.param("words -> score: feature-values", [], id="distances for a model"),
        pytest.param(
            "words -> find: candidates, words -> find: feature-values",
            [],
            id="items and their distances",
        ),
    ],
)
def test_an_index_names_items(lookups: str, expected: list[str]) -> None:
    assert told(DESIGN % lookups, index_without_candidates) == expected
