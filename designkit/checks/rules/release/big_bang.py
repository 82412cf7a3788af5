"""DK501 big-bang."""

from collections.abc import Iterable, Iterator

from designkit.analysis.environments import before_everybody, environments
from designkit.analysis.facts import Facts, State
from designkit.analysis.releases import releases, said_by
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component

GRADUAL = ("shadow", "canary", "ab", "ramp", "interleaving", "switchback")
"""Steps in which a new model meets no user yet, or only some."""


@rule("DK501", Severity.WARNING, kinds=("deployer",), tier_1=Severity.ERROR)
def big_bang(facts: Facts) -> Iterator[Finding]:
    """A new model should meet a small part of the traffic before it meets all.

    Changes cause most outages, and an evaluation on old data cannot see what only
    production has: another library version, a feature that is empty today, an answer
    that users hate. Released in steps, such a fault reaches one user in a hundred for
    half an hour; released at once, everybody until somebody notices. Blue-green only
    makes the way back short.

    Bad:
    ```yaml
    components:
      deploy:
        kind: deployer
        strategy: [blue-green]   # <- everybody at once
    ```

    Good:
    ```yaml
    components:
      deploy:
        kind: deployer
        strategy: [shadow, canary, ramp]
        canary: 1%
        bake: 30 min
    ```

    Fix: Score in shadow first, then send 1% to 5% of the traffic, watch it for long
    enough to see a fault, and widen step by step.

    Source: Breck et al. 2017, The ML Test Score, Infrastructure 6; Beyer et al. 2018,
    The Site Reliability Workbook, chapter 16.
    """
    for release in releases(facts):
        deployer, state = said_by(facts, release, "strategy")
        steps = tuple(step for part in release for step in part.texts("strategy"))
        passed = (it for part in release for it in before_everybody(part))
        if set(steps).isdisjoint(GRADUAL) and not any(it.is_part for it in passed):
            path = ("components", deployer.id, "strategy")
            everybody = _everybody(release) if state is State.UNSTATED else None
            unstated = state is State.UNSTATED and everybody is None
            message = _message(deployer, steps, unstated, everybody)
            yield Finding(path, message, unstated=unstated)


def _everybody(release: Iterable[Component]) -> str | None:
    """Return the environment in which all traffic meets a new model, if one is."""
    passed = (it for part in release for it in environments(part))
    return next((it.id for it in passed if it.is_everybody), None)


def _message(
    deployer: Component, steps: tuple[str, ...], unstated: bool, everybody: str | None
) -> str:
    if unstated:
        return f"{deployer.id} does not say in which steps a new model meets traffic"
    at_once = f"{deployer.id} releases to everybody at once"
    if everybody:
        return f"{at_once}: no environment before {everybody} has a part of the traffic"
    return f"{at_once}: its strategy is {', then '.join(steps) or 'none'}"
