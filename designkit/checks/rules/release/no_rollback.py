"""DK502 no-rollback."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.releases import releases, said_by
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity


@rule("DK502", Severity.ERROR, kinds=("deployer",))
def no_rollback(facts: Facts) -> Iterator[Finding]:
    """A release should be able to go back to the version before.

    Some bad models pass every test. What matters then is the time until the old one
    serves again: minutes if the way back is built and practised, hours if somebody
    must find the artefact, its features and its thresholds, or train it anew. Training
    again is no way back, since the data that broke the model is still there. It is
    asked once for a release, whose last deployer may leave it to one before it, and
    not of what meets no users.

    Bad:
    ```yaml
    components:
      deploy:
        kind: deployer
        strategy: [canary, ramp]
        rollback: none           # <- forward only
    ```

    Good:
    ```yaml
    components:
      deploy:
        kind: deployer
        strategy: [canary, ramp]
        rollback: auto
        rollback-time: 2 min
    ```

    Fix: Keep the last versions ready, roll back by itself when a guardrail breaks, take
    thresholds and indexes along, and practise it.

    Source: Breck et al. 2017, The ML Test Score, Infrastructure 7.
    """
    for release in releases(facts):
        deployer, state = said_by(facts, release, "rollback")
        path = ("components", deployer.id, "rollback")
        if state is State.ABSENT:
            yield Finding(path, f"{deployer.id} cannot take a bad model back")
        elif state is State.UNSTATED:
            message = f"{deployer.id} does not say who takes a bad model back"
            yield Finding(path, message, unstated=True)
