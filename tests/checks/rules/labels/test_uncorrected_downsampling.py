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


FITTED = """\
components:
  build: {kind: dataset-builder}
  train: {kind: trainer}
  fit: {kind: calibrator}%s
flows:
  batches: [build -> train: dataset, train -> fit: model, %s]
datasets: {rows: {built-by: build, negative-rate: 10%%, reweighted: false%s}%s}
models: {m: {datasets: rows, trained-by: train, output: probability}}
"""


@pytest.mark.parametrize(
    ("parts", "flow", "part", "sets", "is_found"),
    [
        pytest.param("", "build -> fit: dataset", "", "", True, id="the thinned set"),
        pytest.param(
            "\n  lake: {kind: lake}",
            "build -> lake -> fit: dataset",
            "",
            "",
            True,
            id="the thinned set by way of a lake",
        ),
        pytest.param(
            "\n  check: {kind: data-validator}\n  lake: {kind: lake}",
            "build -> check -> lake: dataset, lake -> fit: raw-table",
            "",
            "",
            True,
            id="rows of the thinned set",
        ),
        pytest.param(
            "\n  lake: {kind: lake}\n  log: {kind: event-log}",
            "build -> lake: dataset, log -> lake: event, lake -> fit: raw-table",
            "",
            "",
            False,
            id="rows of traffic beside the thinned set",
        ),
        pytest.param(
            "", "build -> fit: dataset", ", held-out: natural", "", False, id="its rest"
        ),
        pytest.param(
            "",
            "build -> fit: dataset",
            "",
            ", week: {built-by: build, negative-rate: 100%}",
            False,
            id="may be another set",
        ),
        pytest.param(
            "\n  log: {kind: prediction-log}",
            "log -> fit: prediction",
            "",
            "",
            False,
            id="traffic",
        ),
    ],
)
def test_a_calibrator_corrects_only_what_it_sees_at_its_natural_rate(
    parts: str, flow: str, part: str, sets: str, is_found: bool
):
    text = FITTED % (parts, flow, part, sets)
    line = 7 + parts.count("\n")

    expected = [f"{line} error: {FOUND}"] if is_found else []
    assert told(text, uncorrected_downsampling) == expected


HEADS = """\
components: {build: {kind: dataset-builder}, fit: {kind: trainer}}
models:
  m:
    trained-by: fit
    datasets: rows
    heads:
      a: {output: probability%s}
      b: {output: probability, calibration: isotonic at the natural rate}
datasets: {rows: {negative-rate: 1%%, reweighted: false}}
"""


@pytest.mark.parametrize(
    ("calibration", "count"),
    [
        pytest.param("", 1, id="one head is not calibrated"),
        pytest.param(", calibration: Platt", 0, id="each head is"),
    ],
)
def test_each_head_is_calibrated_for_itself(calibration: str, count: int) -> None:
    assert len(told(HEADS % calibration, uncorrected_downsampling)) == count
