"""DK105 no-validation."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.catalog.kind import Stage
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.quantities.writing import listed


def _trains_on_something(facts: Facts) -> bool:
    return not (facts.lacks(Stage.INGESTION) or facts.lacks(Stage.TRAINING))


@rule(
    "DK105",
    Severity.WARNING,
    kinds=kinds_with(Role.ESSENTIAL, Stage.TRAINING),
    applies=_trains_on_something,
    tier_1=Severity.ERROR,
)
def no_validation(facts: Facts) -> Iterator[Finding]:
    """Data should be checked before a model learns from it.

    A trainer accepts whatever arrives: a column that turned into zeros, a feed that
    came twice, a unit that changed from cents to euros. Training succeeds, the model
    is worse, and nothing is red. Zinkevich tells of a feature whose coverage fell from
    90% to 60% of the examples without anybody noticing.

    Bad:
    ```yaml
    components:
      orders: {kind: source-db}
      lake: {kind: lake}
      label-join: {kind: label-joiner}
      dataset: {kind: dataset-builder}
      train: {kind: trainer}                       # <- learns what nobody checked
    flows:
      batches:
        - orders -> lake -> label-join: raw-table
        - label-join -> dataset: label
        - dataset -> train: dataset
    ```

    Good:
    ```yaml
    components:
      orders: {kind: source-db}
      lake: {kind: lake}
      validate: {kind: data-validator, checks: [schema, volume, ranges], blocking: true}
      label-join: {kind: label-joiner}
      dataset: {kind: dataset-builder}
      train: {kind: trainer}
    flows:
      batches:
        - orders -> lake -> validate -> label-join: raw-table
        - label-join -> dataset: label
        - dataset -> train: dataset
    ```

    Fix: Put a blocking data-validator between ingestion and features or labels, which
    checks schema, volume, ranges and freshness.

    Source: Breck et al. 2019, Data Validation for Machine Learning; Breck et al. 2017,
    The ML Test Score, Data 1 and Monitoring 2; Zinkevich, Rules of Machine Learning,
    rule 10.
    """
    trainers = facts.of_kind("trainer")
    validators = [component.id for component in facts.of_kind("data-validator")]
    if not validators:
        names = listed(trainer.id for trainer in trainers)
        path = ("components", trainers[0].id)
        yield Finding(path, f"nothing checks the training data of {names}")
    for trainer in trainers:
        if _goes_past(facts, trainer, validators):
            yield Finding(
                ("components", trainer.id),
                f"the training data of {trainer.id} goes past {listed(validators)}",
            )


def _goes_past(facts: Facts, trainer: Component, validators: list[str]) -> bool:
    """Whether no validator is on the way; where there is a way to be on."""
    if not validators or facts.lacks(Stage.FEATURES):
        return False
    passed = facts.learnt_from(trainer.id)
    return bool(passed) and passed.isdisjoint(validators)
