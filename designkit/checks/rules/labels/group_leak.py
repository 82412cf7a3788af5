"""DK218 group-leak."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.splitting import moves_in_time, straddling
from designkit.analysis.training_set import TrainingSet, training_sets
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity


@rule("DK218", Severity.WARNING, keys=("workload.entities",))
def group_leak(facts: Facts) -> Iterator[Finding]:
    """Examples of one person, machine or card should be on one side of a split.

    Ten pictures of one patient are nearly one picture. Divided at random, some are in
    training and the others in the test, and a model that knows the patient again by a
    scar or a scanner scores as if it knew the disease. At the next hospital it does
    not. More rows make it worse, for there are no more patients.

    It asks where the examples of a dataset outnumber the entities of the workload, so
    that some must repeat, and nothing moves in time; where something does,
    random-split-in-time says it.

    Bad:
    ```yaml
    workload: {entities: 30 k}
    components:
      dataset: {kind: dataset-builder}
    datasets:
      scans:
        built-by: dataset
        examples: 110 k
        split: random                                     # <- four of each patient
    ```

    Good:
    ```yaml
    workload: {entities: 30 k}
    components:
      dataset: {kind: dataset-builder}
    datasets:
      scans:
        built-by: dataset
        examples: 110 k
        split: [time, group]
        group-by: patient
    ```

    Fix: Split by group, and say under `group-by` what may not be on both sides: whoever
    the model will not have met in service.

    Source: Kaufman et al. 2012, Leakage in Data Mining: Formulation, Detection, and
    Avoidance (ACM TKDD 6); Rajpurkar et al. 2017, CheXNet, which has no patient on both
    sides.
    """
    for examples in training_sets(facts):
        repeated = straddling(facts, examples)
        if repeated and not moves_in_time(facts, examples):
            yield Finding(
                examples.place("split"),
                f"{examples.id} is split at random, and its {repeated}: "
                f"{_entity(examples)} is on both sides",
            )


def _entity(examples: TrainingSet) -> str:
    """Return what repeats, where the features are all of one entity."""
    entities = {feature.entity for _, feature in examples.features}
    name = entities.pop() if len(entities) == 1 else None
    return f"the same {name}" if name else "the same one"
