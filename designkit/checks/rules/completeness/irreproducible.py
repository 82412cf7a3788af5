"""DK148 irreproducible."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.places import is_on_device
from designkit.analysis.training_set import TrainingSet, training_sets
from designkit.checks.rule import Finding, Path, rule
from designkit.diagnostics import Severity


@rule("DK148", Severity.WARNING, kinds=("trainer",))
def irreproducible(facts: Facts) -> Iterator[Finding]:
    """A model should be one that could be made again.

    When a model does harm, the first question is what it learnt from, and the second
    whether the fault is in the data, in the code or in chance. Without the snapshot of
    examples neither can be answered: the tables have moved on. A seed that is not fixed
    makes two runs differ, by more than many an improvement that is shipped.

    It asks whether datasets are `versioned`, and whether a trainer says `seed-pinned:
    false`. Examples that are built `in` a device and learnt from there (federated
    training) stay with the people whose they are, so nobody may keep a snapshot,
    and no run there can be had again.

    Bad:
    ```yaml
    components:
      build: {kind: dataset-builder}
      train: {kind: trainer}
    datasets:
      clicks:
        built-by: build
        versioned: false                            # <- gone tomorrow
    ```

    Good:
    ```yaml
    components:
      build: {kind: dataset-builder}
      train: {kind: trainer, seed-pinned: true}
    datasets:
      clicks: {built-by: build, versioned: true}
    ```

    Fix: Freeze each set under a version, record it with code, settings and seed, and
    train one model twice to see how far two runs lie apart.

    Source: Breck et al. 2017, The ML Test Score, Infrastructure 1; Pineau et al. 2021,
    Improving Reproducibility in Machine Learning Research (JMLR).
    """
    told: set[Path] = set()
    for examples in training_sets(facts):
        path, state = examples.place("versioned"), examples.state("versioned")
        kept = _kept(facts, path)
        if not examples.is_learnt or kept or path in told or _stays(facts, examples):
            continue
        told.add(path)
        message = f"the examples of {examples.id} cannot be had again"
        yield Finding(path, message, unstated=state is State.UNSTATED)
    for trainer in facts.of_kind("trainer"):
        pinned = trainer.attributes.get("seed-pinned")
        if pinned is False and not is_on_device(facts.design, trainer):
            path = ("components", trainer.id, "seed-pinned")
            message = f"{trainer.id} cannot repeat a run: nothing fixes its chance"
            yield Finding(path, message, severity=Severity.INFO)


def _stays(facts: Facts, examples: TrainingSet) -> bool:
    """Whether the examples never leave the devices on which they are made."""
    builder = facts.design.components.get(examples.builder or "")
    return builder is not None and is_on_device(facts.design, builder)


def _kept(facts: Facts, path: tuple[str, ...]) -> bool:
    """Whether snapshots are said to be kept at `path`."""
    return any(value is True for _, value in facts.stated(".".join(path)))
