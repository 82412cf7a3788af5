import pytest

from designkit.checks.rules.labels.random_split_in_time import random_split_in_time
from tests.rule_examples import told

BUILDER = "components:\n  build: {kind: dataset-builder%s}\n"
DELAYED = "problem: {label: {window: 7 d}}\n"
RANDOM = "build is split at random: it is tested on its own days"
UNSAID = "build does not say what keeps training and test apart"


@pytest.mark.parametrize(
    ("split", "more", "expected"),
    [
        pytest.param("random", DELAYED, f"2 error: {RANDOM}", id="labels come late"),
        pytest.param(
            "random",
            "  join: {kind: label-joiner, window: 1 d}\n",
            f"2 error: {RANDOM}",
            id="the joiner waits",
        ),
        pytest.param(
            "random",
            "features: {f: {window: 1 d}}\n",
            f"2 error: {RANDOM}",
            id="look back",
        ),
        pytest.param("random", "", f"2 warning: {RANDOM}", id="nothing moves in time"),
        pytest.param("[random, group]", "", f"2 warning: {RANDOM}", id="and by group"),
        pytest.param("[random, time]", DELAYED, "", id="random within a time"),
        pytest.param("group", DELAYED, "", id="by group"),
        pytest.param("none", DELAYED, f"2 error: {UNSAID}", id="denied"),
        pytest.param("", DELAYED, f"2 warning: {UNSAID}", id="not said"),
        pytest.param(
            "", "", f"2 info: {UNSAID}", id="not said where time may not matter"
        ),
    ],
)
def test_a_test_is_later_than_its_training(split: str, more: str, expected: str):
    text = BUILDER % (f", split: {split}" if split else "") + more

    assert told(text, random_split_in_time) == ([expected] if expected else [])


ROWS = "datasets: {rows: {split: random, examples: 200 k}}\nworkload: {entities: 5 k}\n"


def test_what_moves_in_time_and_repeats_is_told_once():
    head = "components:\n  build: {kind: dataset-builder}\n"
    told_of_rows = told(head + DELAYED + ROWS, random_split_in_time)

    assert told_of_rows == [
        "4 error: rows is split at random: it is tested on its own days, and its 200 k "
        "examples are of 5 k entities"
    ]
    assert told(head + ROWS, random_split_in_time) == []
