"""DK706 no-max-age."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity


def _retrained(facts: Facts) -> list[str]:
    return [id for id, model in facts.design.models.items() if model.retrain]


def _applies(facts: Facts) -> bool:
    return bool(_retrained(facts)) or facts.has("retrain-trigger")


@rule("DK706", Severity.WARNING, applies=_applies)
def no_max_age(facts: Facts) -> Iterator[Finding]:
    """A model that is trained again should have an age past which it is a fault.

    Retraining fails without a sound: the job is skipped, the gate refuses every
    candidate, the scheduler loses its token. The old model goes on serving and nothing
    is red. At Google Play a table used for ranking had stood still for six months;
    refreshing it alone brought two per cent more installs.

    Bad:
    ```yaml
    components:
      train: {kind: trainer}
      retrain:                                      # <- no max-model-age
        kind: retrain-trigger
        interval: 7 d
    ```

    Good:
    ```yaml
    components:
      train: {kind: trainer}
      retrain:
        kind: retrain-trigger
        interval: 7 d
        max-model-age: 28 d
    ```

    Fix: State max-model-age at the retrain-trigger, or max-age under retrain of the
    model, at two to four intervals, and raise an alert when it is passed.

    Source: Zinkevich, Rules of Machine Learning, rule 10; Breck et al. 2017, The ML
    Test Score, Monitor 4.
    """
    triggers = [
        ("components", trigger.id, "max-model-age")
        for trigger in facts.of_kind("retrain-trigger")
    ]
    models = [("models", id, "retrain", "max-age") for id in _retrained(facts)]
    limits = [facts.state(*path) for path in triggers]
    for path in () if State.PRESENT in limits else models or triggers:
        state = facts.state(*path)
        if state is not State.PRESENT:
            yield Finding(
                path,
                f"{path[1]} states no age past which the model is a fault: retraining "
                "that fails stays unseen",
                unstated=State.ABSENT not in (state, *limits),
            )
