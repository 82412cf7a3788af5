"""DK707 age-over-limit."""

from collections.abc import Iterator
from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.analysis.promises import promises_about
from designkit.analysis.renewal import Time, least_sum, renewal_of
from designkit.checks.rule import Finding, Path, rule
from designkit.diagnostics import Severity
from designkit.quantities.bounds import ROUNDING
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import shown_duration


@dataclass(frozen=True, slots=True)
class Aging:
    """A model with all that its age is surely made of, and the age that is allowed."""

    id: str
    times: tuple[Time, ...]
    limit: Quantity
    limit_path: Path

    @property
    def age(self) -> float:
        """Seconds from the start of its training to its replacement, at least."""
        return least_sum(self.times)


@rule(
    "DK707", Severity.ERROR, keys=("models",), applies=lambda facts: any(_agings(facts))
)
def age_over_limit(facts: Facts) -> Iterator[Finding]:
    """A model should be replaced before it is older than allowed.

    Just before the next model is out, the one in service is as old as a whole interval
    and the whole run that made it: examples joined, model fitted, calibrated, judged,
    watched on its first traffic. If that is more than the age at which an alarm goes
    off, the alarm goes off in every round, though nothing has failed, and within a
    month nobody reads it.

    The age of a model counts from the start of its training, and that is what a limit
    is about: it finds runs that fail. What the model knows is older, since its youngest
    example has waited for its label: with chargebacks of 28 days, a model of yesterday
    knows nothing of this month. A shorter interval does not change that; weights for
    young examples do.

    Of several components of a kind the slowest counts, and the bake of a deployer only
    if the model cannot come into service past it. A limit of the model's own, or
    a promise of freshness that names it, counts before that of the trigger that starts
    its training.

    Bad:
    ```yaml
    components:
      dataset: {kind: dataset-builder, runtime: 2 h}
      train: {kind: trainer, runtime: 3 h}
      deploy: {kind: deployer, bake: 12 h}
    flows:
      batches:
        - dataset -> train: dataset
      control:
        - train -> deploy: model
    models:
      scorer:
        trained-by: train
        retrain:
          every: 7 d
          max-age: 7 d        # <- 7 d 17 h in every round
    ```

    Good:
    ```yaml
    components:
      dataset: {kind: dataset-builder, runtime: 2 h}
      train: {kind: trainer, runtime: 3 h}
      deploy: {kind: deployer, bake: 12 h}
    flows:
      batches:
        - dataset -> train: dataset
      control:
        - train -> deploy: model
    models:
      scorer: {trained-by: train, retrain: {every: 7 d, max-age: 21 d}}
    ```

    Fix: Train more often, shorten the run (warm start, incremental examples, a shorter
    bake on more traffic), or allow two to four intervals, so that one failed run is no
    alarm and the second is.

    Source: Breck et al. 2017, The ML Test Score, Model 4 and Monitor 4; Zinkevich,
    Rules of Machine Learning, rule 8.
    """
    for aging in _agings(facts):
        if aging.age > aging.limit.high * (1 + ROUNDING):
            yield Finding(
                aging.limit_path,
                f"{aging.id} is at least {shown_duration(aging.age)} old when the next "
                f"one replaces it, and {aging.limit} are allowed: "
                f"{' + '.join(map(str, aging.times))}",
                related=tuple(_related(aging)),
            )


def _agings(facts: Facts) -> Iterator[Aging]:
    for id in facts.design.models:
        times = renewal_of(id, facts.graph).surely
        limits = [*_own_limit(facts, id)] or [*_limits_of_triggers(facts, id)]
        if times and limits:
            path, limit = min(limits, key=lambda item: item[1].high)
            yield Aging(id, times, limit, path)


def _own_limit(facts: Facts, id: str) -> Iterator[tuple[Path, Quantity]]:
    retrain = facts.design.models[id].retrain
    if retrain and retrain.max_age:
        yield ("models", id, "retrain", "max-age"), retrain.max_age
    for promise in promises_about(facts.design, (id,)):
        yield promise.path, promise.limit


def _limits_of_triggers(facts: Facts, id: str) -> Iterator[tuple[Path, Quantity]]:
    """Give the limits of the triggers that start the training of the model `id`."""
    trainer = facts.design.models[id].trained_by
    for trigger in facts.of_kind("retrain-trigger"):
        limit = trigger.quantity("max-model-age")
        if limit and trainer in facts.descendants((trigger.id,), "trigger"):
            yield ("components", trigger.id, "max-model-age"), limit


def _related(aging: Aging) -> Iterator[tuple[Path, str]]:
    longest = max(aging.times, key=lambda time: time.least)
    yield longest.path, "the largest part of it"
