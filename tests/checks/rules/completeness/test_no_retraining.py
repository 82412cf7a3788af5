import pytest

from designkit.checks.rules.completeness.no_retraining import no_retraining
from tests.rule_examples import told

COMPONENTS = """\
components:
  train: {kind: trainer}
  orchestrator: {kind: orchestrator}
"""
NOTHING = (
    "nothing starts train again: it has no interval and no retrain-trigger reaches it"
)


@pytest.mark.parametrize(
    ("tier", "severity"), [(1, "error"), (2, "warning"), (3, "warning")]
)
def test_it_is_an_error_where_much_hangs_on_it(tier: int, severity: str) -> None:
    design = f"tier: {tier}\n{COMPONENTS}"

    assert told(design, no_retraining) == [f"3 {severity}: {NOTHING}"]


@pytest.mark.parametrize(
    "design",
    [
        pytest.param(
            COMPONENTS.replace("trainer", "trainer, interval: 7 d"), id="interval"
        ),
        pytest.param(
            COMPONENTS.replace(
                "kind: orchestrator", "kind: orchestrator, interval: 1 d"
            )
            + "flows: {control: [orchestrator -> train: trigger]}\n",
            id="interval of the orchestrator that starts it",
        ),
        pytest.param(
            COMPONENTS + "models: {m: {trained-by: train, retrain: {every: 7 d}}}\n",
            id="schedule of its model",
        ),
        pytest.param(
            COMPONENTS + "models: {m: {trained-by: train, retrain: {on: drift}}}\n",
            id="occasion of its model",
        ),
        pytest.param(
            f"{COMPONENTS}  retrain: {{kind: retrain-trigger}}\n",
            id="trigger that is not wired yet",
        ),
    ],
)
def test_training_may_be_started_in_several_ways(design: str) -> None:
    assert told(design, no_retraining) == []


@pytest.mark.parametrize(
    "design",
    [
        pytest.param(
            COMPONENTS.replace(
                "kind: orchestrator", "kind: orchestrator, interval: 1 d"
            ),
            id="orchestrator that does not start it",
        ),
        pytest.param(
            COMPONENTS + "models: {m: {trained-by: train, retrain: none}}\n",
            id="model that is said not to be trained again",
        ),
        pytest.param(
            f"{COMPONENTS}  retrain: {{kind: retrain-trigger}}\n"
            "  dataset: {kind: dataset-builder}\n"
            "flows:\n  batches: [dataset -> train: dataset]\n"
            "  control: [retrain -> orchestrator: trigger]\n",
            id="trigger that ends at the orchestrator",
        ),
    ],
)
def test_what_does_not_reach_the_trainer_does_not_start_it(design: str) -> None:
    assert told(design, no_retraining) == [f"2 warning: {NOTHING}"]
