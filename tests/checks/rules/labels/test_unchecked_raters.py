"""Judges whom nobody checks."""

import pytest

from designkit.checks.rules.labels.unchecked_raters import unchecked_raters
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
components:
  desk: {kind: human-labeling, redundancy: 1}
""",
            [
                "2 info: nothing tells a right label of desk from a careless one: no second judge, no gold case, no limit of agreement",
            ],
            id="one judge and no word on checks",
        ),
        pytest.param(
            """\
components:
  desk: {kind: human-labeling, redundancy: 1, gold-rate: none}
""",
            [
                "2 warning: nothing tells a right label of desk from a careless one: no second judge, no gold case, no limit of agreement",
            ],
            id="one judge and no check",
        ),
        pytest.param(
            """\
components:
  desk: {kind: human-labeling, redundancy: 1, gold-rate: 5%}
""",
            [],
            id="gold cases",
        ),
        pytest.param(
            """\
components:
  desk: {kind: human-labeling, redundancy: 2}
""",
            [],
            id="two judges",
        ),
        pytest.param(
            """\
components:
  desk: {kind: human-labeling, redundancy: 1..2}
""",
            [],
            id="sometimes a second one",
        ),
        pytest.param(
            """\
components:
  survey: {kind: human-labeling, capacity: 500/day}
""",
            [],
            id="people who are asked what they think",
        ),
    ],
)
def test_what_is_found_and_what_is_right(text: str, expected: list[str]) -> None:
    assert told(text, unchecked_raters) == expected


def test_a_check_of_nothing_is_none() -> None:
    raters = "{kind: human-labeling, redundancy: 1, agreement-min: none, gold-rate: 0%}"

    assert len(told(f"components:\n  raters: {raters}\n", unchecked_raters)) == 1


def test_one_case_in_a_hundred_is_a_check() -> None:
    raters = "{kind: human-labeling, redundancy: 1, agreement-min: none, gold-rate: 1%}"

    assert told(f"components:\n  raters: {raters}\n", unchecked_raters) == []
