"""Models of effects that are judged by how well they say what happens."""

import pytest

from designkit.checks.rules.evaluation.effect_judged_as_outcome import (
    effect_judged_as_outcome,
)
from tests.rule_examples import told

TEXT = """\
components: {fit: {kind: trainer}, judge: {kind: evaluator%s}}
models: {gain: {trained-by: fit, output: %s}}
evaluation: {metrics: [%s]}
"""


@pytest.mark.parametrize(
    ("metrics", "names"),
    [
        pytest.param("ROC-AUC, log-loss", "ROC-AUC and log-loss", id="usual ones"),
        pytest.param("precision in the top tenth", "precision in the top tenth"),
        pytest.param("PR-AUC, Brier score", "PR-AUC and Brier score", id="calibrated"),
    ],
)
def test_outcomes_do_not_judge_an_effect(metrics: str, names: str) -> None:
    said = f"gain gives an effect, and it is judged by outcomes: {names}"

    assert told(TEXT % ("", "effect", metrics), effect_judged_as_outcome) == [
        f"3 warning: {said}"
    ]


@pytest.mark.parametrize(
    ("gate", "output", "metrics"),
    [
        pytest.param("", "effect", "Qini, log-loss", id="one of effects is there"),
        pytest.param("", "effect", "AUC of the uplift curve", id="an area of uplift"),
        pytest.param("", "effect", "RMSE of the effect in a simulation", id="known"),
        pytest.param("", "effect", "margin in the replayed campaign", id="money"),
        pytest.param("", "probability", "ROC-AUC, log-loss", id="an outcome is given"),
        pytest.param(
            ", gates: [Qini >= champion]", "effect", "ROC-AUC", id="the gate is of it"
        ),
        pytest.param("", "effect", "none", id="nothing is measured: said elsewhere"),
    ],
)
def test_what_is_judged_by_effects_passes(gate: str, output: str, metrics: str) -> None:
    assert told(TEXT % (gate, output, metrics), effect_judged_as_outcome) == []


def test_a_head_that_gives_an_effect_is_one() -> None:
    text = """\
components: {fit: {kind: trainer}}
models:
  both: {trained-by: fit, heads: {a: {output: probability}, b: {output: effect}}}
evaluation: {metrics: accuracy}
"""
    said = "both gives an effect, and it is judged by outcomes: accuracy"

    assert told(text, effect_judged_as_outcome) == [f"4 warning: {said}"]
