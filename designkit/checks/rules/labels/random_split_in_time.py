"""DK202 random-split-in-time."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.splitting import (
    is_by_group_alone,
    is_kept_together,
    is_random,
    is_told_by_people,
    moves_in_time,
    straddling,
)
from designkit.analysis.training_set import TrainingSet, training_sets
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity


@rule("DK202", Severity.ERROR)
def random_split_in_time(facts: Facts) -> Iterator[Finding]:
    """A model should be tested on data from after its training data.

    A random split tests on Tuesday what was trained on Monday and Wednesday. Trends,
    campaigns and the same user's next click are on both sides, so the test measures
    memory; in service the model only ever meets the future. Where labels come with a
    delay or features look back, the two parts even share the same events. Groups alone
    keep a person on one side, and the days on both.

    Where nothing says that anything moves in time, and numbers prove that an entity is
    on both sides, group-leak says so instead. What people say of a picture or a text
    is no outcome of later days: such examples may be divided at random, by group. A set
    on which nothing is tested says `held-out: none`.

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
        if _is_fine(facts, examples):
            continue
        state = examples.state("split")
        path = examples.place("split")
        moves = moves_in_time(facts, examples)
        severity = None if moves else Severity.WARNING
        if state is not State.PRESENT:
            unstated = state is State.UNSTATED
            message = f"{examples.id} does not say what keeps training and test apart"
            yield Finding(path, message, unstated=unstated, severity=severity)
        elif told := _told(facts, examples, moves=moves):
            yield Finding(path, told, severity=severity)


def _told(facts: Facts, examples: TrainingSet, *, moves: bool) -> str:
    """Say in what way the examples are tested on their own days, if they are."""
    repeated = straddling(facts, examples)
    tested = "it is tested on its own days"
    if moves and examples.is_learnt and is_by_group_alone(examples):
        return f"{examples.id} is split by group alone: {tested}"
    if is_random(examples) and (moves or not repeated):
        more = f", and its {repeated}" if repeated else ""
        return f"{examples.id} is split at random: {tested}{more}"
    return ""


def _is_fine(facts: Facts, examples: TrainingSet) -> bool:
    """Whether nothing is tested on it, or time is not what divides it."""
    if facts.state("datasets", examples.id, "held-out") is State.ABSENT:
        return True
    is_timeless = is_told_by_people(facts, examples) and not moves_in_time(
        facts, examples
    )
    return is_timeless and is_kept_together(examples)
