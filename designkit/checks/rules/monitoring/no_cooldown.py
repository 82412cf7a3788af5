"""DK765 no-cooldown."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component

BY_ALARM = ("drift", "performance")
"""Triggers that a training does not always make go away."""


@rule("DK765", Severity.WARNING, kinds=("retrain-trigger",))
def no_cooldown(facts: Facts) -> Iterator[Finding]:
    """A training that an alarm starts should not be started again at once.

    Drift that comes from a broken pipe or from the world is still there after the
    training, so the alarm rings again, and again: a night of trainings, each a release,
    each on the same bad day of data. A pause between two of them costs nothing in quiet
    times, and leaves somebody the time to look.

    A model may state its `retrain.cooldown` instead of the trigger.

    Bad:
    ```yaml
    components:
      train: {kind: trainer}
      again:
        kind: retrain-trigger
        triggers: [schedule, drift]
        cooldown: none                              # <- and again, and again
    flows:
      control: [again -> train: trigger]
    ```

    Good:
    ```yaml
    components:
      train: {kind: trainer}
      again: {kind: retrain-trigger, triggers: [schedule, drift], cooldown: 12 h}
    flows:
      control: [again -> train: trigger]
    ```

    Fix: State the shortest time between two trainings, at least as long as training,
    evaluation and the first step of the release take together.

    Source: Huyen 2022, Designing Machine Learning Systems, chapter 9; Nygard 2018,
    Release It! (second edition), on governors.
    """
    for trigger in facts.of_kind("retrain-trigger"):
        alarms = [it for it in trigger.texts("triggers") if it in BY_ALARM]
        states = list(_states(facts, trigger))
        if alarms and State.PRESENT not in states:
            yield Finding(
                ("components", trigger.id, "cooldown"),
                f"{alarms[0]} starts a training at {trigger.id}, and nothing keeps it "
                "from starting the next one at once",
                unstated=State.ABSENT not in states,
            )


def _states(facts: Facts, trigger: Component) -> Iterator[State]:
    yield facts.state("components", trigger.id, "cooldown")
    for id in facts.design.models:
        yield facts.state("models", id, "retrain", "cooldown")
