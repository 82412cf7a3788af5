"""Rounds of training that do not end before the next begins."""

import pytest

from designkit.checks.rules.serving.training_overruns import training_overruns
from tests.rule_examples import told

DESIGN = """\
components:
  dataset: {{kind: dataset-builder, runtime: 2 h}}
  small: {{kind: dataset-builder, runtime: 1 h}}
  train: {{kind: trainer, {train}}}
  calibrate: {{kind: calibrator, runtime: 30 min}}
  evaluate: {{kind: evaluator, runtime: 1 h..2 h}}
  registry: {{kind: model-registry}}
  deploy: {{kind: deployer, {deploy}}}
{more}
flows:
  batches:
    - dataset, small -> train: dataset
  control:
    - train -> calibrate -> evaluate -> registry -> deploy: model
"""


def told_of(train: str, deploy: str = "bake: 30 min", more: str = "") -> list[str]:
    text = DESIGN.format(train=train, deploy=deploy, more=more)
    return told(text, training_overruns)


@pytest.mark.parametrize(
    ("train", "deploy", "expected"),
    [
        pytest.param(
            "interval: 6 h, runtime: 3 h",
            "bake: 30 min",
            "4 error: train starts again every 6 h, and its model is out after 7 h at "
            "the earliest: dataset 2 h + train 3 h + calibrate 30 min + evaluate "
            "1 h..2 h + deploy 30 min",
            id="the whole round",
        ),
        pytest.param(
            "interval: 12 h, runtime: 3 h",
            "bake: 1 h, steps: 3, ramp: 4 h",
            "4 error: train starts again every 12 h, and its model is out after 13 h 30 "
            "min at the earliest: dataset 2 h + train 3 h + calibrate 30 min + evaluate "
            "1 h..2 h + deploy 3 \xd7 1 h + deploy 4 h",
            id="each step of a release",
        ),
        pytest.param(
            "interval: 6 h..1 d",
            "bake: 1 d",
            "4 error: train starts again every 6 h..1 d, and its model is out after "
            "1 d 4 h at the earliest: dataset 2 h + calibrate 30 min + evaluate "
            "1 h..2 h + deploy 1 d",
            id="what is stated, at best",
        ),
    ],
)
def test_a_round_that_is_too_long_is_found(
    train: str, deploy: str, expected: str
) -> None:
    assert told_of(train, deploy) == [expected]


def test_the_most_frequent_of_its_models_counts() -> None:
    models = """\
models:
  slow: {trained-by: train, retrain: {every: 7 d}}
  fast:
    trained-by: train
    retrain: {every: 4 h}
  other: {trained-by: tune, retrain: {every: 1 h}}
"""
    tune = "  tune: {kind: trainer}"

    assert told_of("interval: 1 d, runtime: 3 h", more=f"{tune}\n{models}") == [
        "14 error: train starts again every 4 h, and its model is out after 7 h at the "
        "earliest: dataset 2 h + train 3 h + calibrate 30 min + evaluate 1 h..2 h + "
        "deploy 30 min"
    ]


def test_a_model_that_names_no_trainer_is_of_the_only_one() -> None:
    models = "models:\n  m: {retrain: {every: 5 h}}"

    assert [line[:9] for line in told_of("runtime: 3 h", more=models)] == ["10 error:"]


@pytest.mark.parametrize(
    "train",
    [
        pytest.param("interval: 7 h, runtime: 3 h", id="just done"),
        pytest.param("runtime: 9 d", id="no interval"),
    ],
)
def test_a_round_in_time_or_unknown_is_no_fault(train: str) -> None:
    assert told_of(train) == []


def test_the_run_of_a_trainer_alone_is_another_rule() -> None:
    text = "components:\n  train: {kind: trainer, interval: 1 h, runtime: 2 h}\n"

    assert told(text, training_overruns) == []
