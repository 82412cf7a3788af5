"""DK203 feature-after-outcome."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.writing import listed

MOST_NAMED = 3


@rule("DK203", Severity.ERROR)
def feature_after_outcome(facts: Facts) -> Iterator[Finding]:
    """A feature should be known when the prediction is made.

    A column that is filled in after the outcome carries the answer: refunds in a fraud
    model, time to delivery in a delay model, a dunning level in a credit model. The
    offline metric jumps, which is the sign to look for, and at the moment of the
    decision the column is empty.

    Bad:
    ```yaml
    components:
      score: {kind: model-server}
    features:
      refunds:
        available-at: after                               # <- part of the answer
      amount: {available-at: request}
    ```

    Good:
    ```yaml
    components:
      score: {kind: model-server}
    features:
      earlier-refunds: {available-at: before, window: 90 d}
      amount: {available-at: request}
    ```

    Fix: Cut the feature at the time of the prediction, or drop it.

    Source: Kaufman, Rosset, Perlich and Stitelman 2012, Leakage in Data Mining:
    Formulation, Detection, and Avoidance (ACM TKDD 6, 4).
    """
    unsaid: list[str] = []
    for id, feature in facts.design.features.items():
        if feature.available_at == "after":
            message = f"{id} is known only after the outcome that it helps to predict"
            yield Finding(("features", id, "available-at"), message)
        stated = facts.state("features", id, "available-at") is not State.UNSTATED
        if not stated and feature.online_by is None:
            unsaid.append(id)
    if unsaid:
        few = len(unsaid) <= MOST_NAMED
        names = listed(unsaid) if few else f"{len(unsaid)} features"
        message = f"nothing says when the value of {names} is known"
        path = ("features", unsaid[0])
        yield Finding(path, message, unstated=True, severity=Severity.WARNING)
