"""DK216 few-positives."""

from collections.abc import Iterator
from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.analysis.stated import positive_rate
from designkit.analysis.training_set import TrainingSet, training_sets
from designkit.checks.rule import Finding, Path, rule
from designkit.diagnostics import Severity
from designkit.estimates.formulas.maturity import sampled_rate
from designkit.quantities.bounds import ROUNDING, capped
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import TIMES, shown_count, shown_fraction

LEAST = 1000
"""Positive examples below which even the measurement is too coarse to steer by."""

PER_FEATURE = 10
"""Positive examples for each feature below which a fitted weight is mostly chance."""


@dataclass(frozen=True, slots=True)
class Positives:
    """The positive examples of a training set, with what they are counted from."""

    id: str
    path: Path
    examples: Quantity
    rate: float
    arithmetic: str
    features: float

    @property
    def count(self) -> float:
        """How many there are at most."""
        return capped(self.examples.high * self.rate)

    @property
    def needed(self) -> float:
        """How many there should be, for all that is stated."""
        return max(LEAST, PER_FEATURE * capped(self.features))


@rule("DK216", Severity.WARNING, applies=lambda facts: any(_counted(facts)))
def few_positives(facts: Facts) -> Iterator[Finding]:
    """A training set should have positive examples enough for what it is to teach.

    A million examples at 1 positive in 10,000 are a hundred positives: the rest says
    the same thing a million times. With ten of them for each feature a simple model
    begins to be stable, a forest needs many times that. And of a thousand a tenth is
    held out to judge it, so that a recall of 80% is known to eight points: no gate can
    tell a better model from a luckier one.

    Counted are the examples and positive-rate of a dataset; where it does not state
    them, the examples of the workload (of the only dataset) and the natural rate of the
    label, made up for the negatives that are left out.

    Bad:
    ```yaml
    problem:
      label: {name: chargeback, positive-rate: 0.01%}
    workload: {features: 300}
    components:
      dataset: {kind: dataset-builder}
      train: {kind: trainer}
    datasets:
      payments:
        built-by: dataset
        examples: 2 M                                     # <- 200 positives
    ```

    Good:
    ```yaml
    problem:
      label: {name: chargeback, positive-rate: 0.01%}
    workload: {features: 30}
    components:
      dataset: {kind: dataset-builder}
      train: {kind: trainer}
    datasets:
      payments: {built-by: dataset, examples: 20 M}
    ```

    Fix: Look back further, keep all positives and sample only negatives, learn from a
    more frequent sign of the same thing (with its own bias), or take fewer features and
    a simpler model.

    Source: Peduzzi et al. 1996, A Simulation Study of the Number of Events per Variable
    in Logistic Regression Analysis, Journal of Clinical Epidemiology 49(12); van der
    Ploeg, Austin and Steyerberg 2014, Modern Modelling Techniques Are Data Hungry, BMC
    Medical Research Methodology 14.
    """
    for found in _counted(facts):
        if found.count < found.needed * (1 - ROUNDING):
            yield Finding(found.path, _told(found))


def _counted(facts: Facts) -> Iterator[Positives]:
    learnt = [item for item in training_sets(facts) if item.is_learnt]
    for item in learnt:
        examples, path = item.said.examples, item.place("examples")
        load = facts.design.workload
        if examples is None and load and len(learnt) == 1:
            examples, path = load.examples, ("workload", "examples")
        rate = _rate(facts, item)
        if examples and rate:
            yield Positives(item.id, path, examples, *rate, _features(facts, item))


def _rate(facts: Facts, item: TrainingSet) -> tuple[float, str] | None:
    """Return the share of positives at most, and how it is known."""
    if said := item.said.positive_rate:
        return said.high, str(said)
    natural, kept = _natural(facts, item), item.said.negative_rate
    if natural is None or not 0 <= natural.high <= 1:
        return None
    if kept is None or not 0 < kept.low < 1:
        return natural.high, str(natural)
    seen = sampled_rate(natural.high, kept.low)
    shown = shown_fraction(round(seen, 4))
    return seen, f"{shown} ({natural} where {kept} of the negatives are kept)"


def _natural(facts: Facts, item: TrainingSet) -> Quantity | None:
    """Return how frequent the rarest of its labels is; of what may be any, the most."""
    known = facts.outcomes.of_dataset(item.id)
    rates = [rate for it in known.all if (rate := it.positive_rate)]
    if not known.sure:
        return positive_rate(facts)
    return min(rates, key=lambda rate: rate.high, default=None)


def _features(facts: Facts, item: TrainingSet) -> float:
    """Return how many features its models read at least: one a family, if unsaid."""
    load = facts.design.workload
    counts = [feature.count for _, feature in item.features]
    stated = load.features.low if load and load.features else 0.0
    return sum(c.low if c else 1.0 for c in counts) if counts else stated


def _told(found: Positives) -> str:
    counted = (
        f"{found.id} has {shown_count(found.count)} positive examples "
        f"({found.examples} {TIMES} {found.arithmetic})"
    )
    if found.needed > LEAST:
        each = f"{PER_FEATURE} for each of {shown_count(found.features)} features"
        return f"{counted}, fewer than {each}: {shown_count(found.needed)}"
    return f"{counted}, fewer than {LEAST:,}: too few to learn from and to judge by"
