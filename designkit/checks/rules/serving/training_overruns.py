"""DK619 training-overruns."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.analysis.renewal import time_taken
from designkit.checks.rule import Finding, Path, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.quantities.bounds import capped
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import shown_duration

RELEASE = ("bake", "environments", "ramp")
"""What a deployer takes before all traffic has a model."""

JUDGES = ("calibrator", "evaluator")
"""Kinds that a model passes between its training and its release, in this order."""


@dataclass(frozen=True, slots=True)
class RoundStep:
    """What a model waits for on its way out, and for how long."""

    id: str
    time: Quantity

    def __str__(self) -> str:
        """Write the step as a term of a sum: ``train 3 h``."""
        return f"{self.id} {self.time}"


@dataclass(frozen=True, slots=True)
class Round:
    """One training from data to release: its steps, and when the next one starts."""

    trainer: Component
    steps: tuple[RoundStep, ...]
    every: Quantity
    path: Path

    @property
    def time(self) -> float:
        """The seconds that all steps take at least, one after the other."""
        return capped(sum(step.time.low for step in self.steps))

    @property
    def is_chain(self) -> bool:
        """Whether it is more than the run of the trainer, which job-overruns asks."""
        return any(step.id != self.trainer.id for step in self.steps)


@rule(
    "DK619",
    Severity.ERROR,
    kinds=("trainer",),
    applies=lambda facts: any(_rounds(facts)),
)
def training_overruns(facts: Facts) -> Iterator[Finding]:
    """A new model should be released before the training of the next one starts.

    Data has to be joined, the model fitted, calibrated, judged, and then watched on its
    first traffic: only after that is it known whether it stays. If the next training
    starts earlier, its candidate is judged against a champion that may be gone by then,
    canaries queue for the same traffic, and after a few rounds each release is several
    days behind the data that it was made of.

    Of several components of a kind the slowest counts; what does not state its time
    counts as nothing, so the true round is longer.

    Bad:
    ```yaml
    components:
      dataset: {kind: dataset-builder, runtime: 2 h}
      train:
        kind: trainer
        interval: 1 d                               # <- 30 h from data to release
        runtime: 3 h
      evaluate: {kind: evaluator, runtime: 1 h}
      registry: {kind: model-registry}
      deploy: {kind: deployer, bake: 1 d}
    flows:
      batches:
        - dataset -> train, evaluate: dataset
      control:
        - train -> evaluate -> registry -> deploy: model
    ```

    Good:
    ```yaml
    components:
      dataset: {kind: dataset-builder, runtime: 2 h}
      train: {kind: trainer, interval: 1 d, runtime: 3 h}
      evaluate: {kind: evaluator, runtime: 1 h}
      registry: {kind: model-registry}
      deploy: {kind: deployer, bake: 12 h}
    flows:
      batches:
        - dataset -> train, evaluate: dataset
      control:
        - train -> evaluate -> registry -> deploy: model
    ```

    Fix: Start from the last model instead of from nothing, train on a sample, bake for
    less time on more traffic, or train less often.

    Source: Zinkevich, Rules of Machine Learning, rule 8; Google Cloud, MLOps:
    continuous delivery and automation pipelines in machine learning, section MLOps
    level 1.
    """
    for found in _rounds(facts):
        if found.is_chain and found.time > found.every.high:
            yield Finding(
                found.path,
                f"{found.trainer.id} starts again every {found.every}, and its model "
                f"is out after {shown_duration(found.time)} at the earliest: "
                f"{' + '.join(map(str, found.steps))}",
            )


def _rounds(facts: Facts) -> Iterator[Round]:
    for trainer in facts.of_kind("trainer"):
        steps, starts = _steps(facts, trainer), list(_starts(facts, trainer))
        if steps and starts:
            path, every = min(starts, key=lambda start: start[1].high)
            yield Round(trainer, steps, every, path)


def _steps(facts: Facts, trainer: Component) -> tuple[RoundStep, ...]:
    """Return the steps that state their time, the slowest of each kind."""
    before = facts.ancestors((trainer.id,), "dataset")
    after = facts.descendants((trainer.id,), "model")
    return (
        *_times(facts, before, "dataset-builder", "runtime"),
        *_times(facts, {trainer.id}, "trainer", "runtime"),
        *(step for kind in JUDGES for step in _times(facts, after, kind, "runtime")),
        *(step for name in RELEASE for step in _times(facts, after, "deployer", name)),
    )


def _times(
    facts: Facts, ids: Collection[str], kind: str, name: str
) -> tuple[RoundStep, ...]:
    """Return the slowest of the components `ids` of `kind`, if one states its time."""
    found = [
        RoundStep(component.id, time)
        for component in facts.of_kind(kind)
        if component.id in ids and (time := time_taken(component, name))
    ]
    return tuple(sorted(found, key=lambda step: (-step.time.low, step.id))[:1])


def _starts(facts: Facts, trainer: Component) -> Iterator[tuple[Path, Quantity]]:
    """Give how often `trainer` starts, wherever that is said: at its models, at it."""
    trainers = facts.of_kind("trainer")
    for id, model in facts.design.models.items():
        is_its = model.trained_by == trainer.id or (
            model.trained_by is None and len(trainers) == 1
        )
        if is_its and model.retrain and model.retrain.every:
            yield ("models", id, "retrain", "every"), model.retrain.every
    if interval := trainer.quantity("interval"):
        yield ("components", trainer.id, "interval"), interval
