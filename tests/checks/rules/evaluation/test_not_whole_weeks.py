"""Experiments that count some weekdays more than others."""

import pytest

from designkit.checks.rules.evaluation.not_whole_weeks import not_whole_weeks
from tests.rule_examples import told


def told_of(duration: str, design: str = "ab") -> list[str]:
    experiment = f"experiment: {{design: {design}, duration: {duration}}}"
    return told(f"components: {{a: {{kind: client}}}}\n{experiment}\n", not_whole_weeks)


@pytest.mark.parametrize(
    ("duration", "expected"),
    [
        pytest.param(
            "10 d",
            "2 info: 10 d is 1 \xd7 7 d and 3 d: these weekdays count more than the "
            "others; 14 d are whole weeks",
            id="a week and a half",
        ),
        pytest.param(
            "36 h",
            "2 info: 36 h is less than a week: some days of it are never seen; 7 d are "
            "whole weeks",
            id="less than a week",
        ),
        pytest.param(
            "8 d..13 d",
            "2 info: 8 d..13 d is 1 \xd7 7 d and 6 d: these weekdays count more than "
            "the others; 14 d are whole weeks",
            id="between two weeks and one",
        ),
        pytest.param(
            "1000 y",
            "2 info: 1000 y is 52,142 \xd7 7 d and 6 d: these weekdays count more than "
            "the others",
            id="not in a lifetime",
        ),
        pytest.param(
            "0 d",
            "2 info: 0 d is less than a week: some days of it are never seen; 7 d are "
            "whole weeks",
            id="no time",
        ),
    ],
)
def test_a_broken_week_is_found(duration: str, expected: str) -> None:
    assert told_of(duration) == [expected]


@pytest.mark.parametrize("duration", ["7 d", "2 w", "336 h", "10 d..14 d", "1 d..9 d"])
def test_whole_weeks_are_no_fault(duration: str) -> None:
    assert told_of(duration) == []


def told_with_outcomes(duration: str, window: str) -> list[str]:
    says = f"duration: {duration}, outcome-window: {window}"
    text = f"components: {{a: {{kind: client}}}}\nexperiment: {{{says}}}\n"
    return told(text, not_whole_weeks)


@pytest.mark.parametrize(
    ("duration", "window"),
    [
        pytest.param("44 d", "30 d", id="two weeks to join"),
        pytest.param("17 d", "3 d", id="two weeks and a few days to wait"),
        pytest.param("42 d..46 d", "30 d", id="perhaps two weeks to join"),
        pytest.param("14 d", "30 d", id="it ends before an outcome is known"),
    ],
)
def test_the_weeks_are_those_in_which_units_join(duration: str, window: str) -> None:
    assert told_with_outcomes(duration, window) == []


def test_whole_weeks_with_the_outcome_may_be_broken_ones_without() -> None:
    assert told_with_outcomes("42 d", "30 d") == [
        "2 info: 42 d less 30 d is 1 \xd7 7 d and 5 d: these weekdays count more than "
        "the others; 14 d are whole weeks, and 30 d come on top"
    ]


def test_interleaving_needs_no_week() -> None:
    assert told_of("1 d", design="interleaving") == []


def test_what_the_analysis_says_is_asked_as_well() -> None:
    text = "components:\n  test: {kind: experiment-analysis, duration: 8 d}\n"

    assert [line[:7] for line in told(text, not_whole_weeks)] == ["2 info:"]
