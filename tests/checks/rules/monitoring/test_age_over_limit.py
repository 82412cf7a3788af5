"""Models that are older than allowed in every round."""

import pytest

from designkit.checks.rules.monitoring.age_over_limit import age_over_limit
from tests.computed import estimated, figure
from tests.rule_examples import told

DESIGN = """\
components:
  dataset: {{kind: dataset-builder, runtime: 2 h}}
  train: {{kind: trainer, runtime: 3 h{train}}}
  evaluate: {{kind: evaluator, runtime: 1 h}}
{more}
  deploy: {{kind: deployer, bake: 12 h}}
  retrain: {{kind: retrain-trigger{trigger}}}
flows:
  batches:
    - dataset -> train: dataset
  control:
    - retrain -> {triggered}: trigger
    - train -> evaluate -> deploy: model
{flows}
models:
  scorer: {{trained-by: train{model}}}
{end}
"""
RUN = (
    "dataset runtime 2 h + train runtime 3 h + evaluate runtime 1 h + deploy bake 12 h"
)


def design(
    model: str = "",
    train: str = "",
    trigger: str = "",
    triggered: str = "train",
    more: str = "",
    flows: str = "",
    end: str = "",
) -> str:
    return DESIGN.format(
        model=model,
        train=train,
        trigger=trigger,
        triggered=triggered,
        more=more,
        flows=flows,
        end=end,
    )


def told_of(**stated: str) -> list[str]:
    return told(design(**stated), age_over_limit)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param(
            {"model": ", retrain: {every: 7 d, max-age: 7 d}"},
            "16 error: scorer is at least 7 d 18 h old when the next one replaces it, "
            f"and 7 d are allowed: {RUN} + scorer every 7 d",
            id="its own limit",
        ),
        pytest.param(
            {"train": ", interval: 1 d", "trigger": ", max-model-age: 1 d"},
            "7 error: scorer is at least 1 d 18 h old when the next one replaces it, and "
            f"1 d are allowed: {RUN} + train interval 1 d",
            id="the limit of the trigger",
        ),
        pytest.param(
            {"model": ", retrain: {every: 1 d..7 d, max-age: 1 d..40 h}"},
            "16 error: scorer is at least 1 d 18 h old when the next one replaces it, "
            f"and 1 d..40 h are allowed: {RUN} + scorer every 1 d..7 d",
            id="at best",
        ),
        pytest.param(
            {"trigger": ", max-model-age: 12 h"},
            "7 error: scorer is at least 18 h old when the next one replaces it, and "
            f"12 h are allowed: {RUN}",
            id="by the run alone",
        ),
        pytest.param(
            {
                "model": ", retrain: {every: 7 d, max-age: 7 d}",
                "more": "  second: {kind: evaluator, runtime: 30 min}",
                "flows": "    - train -> second: model\n    - second -> deploy: model",
            },
            "17 error: scorer is at least 7 d 18 h old when the next one replaces it, "
            f"and 7 d are allowed: {RUN} + scorer every 7 d",
            id="judged twice, side by side",
        ),
    ],
)
def test_a_model_that_is_too_old_is_found(
    stated: dict[str, str], expected: str
) -> None:
    assert told_of(**stated) == [expected]


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param(
            {"model": ", retrain: {every: 7 d, max-age: 186 h}"}, id="just so"
        ),
        pytest.param(
            {"model": ", retrain: {every: 7 d, max-age: 7 d..8 d}"}, id="so so"
        ),
        pytest.param({"model": ", retrain: {every: 7 d}"}, id="no limit"),
        pytest.param(
            {
                "model": ", retrain: {every: 7 d, max-age: 60 d}",
                "trigger": ", max-model-age: 1 d",
            },
            id="its own limit before that of the trigger",
        ),
        pytest.param(
            {"trigger": ", max-model-age: 1 h", "triggered": "dataset"},
            id="a trigger of something else",
        ),
        pytest.param(
            {
                "model": ", retrain: {every: 1 d, max-age: 7 d}, datasets: claims",
                "end": "datasets: {claims: {maturity: 90 d}}",
            },
            id="what it knows may be older",
        ),
    ],
)
def test_a_model_in_time_or_unknown_is_no_fault(stated: dict[str, str]) -> None:
    assert told_of(**stated) == []


def test_the_estimate_says_the_same() -> None:
    text = design(model=", retrain: {every: 7 d, max-age: 1 d}")
    age = figure(estimated(text), "model.age")

    (message,) = told(text, age_over_limit)
    assert f"is at least {age.text} old" in message
    assert [part.text for part in age.inputs] == ["2 h", "3 h", "1 h", "12 h", "7 d"]


def test_a_promise_of_the_objectives_is_a_limit_of_the_model() -> None:
    text = design(model=", retrain: {every: 7 d}")

    assert told(
        f"objectives: {{freshness: {{scorer: 7 d}}}}\n{text}", age_over_limit
    ) == [
        "1 error: scorer is at least 7 d 18 h old when the next one replaces it, and 7 d "
        f"are allowed: {RUN} + scorer every 7 d"
    ]


PAST = """\
components:
  train: {kind: trainer, runtime: 3 h}
  registry: {kind: model-registry}
  deploy: {kind: deployer, bake: 10 d}
  score: {kind: model-server}
  shop: {kind: model-server}
flows:
  control:
    - train -> registry -> deploy -> score: model
    - %s
models:
  m: {trained-by: train, served-by: [%s], retrain: {every: 7 d, max-age: 8 d}}
"""


@pytest.mark.parametrize(
    ("flow", "served_by", "is_found"),
    [
        pytest.param("registry -> score: model", "score", False, id="past its release"),
        pytest.param("deploy -> shop: model", "score", True, id="by its release"),
        pytest.param("registry -> shop: model", "shop", False, id="never released"),
        pytest.param(
            "registry -> shop: model", "score, shop", True, id="in one of two places"
        ),
    ],
)
def test_a_model_that_skips_its_release_has_no_bake(
    flow: str, served_by: str, is_found: bool
) -> None:
    assert bool(told(PAST % (flow, served_by), age_over_limit)) is is_found
