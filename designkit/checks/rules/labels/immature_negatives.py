"""DK205 immature-negatives."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.training_set import TrainingSet, training_sets
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.formulas.maturity import mature_share
from designkit.model.learning import Dataset
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import TIMES, shown_count, shown_fraction

PHI = "\N{GREEK CAPITAL LETTER PHI}"
"""The distribution of a standard normal number; 1.645 is its 95th percentile."""

LEAST_KNOWN = 0.05
"""The part of the positives that has to be known for weights to make up the rest."""


def _knows_delay(facts: Facts) -> bool:
    return facts.outcomes.of_design.delay is not None


@rule(
    "DK205",
    Severity.WARNING,
    keys=(
        "problem.label.delay",
        "problem.labels.*.delay",
        "components.*.delay",
    ),
    applies=_knows_delay,
    tier_1=Severity.ERROR,
)
def immature_negatives(facts: Facts) -> Iterator[Finding]:
    """An example should be called negative only when its outcome has had time to come.

    What has not happened yet is not what does not happen. In a study of display ads
    about 35% of conversions came within an hour of the click and half of them within a
    day, the rest over up to a month: a model trained on yesterday takes half of its
    positives for negatives and bids, or trusts, accordingly. Waiting costs freshness;
    weights or a model of the delay cost work. One of the three it has to be.

    Bad:
    ```yaml
    problem:
      label: {name: conversion, delay: {p50: 1 d, p95: 20 d}}
    components:
      dataset: {kind: dataset-builder}
    datasets:
      clicks:
        built-by: dataset
        maturity: 1 d                                     # <- half are still to come
    ```

    Good:
    ```yaml
    problem:
      label: {name: conversion, delay: {p50: 1 d, p95: 20 d}}
    components:
      dataset: {kind: dataset-builder}
    datasets:
      clicks: {built-by: dataset, maturity: 20 d}
      clicks-fresh:
        built-by: dataset
        maturity: 1 d
        delayed-feedback: positives weigh 1 / share known at their age
    ```

    `maturity` says from which age on a label is final, `youngest` from which age on an
    example is taken; where both are stated the second decides.

    A correction can only weigh what is there: where less than one positive in twenty
    is known, each stands for more than twenty, and the few early ones are learnt.

    Fix: Wait until the 95th percentile of the delay, or correct for what is missing
    and say how (`delayed-feedback`), from an age at which a fair part is known.

    Source: Chapelle 2014, Modeling Delayed Feedback in Display Advertising (KDD),
    section 1.
    """
    for examples in training_sets(facts):
        dataset = facts.design.datasets.get(examples.id)
        p95 = facts.outcomes.of_dataset(examples.id).delay
        if p95 and dataset and examples.is_learnt:
            yield from _of_set(facts, examples, dataset, p95)


def _of_set(
    facts: Facts, examples: TrainingSet, dataset: Dataset, p95: Quantity
) -> Iterator[Finding]:
    taken = "youngest" if dataset.youngest else "maturity"
    path = ("datasets", examples.id, taken)
    wait = dataset.youngest or dataset.maturity
    if wait is None:
        message = (
            f"{examples.id} does not say from which age on it trusts a label; "
            f"95% are there after {p95}"
        )
        if not dataset.delayed_feedback:
            yield Finding(path, message, unstated=True)
    elif wait.high < p95.low:
        told = (_weighed if dataset.delayed_feedback else _early)(
            facts, examples, wait, p95
        )
        if told:
            yield Finding(path, told, rests_on=(wait, p95))


def _weighed(facts: Facts, examples: TrainingSet, wait: Quantity, p95: Quantity) -> str:
    """Say what each known positive stands for, where it is too much to correct."""
    p50 = _median(facts, examples, p95)
    known = mature_share(wait.high, p50.low, p95.low) if p50 else 1.0
    if known >= LEAST_KNOWN:
        return ""
    return (
        f"{examples.id} corrects for late outcomes, but after {wait} "
        f"{shown_fraction(known)} of the positives are known: each stands for "
        f"{shown_count(1 / known) if known else 'all'}"
    )


def _early(facts: Facts, examples: TrainingSet, wait: Quantity, p95: Quantity) -> str:
    """Say how much of the truth is known, where the median of the delay is stated."""
    message = f"{examples.id} calls negative what has no outcome after {wait}"
    p50 = _median(facts, examples, p95)
    if p50 is None:
        return f"{message}; 95% of the outcomes take up to {p95}"
    known = shown_fraction(mature_share(wait.high, p50.low, p95.low))
    return (
        f"{message}, when {known} of the positives are known: {PHI}(1.645 {TIMES} "
        f"ln({wait} / {p50}) / ln({p95} / {p50}))"
    )


def _median(facts: Facts, examples: TrainingSet, p95: Quantity) -> Quantity | None:
    """Return the median of the delay of which `p95` is the 95th percentile."""
    known = facts.outcomes.of_dataset(examples.id).all
    spreads = (spread for outcome in known for spread in outcome.spreads)
    return next((spread.p50 for spread in spreads if spread.p95 == p95), None)
