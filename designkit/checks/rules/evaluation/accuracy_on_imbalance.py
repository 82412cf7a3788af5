"""DK401 accuracy-on-imbalance."""

import re
from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.stated import POSITIVE_RATES, offline_metrics, positive_rates
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import shown_fraction

RARE = 0.05
"""Below this share, a class is too rare for accuracy to say anything."""


def _writes(facts: Facts) -> bool:
    """Whether all models are language models of others that answer people in words.

    Their accuracy is the part of right answers; what is rare is what people do next.
    """
    clients = {client.id for client in facts.of_kind("client")}
    given = facts.descendants([a.id for a in facts.of_kind("agent")], "response")
    return facts.trains_nothing and not clients.isdisjoint(given)


@rule(
    "DK401",
    Severity.ERROR,
    keys=POSITIVE_RATES,
    applies=lambda facts: bool(positive_rates(facts)) and not _writes(facts),
)
def accuracy_on_imbalance(facts: Facts) -> Iterator[Finding]:
    """A model of rare outcomes should not be judged by its accuracy.

    Where one payment in a thousand is fraud, a model that never finds any is right in
    99.9% of all cases. Accuracy counts the common class and hardly sees the rare one,
    so a candidate that finds half of all frauds may score lower than one that finds
    none. The metric named first is the one by which candidates are compared.

    Where rented language models answer people in words, accuracy is the part of answers
    that are right, and is not meant.

    Bad:
    ```yaml
    components:
      score: {kind: model-server, role: classify}
    problem:
      label: {name: chargeback, positive-rate: 0.1%}
      metrics:
        offline: [accuracy, PR-AUC]   # <- nobody is a thief: 99.9%
    evaluation:
      metrics: [accuracy]
    ```

    Good:
    ```yaml
    components:
      score: {kind: model-server, role: classify}
    problem:
      label: {name: chargeback, positive-rate: 0.1%}
      metrics:
        offline: [PR-AUC, recall at 0.1% FPR]
    evaluation:
      metrics: [PR-AUC, precision at review capacity]
    ```

    Fix: Judge by PR-AUC, by recall at a fixed precision or false positive rate, or by
    cost; keep accuracy out of the first place.

    Source: Provost, Fawcett and Kohavi 1998, The Case against Accuracy Estimation for
    Comparing Induction Algorithms, ICML; He and Garcia 2009, Learning from Imbalanced
    Data, IEEE TKDE 21(9), section 4.
    """
    rates = positive_rates(facts)
    if rates and all(map(_is_lopsided, rates)):
        rate = rates[0]
        places = [p for p, m in offline_metrics(facts).places if _is_accuracy(m[0])]
        for path in places[:1]:
            also = tuple((other, "and here") for other in places[1:])
            yield Finding(path, _message(rate.value, str(rate)), related=also)


def _is_lopsided(rate: Quantity) -> bool:
    return rate.high < RARE or round(rate.low, 9) > 1 - RARE


def _is_accuracy(metric: str) -> bool:
    return bool(re.search(r"(?<!balanced )\baccuracy\b", metric.lower()))


def _message(rate: float, written: str) -> str:
    answer = "no" if rate < RARE else "yes"
    right = shown_fraction(max(rate, 1 - rate))
    return (
        f"accuracy comes first with {written} positives: "
        f"always saying {answer} is right in {right} of cases"
    )
