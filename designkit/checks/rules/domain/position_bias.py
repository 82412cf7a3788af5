"""DK804 position-bias."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.stakes import chooses_among_items
from designkit.analysis.training_set import TrainingSet, training_sets
from designkit.checks.rule import Finding, Path, rule
from designkit.diagnostics import Severity
from designkit.quantities.quantity import Quantity

PLACE = ("position", "positions", "slot", "slots")
"""Names of the field of a log that says where something was shown."""


def _applies(facts: Facts) -> bool:
    if facts.outcomes.of_design.is_judged:
        return False
    shown = _shown(facts)
    if shown and shown.high <= 1:
        return False
    return facts.has("label-joiner") and chooses_among_items(facts)


def _shown(facts: Facts) -> Quantity | None:
    """Return how many items are left at the end of the funnel, if one is stated."""
    workload = facts.design.workload
    funnel = workload.funnel.values() if workload else ()
    return min(funnel, key=lambda stage: stage.high, default=None)


@rule(
    "DK804",
    Severity.WARNING,
    kinds=("label-joiner",),
    applies=_applies,
)
def position_bias(facts: Facts) -> Iterator[Finding]:
    """A ranking that learns from clicks should know where each click happened.

    The first place is clicked because it is first. A model that does not see the place
    takes this for merit and keeps at the top what was at the top. Given the place as a
    feature in training and a constant in serving, or with clicks weighted by the
    inverse of how often the place is looked at, it can tell one from the other. A
    place that was never logged cannot be brought back. Where the `funnel` of the
    workload ends with one item, there is no second place.

    A log keeps the place if one of its `fields` is a `position` or a `slot`. That it
    is made up for is said under `position-bias` of a dataset, or by a feature that
    such a log gives in training and that has a `default` in serving.

    Bad:
    ```yaml
    problem: {label: {name: click, method: natural}}
    components:
      app: {kind: client}
      rank: {kind: model-server, role: rank}
      shown:
        kind: prediction-log
        fields: [prediction id, score]              # <- where was it?
      join: {kind: label-joiner}
    ```

    Good:
    ```yaml
    problem: {label: {name: click, method: natural}}
    components:
      app: {kind: client}
      rank: {kind: model-server, role: rank}
      shown: {kind: prediction-log, fields: [prediction id, score, position]}
      join: {kind: label-joiner}
    datasets:
      views: {position-bias: a feature in training and the first place in serving}
    ```

    Fix: Log the position of everything shown. Train with it as a feature that is fixed
    in serving or as a shallow tower, or weight clicks by inverse propensity; say which
    under `position-bias` of the dataset.

    Source: Joachims, Swaminathan and Schnabel 2017, Unbiased Learning-to-Rank with
    Biased Feedback; Zhao et al. 2019, Recommending What Video to Watch Next; Zinkevich,
    Rules of Machine Learning, rule 36.
    """
    place, sets = facts.logged(*PLACE), _learnt(facts)
    states = {examples.state("position-bias") for examples in sets}
    if place is not State.ABSENT and (State.PRESENT in states or _is_fixed(facts)):
        return
    is_lost = place is State.ABSENT
    lack = "no place is logged" if is_lost else "nothing says how that is made up for"
    yield Finding(
        _place(facts, sets, is_lost=is_lost),
        f"what is on top is clicked for being there, and {lack}",
        unstated=not is_lost and State.ABSENT not in states,
    )


def _learnt(facts: Facts) -> tuple[TrainingSet, ...]:
    """Return the stated datasets from which a model learns."""
    known = facts.design.datasets
    return tuple(it for it in training_sets(facts) if it.id in known and it.is_learnt)


def _is_fixed(facts: Facts) -> bool:
    """Whether a model learns what the log kept, and serving gives it a constant."""
    logs = {log.id for log in facts.of_kind("prediction-log")}
    features = facts.design.features.values()
    return any(it.offline_by in logs and it.default for it in features)


def _place(facts: Facts, sets: tuple[TrainingSet, ...], *, is_lost: bool) -> Path:
    if is_lost:
        return (*facts.place_of(*facts.of_kind("prediction-log")), "fields")
    if sets:
        return ("datasets", *(it.id for it in sets if len(sets) == 1))
    return facts.place_of(*facts.of_kind("label-joiner"))
