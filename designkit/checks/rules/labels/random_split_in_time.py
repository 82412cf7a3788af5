"""DK202 random-split-in-time."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.training_set import TrainingSet, training_sets
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity


@rule("DK202", Severity.ERROR)
def random_split_in_time(facts: Facts) -> Iterator[Finding]:
    """A model should be tested on data from after its training data.

    A random split tests on Tuesday what was trained on Monday and Wednesday. Trends,
    campaigns and the same user's next click are on both sides, so the test measures
    memory; in service the model only ever meets the future. Where labels come with a
    delay or features look back, the two parts even share the same events.

    Bad:
    ```yaml
    problem:
      label: {name: click, window: 1 d}
    components:
      dataset: {kind: dataset-builder}
    datasets:
      clicks:
        built-by: dataset
        split: random                                     # <- the past tests itself
    ```

    Good:
    ```yaml
    problem:
      label: {name: click, window: 1 d}
    components:
      dataset: {kind: dataset-builder}
    datasets:
      clicks: {built-by: dataset, split: time}
      rated: {built-by: dataset, split: [time, group], group-by: user}
    ```

    Fix: Train up to a day, leave a gap as long as the label window, test on the days
    after it.

    Source: Zinkevich, Rules of Machine Learning, rule 33.
    """
    for examples in training_sets(facts):
        state = examples.state("split")
        path = examples.place("split")
        severity = None if _moves_in_time(facts, examples) else Severity.WARNING
        if state is State.PRESENT and _is_random(examples):
            message = f"{examples.id} is split at random: it is tested on its own days"
            yield Finding(path, message, severity=severity)
        elif state is not State.PRESENT:
            unstated = state is State.UNSTATED
            message = f"{examples.id} does not say what keeps training and test apart"
            yield Finding(path, message, unstated=unstated, severity=severity)


def _is_random(examples: TrainingSet) -> bool:
    split = examples.said.split
    return "random" in split and "time" not in split


def _moves_in_time(facts: Facts, examples: TrainingSet) -> bool:
    """Whether labels arrive later or features look back, as far as it is stated."""
    label = facts.design.problem.label if facts.design.problem else None
    delayed = label is not None and bool(label.window or label.delay)
    delayed = delayed or any(
        joiner.attributes.keys() & {"window", "delay"}
        for joiner in facts.of_kind("label-joiner")
    )
    return delayed or any(f.window or f.freshness for _, f in examples.features)
