"""DK429 effect-judged-as-outcome."""

import re
from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.stated import gates, offline_metrics
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.writing import listed

EFFECT = "effect"
"""What a model gives that says what an action changes."""

OF_OUTCOMES = re.compile(
    r"\b(roc|auc|auroc|auprc|accuracy|precision|recall|f1|log-?loss|log loss|brier|"
    r"gini|kolmogorov|ks|rmse|mae|mse|calibration|ece|cross-entropy)\b"
)
"""Metrics that compare a score with what happened to one case."""

OF_EFFECTS = re.compile(
    r"qini|auuc|uplift|effect|treat|control|increment|additional|policy|causal"
)
"""What speaks of the difference that an action makes."""


@rule("DK429", Severity.WARNING, keys=("models.*.output", "models.*.heads"))
def effect_judged_as_outcome(facts: Facts) -> Iterator[Finding]:
    """A model of an effect should be judged by effects, not by outcomes.

    Nobody has both an outcome with the letter and one without it, so no row says how
    large the effect on one person was. What says how well scores match outcomes, such
    as AUC or log-loss, is best for a model that finds who would buy anyway, and that is
    the model that an effect was to replace. Effects show in groups: sort the people of
    a random test by score, and compare treated with untreated in each part (Qini, the
    area under the uplift curve, uplift in the top tenth), or add up what the choice by
    that score would have brought.

    It speaks only where every stated metric and gate is one of outcomes.

    Bad:
    ```yaml
    components:
      fit: {kind: trainer}
    models:
      gain: {trained-by: fit, output: effect}
    evaluation:
      metrics: [ROC-AUC, log-loss]                  # <- who buys, not whom it moves
    ```

    Good:
    ```yaml
    components:
      fit: {kind: trainer}
    models:
      gain: {trained-by: fit, output: effect}
    evaluation:
      metrics: [Qini coefficient, uplift in the top tenth, log-loss]
    ```

    Fix: Keep back a randomised test set, and gate by Qini, by the uplift of those whom
    the model would choose, or by the value of the choice against the baseline.

    Source: Radcliffe 2007, Using Control Groups to Target on Predicted Lift, Direct
    Marketing Analytics Journal; Gutierrez and Gérardy 2017, Causal Inference and Uplift
    Modelling: A Review of the Literature, PMLR 67.
    """
    stated = offline_metrics(facts)
    said = [text.lower() for text in (*stated.texts, *gates(facts).texts)]
    if not stated.texts or not all(map(_is_of_outcomes, said)):
        return
    for id, model in facts.design.models.items():
        if EFFECT in model.outputs:
            names = listed(dict.fromkeys(stated.texts))
            message = f"{id} gives an effect, and it is judged by outcomes: {names}"
            yield Finding(stated.path, message)


def _is_of_outcomes(text: str) -> bool:
    return bool(OF_OUTCOMES.search(text)) and not OF_EFFECTS.search(text)
