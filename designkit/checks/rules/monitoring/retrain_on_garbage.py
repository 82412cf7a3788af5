"""DK703 retrain-on-garbage."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.catalog.kind import Stage
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component

DATA = ("raw-table", "event", "feature-table", "feature-values", "label", "dataset")
"""What a training set is made of, on its way to the trainer."""

ALARMS = {"drift", "performance"}


def _alarmed(facts: Facts) -> tuple[Component, ...]:
    """Return the triggers that an alarm may set off."""
    return tuple(
        trigger
        for trigger in facts.of_kind("retrain-trigger")
        if ALARMS & set(trigger.texts("triggers"))
        or facts.flows_to(trigger.id, "alert")
    )


def _applies(facts: Facts) -> bool:
    return bool(_alarmed(facts)) and not facts.lacks(Stage.INGESTION)


@rule("DK703", Severity.ERROR, kinds=("retrain-trigger",), applies=_applies)
def retrain_on_garbage(facts: Facts) -> Iterator[Finding]:
    """A training that an alarm starts should stand between a validator and a gate.

    Most drift is a broken pipe: a column that turned null, a unit that changed, a feed
    that stopped. Learning from it makes the fault permanent, and the alarm goes quiet
    because the new model now expects the broken values. So bad data has to be held
    back before the trainer, and a worse model after it.

    Bad:
    ```yaml
    components:
      lake: {kind: lake}
      join: {kind: label-joiner}
      dataset: {kind: dataset-builder}
      train: {kind: trainer}
      registry: {kind: model-registry}
      retrain:
        kind: retrain-trigger
        triggers: [drift]                           # <- no validator, no evaluator
    flows:
      batches:
        - lake -> join, dataset: raw-table
        - join -> dataset: label
        - dataset -> train: dataset
      control:
        - train -> registry: model
        - retrain -> train: trigger
    ```

    Good:
    ```yaml
    components:
      lake: {kind: lake}
      validate: {kind: data-validator, blocking: true}
      join: {kind: label-joiner}
      dataset: {kind: dataset-builder}
      train: {kind: trainer}
      evaluate: {kind: evaluator}
      registry: {kind: model-registry}
      retrain: {kind: retrain-trigger, triggers: [drift]}
    flows:
      batches:
        - lake -> validate: raw-table
        - validate -> join, dataset: raw-table
        - join -> dataset: label
        - dataset -> train, evaluate: dataset
      control:
        - train -> evaluate -> registry: model
        - retrain -> train: trigger
    ```

    Fix: Validate and hold back bad data before the trainer, evaluate the model after
    it, and only then let an alarm start a run.

    Source: Google Cloud, MLOps: continuous delivery and automation pipelines in machine
    learning, section Data and model validation; Zinkevich, Rules of Machine Learning,
    rules 9 and 10.
    """
    for trigger in _alarmed(facts):
        started = facts.descendants([trigger.id], "trigger")
        for trainer in facts.of_kind("trainer"):
            if trainer.id in started and (missing := _missing(facts, trainer)):
                yield Finding(
                    ("components", trigger.id, "triggers"),
                    f"an alarm makes {trainer.id} learn again with {missing}",
                    related=((("components", trainer.id), "trained here"),),
                )


def _missing(facts: Facts, trainer: Component) -> str:
    before = facts.ancestors([trainer.id], *DATA)
    after = facts.descendants([trainer.id], "model")
    guards = {validator.id for validator in _blocking(facts)}
    checked = guards and (guards & before or facts.lacks(Stage.FEATURES))
    judged = any(evaluator.id in after for evaluator in facts.of_kind("evaluator"))
    found = [] if checked else ["no validator before it"]
    if after and not judged:
        found.append("no evaluator after it")
    return " and ".join(found)


def _blocking(facts: Facts) -> Iterator[Component]:
    """Give the validators, without those that are said only to report."""
    for validator in facts.of_kind("data-validator"):
        if validator.attributes.get("blocking") is not False:
            yield validator
