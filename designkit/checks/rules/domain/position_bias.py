"""DK804 position-bias."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State, mentions
from designkit.analysis.stakes import chooses_among_items
from designkit.checks.rule import Finding, Path, rule
from designkit.diagnostics import Severity
from designkit.quantities.quantity import Quantity

PLACE = ("position", "positions", "slot", "slots")
CONSTANT = (*PLACE, "place")
"""What the value of a feature names that is the same for all that is ranked."""

REMEDY = (*PLACE, "propensity", "propensities", "ips", "unbiased", "debiased")
CLICKS = ("click", "clicks", "clicked", "ctr")


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
    funnel = tuple(workload.funnel.values()) if workload else ()
    return funnel[-1] if funnel else None


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
    features:
      position: {entity: request, default: first place, available-at: request}
    ```

    Fix: Log the position of everything shown. Train with it as a feature that is fixed
    in serving or as a shallow tower, or weight clicks by inverse propensity.

    Source: Joachims, Swaminathan and Schnabel 2017, Unbiased Learning-to-Rank with
    Biased Feedback; Zhao et al. 2019, Recommending What Video to Watch Next; Zinkevich,
    Rules of Machine Learning, rule 36.
    """
    place = facts.logged(*PLACE)
    if place is not State.ABSENT and _makes_up(facts):
        return
    lack = "no place is logged" if place is State.ABSENT else "no model sees the place"
    yield Finding(
        _place(facts, place),
        f"what is on top is clicked for being there, and {lack}",
        severity=Severity.ERROR if place is State.ABSENT and _clicks(facts) else None,
        unstated=place is State.UNSTATED and not facts.design.features,
    )


def _clicks(facts: Facts) -> bool:
    return any(mentions(CLICKS, it.label.name) for it in facts.outcomes.all)


def _makes_up(facts: Facts) -> bool:
    """Whether a model learns the place, and is given one when it serves, or weights."""
    features = facts.design.features.values()
    logs = {log.id for log in facts.of_kind("prediction-log")}
    logged = any(it.offline_by in logs and it.default for it in features)
    named = mentions(CONSTANT, *(feature.default for feature in features))
    return logged or named or mentions(REMEDY, *_learning(facts))


def _learning(facts: Facts) -> Iterator[str | None]:
    """Give what is said about how models learn: features, losses, datasets."""
    for feature in facts.design.features.values():
        yield from (feature.name, feature.definition)
    for model in facts.design.models.values():
        yield from (model.algorithm, model.loss, model.calibration)
    for dataset in facts.design.datasets.values():
        yield dataset.note


def _place(facts: Facts, place: State) -> Path:
    if place is State.ABSENT:
        return (*facts.place_of(*facts.of_kind("prediction-log")), "fields")
    if facts.design.features:
        return ("features",)
    return facts.place_of(*facts.of_kind("label-joiner"))
