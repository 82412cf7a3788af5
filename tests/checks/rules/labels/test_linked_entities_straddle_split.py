"""What hangs together lies on one side."""

import pytest

from designkit.checks.rules.labels.linked_entities_straddle_split import (
    linked_entities_straddle_split,
)
from tests.rule_examples import told

DESIGN = """\
components:
  build: {kind: dataset-builder}
datasets:
  rows:
    split: %s
    linked-within: %s
    group-by: %s
"""


@pytest.mark.parametrize(
    ("split", "within", "group", "expected"),
    [
        pytest.param(
            "[time, group]",
            "ring",
            "account",
            "7 warning: rows is split by account: one ring is on both sides",
            id="each account is on one side, and its ring is not",
        ),
        pytest.param(
            "random",
            "lot",
            "none",
            "7 warning: rows is split at random: one lot is on both sides",
            id="by chance",
        ),
        pytest.param(
            "group",
            "depot",
            "depot worker",
            "7 warning: rows is split by depot worker: one depot is on both sides",
            id="a part of what hangs together",
        ),
        pytest.param(
            "[time, group]",
            "ring",
            "none",
            "7 info: rows does not say whether its groups are those of ring",
            id="grouped by what",
        ),
        pytest.param("[time, group]", "ring", "Rings", "", id="another spelling"),
        pytest.param(
            "group", "household", "city with its households", "", id="a larger group"
        ),
        pytest.param("time", "ring", "none", "", id="by time alone"),
        pytest.param("group", "none", "account", "", id="accounts stand alone"),
    ],
)
def test_a_split_keeps_together_what_is_linked(
    split: str, within: str, group: str, expected: str
):
    text = DESIGN % (split, within, group)

    assert told(text, linked_entities_straddle_split) == (
        [expected] if expected else []
    )


def test_what_a_builder_says_holds_for_its_set():
    text = (
        "components:\n  build: {kind: dataset-builder, split: random,"
        " linked-within: ring}\n"
    )

    assert told(text, linked_entities_straddle_split) == [
        "2 warning: build is split at random: one ring is on both sides"
    ]
