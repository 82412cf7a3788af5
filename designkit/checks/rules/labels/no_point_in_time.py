"""DK201 no-point-in-time."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.training_set import TrainingSet, training_sets
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.writing import listed

MOST_NAMED = 3


@rule("DK201", Severity.ERROR)
def no_point_in_time(facts: Facts) -> Iterator[Finding]:
    """A training example should hold each feature as it was at its moment.

    A join that takes the newest value puts tomorrow into yesterday's row: the count of
    disputes then already holds the dispute that is to be predicted. Offline the model
    looks brilliant; in service, where the future is not at hand, the gain is gone. An
    as-of join takes the last value before the moment of the prediction; logged
    features are such values by birth.

    Bad:
    ```yaml
    components:
      dataset: {kind: dataset-builder}
    datasets:
      payments:
        built-by: dataset
        join: latest                                      # <- today's counts
    features:
      disputes-30d: {window: 30 d}
    ```

    Good:
    ```yaml
    components:
      dataset: {kind: dataset-builder}
    datasets:
      payments: {built-by: dataset, join: point-in-time}
    features:
      disputes-30d: {window: 30 d}
    ```

    Fix: Join on entity and event time, or train on features logged with the
    prediction.

    Source: Feast documentation, Point-in-time joins; Huyen 2022, Designing Machine
    Learning Systems, chapter 5, data leakage.
    """
    for examples in training_sets(facts):
        state = examples.state("join")
        path = examples.place("join")
        changing = _changing(examples)
        known = bool(facts.design.features)
        if state is not State.PRESENT:
            message = f"{examples.id} does not say how labels meet features"
            yield Finding(path, message, unstated=state is State.UNSTATED)
        elif examples.said.join == "latest" and (changing or not known):
            what = listed(changing[:MOST_NAMED]) if changing else "its features"
            message = (
                f"{examples.id} joins the latest value of {what}, not that of then"
            )
            yield Finding(path, message, unstated=not known)


def _changing(examples: TrainingSet) -> tuple[str, ...]:
    """Return the features whose values change after a prediction was made."""
    return tuple(
        id for id, feature in examples.features if feature.available_at != "request"
    )
