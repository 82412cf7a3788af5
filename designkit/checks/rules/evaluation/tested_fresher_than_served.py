"""DK418 tested-fresher-than-served."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.lag import Lag, LagOfTest, lags_of_tests
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.bounds import ROUNDING
from designkit.quantities.durations import DAY, YEAR
from designkit.quantities.writing import shown_duration


@rule("DK418", Severity.INFO, keys=("datasets.*.gap",))
def tested_fresher_than_served(facts: Facts) -> Iterator[Finding]:
    """A model should also be tested as long after its training data as it serves.

    The gate looks at the fortnight after the training data. Until the model serves, its
    labels have been waited for, joined, learnt, judged and watched, and then it stays
    until the next one: what it meets is a month away from what it knows. Where the
    world moves, the gate promises a recall that no customer sees, and the worth of a
    fresher model is never measured.

    It asks where both figures can be computed: a set that lies after the training data
    and states its `gap`, and a model whose labels, run and interval are stated.

    Bad:
    ```yaml
    components:
      dataset: {kind: dataset-builder, runtime: 2 h}
      train: {kind: trainer, runtime: 3 h}
    models:
      scorer: {trained-by: train, datasets: payments, retrain: {every: 7 d}}
    datasets:
      payments: {built-by: dataset, split: time, lookback: 118 d, youngest: 28 d}
      fortnight:
        built-by: dataset
        split: time
        lookback: 28 d
        youngest: 14 d
        gap: 0 d                                    # <- 0 to 14 d, and serves at 28
    ```

    Good:
    ```yaml
    components:
      dataset: {kind: dataset-builder, runtime: 2 h}
      train: {kind: trainer, runtime: 3 h}
    models:
      scorer: {trained-by: train, datasets: payments, retrain: {every: 7 d}}
    datasets:
      payments: {built-by: dataset, split: time, lookback: 118 d, youngest: 28 d}
      fortnight:
        built-by: dataset
        split: time
        lookback: 28 d
        youngest: 14 d
        gap: 0 d
      fortnight-of-an-older-release:
        built-by: dataset
        split: time
        lookback: 28 d
        youngest: 14 d
        gap: 28 d
    ```

    Fix: Score the newest labelled days also with the release, or the recipe, that is
    older by the time that lies between training and service, and state that as the
    `gap` of the set; gate the loss between the two.

    Source: Hyndman and Athanasopoulos 2021, Forecasting: Principles and Practice,
    section 5.10, on testing at the horizon at which forecasts are used; Zinkevich,
    Rules of Machine Learning, rules 8 and 33.
    """
    tests = tuple(lags_of_tests(facts))
    for model in dict.fromkeys(test.model for test in tests):
        latest = max(
            (test for test in tests if test.model == model),
            key=lambda test: test.tested.last,
        )
        if latest.tested.last < latest.served.first * (1 - ROUNDING):
            yield Finding(
                ("datasets", latest.id, "gap"), _told(latest), rests_on=latest.rests_on
            )


def _told(test: LagOfTest) -> str:
    return (
        f"{test.id} tests {test.model} {_shown(test.tested)} after its training data "
        f"end; it serves {_shown(test.served)} after"
    )


def _shown(lag: Lag) -> str:
    """Write a lag, in whole days where it is some of them: ``29 to 36 d``."""
    if 2 * DAY <= lag.last <= YEAR:
        return f"{lag.first / DAY:.0f} to {lag.last / DAY:.0f} d"
    return f"{shown_duration(lag.first)} to {shown_duration(lag.last)}"
