"""DK113 no-retraining."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.catalog.kind import Stage
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component


@rule(
    "DK113",
    Severity.WARNING,
    kinds=kinds_with(Role.ESSENTIAL, Stage.TRAINING),
    tier_1=Severity.ERROR,
)
def no_retraining(facts: Facts) -> Iterator[Finding]:
    """Every model should be trained again, by the clock or for a reason.

    A model is a picture of its training weeks. Prices, tastes and attacks move on, and
    it gets worse each day without any fault in the code; a model retrained by hand is
    retrained until its author changes teams. Where much hangs on it (tier 1), this is
    an error.

    Bad:
    ```yaml
    components:
      dataset: {kind: dataset-builder}
      train: {kind: trainer}                       # <- once, and then?
    flows:
      batches:
        - dataset -> train: dataset
    ```

    Good:
    ```yaml
    components:
      dataset: {kind: dataset-builder}
      train: {kind: trainer}
      retrain: {kind: retrain-trigger, triggers: [schedule, drift], interval: 7 d}
      orchestrator: {kind: orchestrator}
    flows:
      batches:
        - dataset -> train: dataset
      control:
        - retrain -> orchestrator -> train: trigger
    ```

    Fix: Add a retrain-trigger whose trigger reaches the trainer, or state the
    `interval` of the trainer or `retrain` of its model.

    Source: Breck et al. 2017, The ML Test Score, Model 4 and Monitoring 4; Google
    Cloud, MLOps: Continuous delivery and automation pipelines in machine learning.
    """
    triggers = {component.id for component in facts.of_kind("retrain-trigger")}
    for trainer in facts.of_kind("trainer"):
        unwired = triggers and not facts.flows_to(trainer.id)
        if not (unwired or _is_started(facts, trainer, triggers)):
            yield Finding(
                ("components", trainer.id),
                f"nothing starts {trainer.id} again: it has no interval and no "
                "retrain-trigger reaches it",
            )


def _is_started(facts: Facts, trainer: Component, triggers: set[str]) -> bool:
    starters = facts.ancestors((trainer.id,), "trigger")
    timed = [trainer, *(c for c in facts.of_kind("orchestrator") if c.id in starters)]
    return (
        not starters.isdisjoint(triggers)
        or any(component.quantity("interval") for component in timed)
        or any(
            model.retrain and (model.retrain.every or model.retrain.on)
            for model in facts.design.models.values()
            if model.trained_by == trainer.id
        )
    )
