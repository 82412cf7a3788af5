"""DK804 position-bias."""

from collections.abc import Iterator

from designkit.analysis.facts import Case, State, mentions
from designkit.checks.rule import Finding, Path, rule
from designkit.diagnostics import Severity

PLACE = ("position", "positions", "slot", "slots")
REMEDY = (*PLACE, "propensity", "propensities", "ips", "unbiased", "debiased")
CLICKS = ("click", "clicks", "clicked", "ctr")


def _applies(case: Case) -> bool:
    label = case.design.problem.label if case.design.problem else None
    return case.has("label-joiner") and not (label and label.method == "human")


@rule(
    "DK804",
    Severity.WARNING,
    applies=_applies,
    systems=("recommendation", "news-feed", "search-ranking", "ad-click-prediction"),
)
def position_bias(case: Case) -> Iterator[Finding]:
    """A ranking that learns from clicks should know where each click happened.

    The first place is clicked because it is first. A model that does not see the place
    takes this for merit and keeps at the top what was at the top. Given the place as a
    feature in training and a constant in serving, or with clicks weighted by the
    inverse of how often the place is looked at, it can tell one from the other. A
    place that was never logged cannot be brought back.

    Bad:
    ```yaml
    problem: {label: {name: click, method: natural}}
    components:
      app: {kind: client}
      rank: {kind: model-server}
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
      rank: {kind: model-server}
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
    if mentions(REMEDY, *_learning(case)):
        return
    place = case.logged(*PLACE)
    lack = "no place is logged" if place is State.ABSENT else "no model sees the place"
    yield Finding(
        _place(case, place),
        f"what is on top is clicked for being there, and {lack}",
        severity=Severity.ERROR if place is State.ABSENT and _clicks(case) else None,
        unstated=place is State.UNSTATED and not case.design.features,
    )


def _clicks(case: Case) -> bool:
    label = case.design.problem.label if case.design.problem else None
    return label is not None and mentions(CLICKS, label.name)


def _learning(case: Case) -> Iterator[str | None]:
    """Give what is said about how models learn: features, losses, datasets."""
    for id, feature in case.design.features.items():
        yield from (id, feature.name, feature.definition)
    for model in case.design.models.values():
        yield from (model.algorithm, model.loss, model.calibration)
    for dataset in case.design.datasets.values():
        yield dataset.note


def _place(case: Case, place: State) -> Path:
    if place is State.ABSENT:
        return (*case.place_of(*case.of_kind("prediction-log")), "fields")
    if case.design.features:
        return ("features",)
    return case.place_of(*case.of_kind("label-joiner"))
