"""DK402 roc-only."""

import re
from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.stated import POSITIVE_RATES, offline_metrics, positive_rate
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.writing import shown_fraction

RARE = 0.01
"""Below this share of positives, a good ROC curve may hide a useless precision."""

RECALL, FALSE_ALARMS = 0.9, 0.01
"""A point on a ROC curve of area 0.995, if scores are normal in both classes."""

SILENT = r"\baccuracy\b|calibration|\bece\b|latency|\bp99\b"
"""Metrics that do not say how well positives are told from negatives."""


@rule(
    "DK402",
    Severity.WARNING,
    keys=POSITIVE_RATES,
    applies=lambda facts: positive_rate(facts) is not None,
)
def roc_only(facts: Facts) -> Iterator[Finding]:
    """A model of rare outcomes should be judged by more than its ROC curve.

    The ROC curve divides false alarms by the number of negatives, and there are so
    many of these that a flood of alarms looks like nothing. With one positive in a
    thousand, a model that finds 90% of them at a false positive rate of 1% has an area
    of 0.995 under its curve, and eleven of twelve alarms are still false.

    Bad:
    ```yaml
    components:
      score: {kind: model-server, role: classify}
    problem:
      label: {name: chargeback, positive-rate: 0.1%}
      metrics:
        offline: [ROC-AUC]   # <- precision may be 8%
    ```

    Good:
    ```yaml
    components:
      score: {kind: model-server, role: classify}
    problem:
      label: {name: chargeback, positive-rate: 0.1%}
      metrics:
        offline: [PR-AUC, recall at 0.1% FPR, ROC-AUC]
    ```

    Fix: Add PR-AUC and the precision or recall at the point where the system works,
    such as the number of alerts that people can look at.

    Source: Saito and Rehmsmeier 2015, The Precision-Recall Plot Is More Informative
    than the ROC Plot When Evaluating Binary Classifiers on Imbalanced Datasets, PLOS
    ONE 10(3); Davis and Goadrich 2006, The Relationship Between Precision-Recall and
    ROC Curves, ICML.
    """
    rate, stated = positive_rate(facts), offline_metrics(facts)
    judging = [m for m in stated.texts if not re.search(SILENT, m.lower())]
    if rate and rate.high < RARE and judging and all(map(_is_roc, judging)):
        precision = shown_fraction(round(_precision(rate.value), 2))
        yield Finding(
            stated.path,
            f"{judging[0]} stands alone with {rate} positives: "
            f"an area of 0.995 may mean a precision of {precision}",
        )


def _is_roc(metric: str) -> bool:
    words = re.findall("[a-z]+", metric.lower())
    is_area = not {"roc", "auc", "auroc", "rocauc"}.isdisjoint(words)
    return is_area and {"pr", "precision", "recall"}.isdisjoint(words)


def _precision(rate: float) -> float:
    """Return the part of the alarms that are right, by Bayes' rule."""
    hits = rate * RECALL
    return hits / (hits + (1 - rate) * FALSE_ALARMS)
