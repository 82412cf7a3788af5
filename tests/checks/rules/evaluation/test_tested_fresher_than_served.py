"""A model is tested at the age at which it serves."""

import pytest

from designkit.checks.rules.evaluation.tested_fresher_than_served import (
    tested_fresher_than_served,
)
from tests.rule_examples import told

DESIGN = """\
components:
  build: {kind: dataset-builder, runtime: 12 h}
  train: {kind: trainer, runtime: 12 h}
flows:
  batches: [build -> train: dataset]
models: {m: {trained-by: train, datasets: [rows%s]%s}}
datasets:
  rows: {built-by: build, split: time, lookback: 90 d, youngest: 28 d}
  judged: {built-by: build, split: time, %s}
"""
WEEKLY = ", retrain: {every: 7 d}"
FORTNIGHT = "lookback: 28 d, youngest: 14 d"
FOUND = (
    "9 info: judged tests m %s after its training data end; it serves 29 to 36 d after"
)


@pytest.mark.parametrize(
    ("judged", "expected"),
    [
        pytest.param(f"{FORTNIGHT}, gap: 0 d", FOUND % "0 to 14 d", id="at once"),
        pytest.param(f"{FORTNIGHT}, gap: 7 d", FOUND % "7 to 21 d", id="too early"),
        pytest.param(f"{FORTNIGHT}, gap: 15 d", "", id="the last days are as old"),
        pytest.param(f"{FORTNIGHT}, gap: 28 d", "", id="an older release"),
        pytest.param(FORTNIGHT, "", id="asked for by another rule"),
        pytest.param("lookback: 28 d, gap: 0 d", "", id="nobody knows how long"),
        pytest.param(
            "lookback: 60 d, youngest: 14 d, gap: 0 d", "", id="not after training"
        ),
    ],
)
def test_a_test_as_late_as_service(judged: str, expected: str):
    text = DESIGN % ("", WEEKLY, judged)

    assert told(text, tested_fresher_than_served) == ([expected] if expected else [])


def test_a_set_that_calibrates_may_judge_as_well():
    text = DESIGN % (", judged", WEEKLY, f"{FORTNIGHT}, gap: 0 d")

    assert told(text, tested_fresher_than_served) == [FOUND % "0 to 14 d"]


def test_a_model_of_which_nobody_knows_the_interval_is_not_asked():
    text = DESIGN % ("", "", f"{FORTNIGHT}, gap: 0 d")

    assert told(text, tested_fresher_than_served) == []


def test_one_set_that_is_late_enough_does():
    text = DESIGN % ("", WEEKLY, f"{FORTNIGHT}, gap: 0 d")
    more = f"  older: {{built-by: build, split: time, {FORTNIGHT}, gap: 28 d}}\n"

    assert told(text + more, tested_fresher_than_served) == []
