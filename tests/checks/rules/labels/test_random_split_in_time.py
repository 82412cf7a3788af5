import pytest

from designkit.checks.rules.labels.random_split_in_time import random_split_in_time
from tests.rule_examples import told

BUILDER = "components:\n  build: {kind: dataset-builder%s}\n"
DELAYED = "problem: {label: {window: 7 d}}\n"
RANDOM = "build is split at random: it is tested on its own days"
GROUP = "build is split by group alone: it is tested on its own days"
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
        pytest.param("group", DELAYED, f"2 error: {GROUP}", id="by group alone"),
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


PEOPLE = """\
problem: {label: {method: %s, window: 2 d}}
components:
  build: {kind: dataset-builder, split: %s}
"""
LOOKS_BACK = "features: {f: {window: 30 d}}\n"


@pytest.mark.parametrize(
    ("method", "split", "more", "expected"),
    [
        pytest.param("human", "[random, group]", "", "", id="people, by group"),
        pytest.param("human", "random", "", f"3 warning: {RANDOM}", id="not by group"),
        pytest.param(
            "human",
            "[random, group]",
            LOOKS_BACK,
            f"3 error: {RANDOM}",
            id="features look back all the same",
        ),
        pytest.param(
            "natural",
            "[random, group]",
            "",
            f"3 error: {RANDOM}",
            id="an outcome of later days",
        ),
    ],
)
def test_what_people_say_of_an_example_is_no_later_outcome(
    method: str, split: str, more: str, expected: str
):
    text = PEOPLE % (method, split) + more

    assert told(text, random_split_in_time) == ([expected] if expected else [])


def test_people_who_feed_one_of_two_sets_are_seen_in_the_flows():
    text = """\
problem: {label: {method: natural, window: 2 d}}
components:
  judges: {kind: human-labeling}
  join: {kind: label-joiner}
  rated: {kind: dataset-builder, split: [random, group]}
  clicks: {kind: dataset-builder, split: [random, group]}
flows:
  batches: [judges -> rated: label, join -> clicks: label]
"""

    assert told(text, random_split_in_time) == [
        "6 error: clicks is split at random: it is tested on its own days"
    ]


@pytest.mark.parametrize("split", ["random", "none"])
def test_a_set_that_is_never_tested_on_is_quiet(split: str):
    text = f"{BUILDER % ''}datasets: {{rows: {{split: {split}, held-out: none}}}}\n"

    assert told(text + DELAYED, random_split_in_time) == []


@pytest.mark.parametrize(
    ("label", "split", "expected"),
    [
        pytest.param(
            "{window: 30 d}",
            "[group]",
            [
                "6 error: rows is split by group alone: it is tested on its own days",
            ],
            id="outcomes come later",
        ),
        pytest.param("{window: 30 d}", "[group, time]", [], id="and by time"),
        pytest.param("{method: human}", "[group]", [], id="people say what it shows"),
    ],
)
def test_groups_alone_leave_the_days_on_both_sides(
    label: str, split: str, expected: list[str]
) -> None:
    text = f"""\
problem:
  label: {label}
components:
  build: {{kind: dataset-builder}}
datasets:
  rows: {{built-by: build, group-by: user, split: {split}}}
"""

    assert told(text, random_split_in_time) == expected
