import pytest

from designkit.checks.rules.labels.uncorrected_downsampling import (
    uncorrected_downsampling,
)
from tests.rule_examples import told

TEXT = """\
problem: {label: {name: click}}
components:
  build: {kind: dataset-builder, negative-rate: 10%%}
  train: {kind: trainer}
  fit: {kind: calibrator}
flows:
  batches: [%s -> fit: model]
datasets: {rows: {%s}, judged: {negative-rate: 100%%}}
models: {m: {datasets: rows, trained-by: train%s}}
"""
FOUND = "rows keeps 10% of the negatives and nothing makes up for it"


@pytest.mark.parametrize(
    ("rows", "model", "expected"),
    [
        pytest.param(
            "reweighted: false", ", output: probability", "error", id="probability"
        ),
        pytest.param(
            "reweighted: false", ", output: score", "info", id="only an order"
        ),
        pytest.param("reweighted: false", "", "error", id="unknown output"),
        pytest.param("", ", output: probability", "warning", id="weights not said"),
        pytest.param("reweighted: none", ", output: probability", "error", id="denied"),
        pytest.param("reweighted: true", ", output: probability", "", id="weighted"),
        pytest.param("", ", calibration: by the odds", "", id="corrected afterwards"),
        pytest.param("negative-rate: 100%", "", "", id="nothing sampled"),
    ],
)
def test_sampling_is_made_up_for(rows: str, model: str, expected: str):
    found = told(TEXT % ("build", rows, model), uncorrected_downsampling)

    assert found == ([f"3 {expected}: {FOUND}"] if expected else [])


def test_a_calibrator_after_the_training_makes_up_for_it():
    text = TEXT % ("train", "reweighted: false", ", output: probability")

    assert told(text, uncorrected_downsampling) == []


def test_a_set_that_no_model_learns_from_may_be_sampled():
    text = (TEXT % ("build", "", "")).replace("datasets: rows", "datasets: judged")

    assert told(text, uncorrected_downsampling) == []


def test_without_models_any_calibrator_may_be_meant():
    text = "components:\n  build: {kind: dataset-builder, negative-rate: 10%}\n"
    fit = "  fit: {kind: calibrator}\n"

    assert told(text + fit, uncorrected_downsampling) == []
    assert [line.split(":")[0] for line in told(text, uncorrected_downsampling)] == [
        "2 warning"
    ]
