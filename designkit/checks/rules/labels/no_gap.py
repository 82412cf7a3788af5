"""DK221 no-gap."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.lag import label_wait, longest_gaps
from designkit.analysis.splitting import is_told_by_people
from designkit.analysis.training_set import TrainingSet, training_sets
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.bounds import ROUNDING
from designkit.quantities.quantity import Quantity


def _splits_in_time(facts: Facts) -> bool:
    return any("time" in examples.said.split for examples in training_sets(facts))


@rule(
    "DK221",
    Severity.WARNING,
    keys=("datasets.*.split", "components.*.split"),
    applies=_splits_in_time,
)
def no_gap(facts: Facts) -> Iterator[Finding]:
    """Between training and test there should be a gap as long as labels take.

    The label of the last day of training is settled a week later. If the test begins on
    the next day, the model has been told, through that label, what happened in the week
    on which it is tested. In service it knows nothing of it: the day after the last
    settled label is a week ago. The test flatters every model, and flatters most the
    one that learns the newest.

    It asks where a set from which a model learns is split in time and its labels take
    time; not where people give them, who say what is there. Windows of features need no
    gap: they look back in service too. The gap may stand at the set itself or at one
    that only judges, such as a backtest of an older release.

    Bad:
    ```yaml
    components:
      dataset: {kind: dataset-builder}
    datasets:
      trips:
        built-by: dataset
        split: time
        maturity: 7 d
        gap: 1 d                                          # <- six days are known
    ```

    Good:
    ```yaml
    components:
      dataset: {kind: dataset-builder}
    datasets:
      trips: {built-by: dataset, split: time, maturity: 7 d, gap: 7 d}
    ```

    Fix: Leave out of training what lies less than the wait for labels before the test
    (purging, an embargo), or test on the newest days the release that is as much older;
    state it as `gap`.

    Source: Lopez de Prado 2018, Advances in Financial Machine Learning, section 7.4, on
    purging and embargo; Hyndman and Athanasopoulos 2021, Forecasting: Principles and
    Practice, section 5.10.
    """
    sets = training_sets(facts)
    gaps = longest_gaps(sets)
    for examples in sets:
        wait = _wait(facts, examples)
        if wait is None:
            continue
        longest = gaps.get(examples.id)
        if longest is None:
            message = (
                f"{examples.id} does not say what gap lies between training and test; "
                f"its labels take {wait}"
            )
            yield Finding(_place(examples), message, unstated=True)
        elif longest.high < wait.low * (1 - ROUNDING):
            message = (
                f"{examples.id} is tested {longest} after its training data end, and "
                f"its labels take {wait}: the last of them tell of the test"
            )
            yield Finding(_place(examples), message, rests_on=(longest, wait))


def _wait(facts: Facts, examples: TrainingSet) -> Quantity | None:
    """Return how long labels take, of a set that is asked for its gap."""
    is_asked = examples.id in facts.design.datasets and examples.is_learnt
    if not is_asked or "time" not in examples.said.split:
        return None
    wait = None if is_told_by_people(facts, examples) else label_wait(facts, examples)
    return wait if wait and wait.high > 0 else None


def _place(examples: TrainingSet) -> tuple[str, ...]:
    return ("datasets", examples.id, "gap")
