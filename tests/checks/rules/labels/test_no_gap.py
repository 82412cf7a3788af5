"""Labels of the training data tell nothing of the test."""

import pytest

from designkit.checks.rules.labels.no_gap import no_gap
from tests.rule_examples import told

DESIGN = """\
problem: {label: {%s}}
components: {build: {kind: dataset-builder}}
datasets:
  rows: {built-by: build, %s}
"""
WEEK = "method: natural, window: 7 d"
UNSAID = (
    "4 info: rows does not say what gap lies between training and test; its labels "
    "take %s"
)
SHORT = (
    "4 warning: rows is tested %s after its training data end, and its labels take %s: "
    "the last of them tell of the test"
)


@pytest.mark.parametrize(
    ("label", "dataset", "expected"),
    [
        pytest.param(WEEK, "split: time", UNSAID % "7 d", id="not said"),
        pytest.param(
            WEEK, "split: time, gap: 1 d", SHORT % ("1 d", "7 d"), id="too short"
        ),
        pytest.param(
            WEEK, "split: time, gap: 0 d", SHORT % ("0 d", "7 d"), id="the next day"
        ),
        pytest.param(
            "delay: {p95: 2 d}",
            "split: time, gap: 1 d",
            SHORT % ("1 d", "2 d"),
            id="by the delay",
        ),
        pytest.param(
            WEEK,
            "split: time, gap: 1 d, maturity: 30 d, youngest: 3 d",
            SHORT % ("1 d", "3 d"),
            id="taken as they are known after three days",
        ),
        pytest.param(WEEK, "split: time, gap: 7 d", "", id="as long as the window"),
        pytest.param(
            WEEK, "split: time, gap: 1 d, youngest: 1 d", "", id="as long as the wait"
        ),
        pytest.param("name: click", "split: time", "", id="labels that take no time"),
        pytest.param(
            "method: human, window: 7 d",
            "split: time",
            "",
            id="people say what is there",
        ),
        pytest.param(WEEK, "split: group", "", id="time does not divide it"),
        pytest.param(WEEK, "split: random", "", id="told by another rule"),
    ],
)
def test_a_gap_is_as_long_as_labels_take(label: str, dataset: str, expected: str):
    assert told(DESIGN % (label, dataset), no_gap) == ([expected] if expected else [])


MODEL = "models: {m: {datasets: rows}%s}\n"
JUDGED = "  judged: {built-by: build, split: time, gap: 7 d}\n"


def test_the_gap_of_a_set_that_only_judges_counts():
    assert told(DESIGN % (WEEK, "split: time") + JUDGED + MODEL % "", no_gap) == []


def test_the_gap_of_another_model_does_not_count():
    other = MODEL % ", n: {datasets: judged}"

    assert told(DESIGN % (WEEK, "split: time") + JUDGED + other, no_gap) == [
        UNSAID % "7 d"
    ]
