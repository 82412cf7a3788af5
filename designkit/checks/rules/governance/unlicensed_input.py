"""DK767 unlicensed-input."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity


@rule("DK767", Severity.WARNING, kinds=("third-party",))
def unlicensed_input(facts: Facts) -> Iterator[Finding]:
    """What a model learns from others should be licensed for learning.

    A right to look something up is no right to keep it, and a right to keep it none to
    train on it. What was learnt cannot be taken out of a model again: when the contract
    ends, or its owner objects, the model goes with the data. The question is cheap on
    the day of the contract.

    It asks of data of others that reaches a trainer; what is only looked up is used as
    it was sold.

    Bad:
    ```yaml
    components:
      scores:
        kind: third-party
        licence: none                               # <- may we train on it?
      join: {kind: label-joiner}
      dataset: {kind: dataset-builder}
      train: {kind: trainer}
    flows:
      batches:
        - scores -> dataset: raw-table
        - join -> dataset: label
        - dataset -> train: dataset
    ```

    Good:
    ```yaml
    components:
      scores: {kind: third-party, licence: kept 2 years; training allowed}
      join: {kind: label-joiner}
      dataset: {kind: dataset-builder}
      train: {kind: trainer}
    flows:
      batches:
        - scores -> dataset: raw-table
        - join -> dataset: label
        - dataset -> train: dataset
    ```

    Fix: Write down what the contract lets us keep and train on, and until when.

    Source: Breck et al. 2017, The ML Test Score, Data 4; Longpre et al. 2024, A
    Large-Scale Audit of Dataset Licensing and Attribution in AI (Nature Machine
    Intelligence).
    """
    trainers = facts.of_kind("trainer")
    learnt = {id for trainer in trainers for id in facts.learnt_from(trainer.id)}
    for source in facts.of_kind("third-party"):
        path = ("components", source.id, "licence")
        state = facts.state(*path)
        if source.id in learnt and state is not State.PRESENT:
            yield Finding(
                path,
                f"a model learns from {source.id}, and nothing says that it may",
                unstated=state is State.UNSTATED,
            )
