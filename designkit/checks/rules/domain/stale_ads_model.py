"""DK834 stale-ads-model."""

from collections.abc import Iterator
from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.analysis.renewal import Renewal, least_sum, renewal_of
from designkit.checks.rule import Finding, Path, rule
from designkit.diagnostics import Severity
from designkit.quantities.bounds import ROUNDING
from designkit.quantities.durations import DAY
from designkit.quantities.writing import shown_duration


@dataclass(frozen=True, slots=True)
class Learner:
    """A model that is trained here, and how it is made anew."""

    id: str
    renewal: Renewal

    @property
    def age(self) -> float:
        """Seconds since the youngest example that it has learnt, at least."""
        return least_sum(self.renewal.surely_learnt)

    @property
    def waits_long(self) -> bool:
        """Whether its examples are older than a day when their label is there."""
        wait = self.renewal.least_wait
        return bool(wait and wait.least > DAY)

    @property
    def sum_of(self) -> str:
        """What its age is made of."""
        return " + ".join(map(str, self.renewal.surely_learnt))

    @property
    def path(self) -> Path:
        """Where the largest part of its age stands."""
        times = self.renewal.surely_learnt
        return max(times, key=lambda time: time.least).path


@rule(
    "DK834",
    Severity.WARNING,
    keys=("models",),
    applies=lambda facts: bool(_learners(facts)),
    kinds=("auction",),
)
def stale_ads_model(facts: Facts) -> Iterator[Finding]:
    """A model of clicks should know the campaigns that began yesterday.

    Ads live for days. A creative that began this morning has no history, and until a
    model has learnt from its first clicks it is priced like the average of its kind:
    the good one too low to win, the bad one too high, and the advertiser pays for
    either. With a model whose youngest example is two days old that is the state of
    every campaign in its first two days, often half of its life.

    What counts is the age of what the model knows: the wait for the label, the jobs
    that bring it, the run and the time until the next one. Where the label itself takes
    longer than a day, a short interval does not help, and nothing is said. A model that
    waits longer than a day for its examples, beside others that do not, learns another
    outcome, such as conversions, and is left out.

    Bad:
    ```yaml
    problem: {label: {name: click, window: 10 min}}
    components:
      bids: {kind: auction}
      train:
        kind: trainer
        interval: 1 d                               # <- 28 h after a click
        runtime: 4 h
    models:
      ctr: {trained-by: train, datasets: clicks}
    datasets:
      clicks: {maturity: 10 min}
    ```

    Good:
    ```yaml
    problem: {label: {name: click, window: 10 min}}
    components:
      bids: {kind: auction}
      train: {kind: trainer, interval: 1 h, runtime: 20 min}
    models:
      ctr: {trained-by: train, datasets: clicks}
    datasets:
      clicks: {maturity: 10 min}
    ```

    Fix: Train each hour from the last model on the examples of that hour, or online;
    put what changes fastest (clicks by ad) into features that a stream keeps up.

    Source: He et al. 2014, Practical Lessons from Predicting Clicks on Ads at Facebook,
    section 3.2, on data freshness; McMahan et al. 2013, Ad Click Prediction: a View
    from the Trenches, KDD.
    """
    for learner in _asked(_learners(facts)):
        if learner.age > DAY * (1 + ROUNDING):
            yield Finding(
                learner.path,
                f"{learner.id} knows nothing of the last "
                f"{shown_duration(learner.age)} when the next one replaces it: "
                f"{learner.sum_of}; campaigns change within the day",
            )


def _learners(facts: Facts) -> tuple[Learner, ...]:
    return tuple(
        Learner(id, renewal_of(id, facts.graph))
        for id, model in facts.design.models.items()
        if model.trained_by and not _label_is_late(facts, id)
    )


def _asked(learners: tuple[Learner, ...]) -> tuple[Learner, ...]:
    """Return those that learn the label of the problem, for all that can be told.

    Where all of them wait long, it is the one that waits least.
    """
    soon = tuple(learner for learner in learners if not learner.waits_long)
    return soon or (min(learners, key=lambda learner: learner.age),)


def _label_is_late(facts: Facts, model: str) -> bool:
    """Whether the outcome that a model learns, or may learn, takes more than a day."""
    known = facts.outcomes.of_model(model).all
    delays = (it for label in known for it in (label.label.window, label.delay))
    return any(delay.low > DAY for delay in delays if delay)
