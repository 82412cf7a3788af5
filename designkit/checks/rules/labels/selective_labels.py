"""DK211 selective-labels."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.stakes import hides_outcomes
from designkit.checks.rule import Finding, Path, rule
from designkit.diagnostics import Severity


def _hides_outcomes(facts: Facts) -> bool:
    """Whether the system learns from outcomes that its own decisions prevent.

    People who label see a case whatever was decided about it.
    """
    if facts.outcomes.of_design.is_judged:
        return False
    learns = bool(facts.serving) and facts.has("trainer", "label-joiner")
    return learns and hides_outcomes(facts)


@rule(
    "DK211",
    Severity.WARNING,
    kinds=("trainer", "label-joiner"),
    applies=_hides_outcomes,
    tier_1=Severity.ERROR,
)
def selective_labels(facts: Facts) -> Iterator[Finding]:
    """A system that hides outcomes should let a small random part through.

    A blocked payment never becomes a chargeback, a post that was not shown is never
    liked. The model therefore learns only from what the previous model let pass: its
    false alarms are never found out, and the group it wrongs stays wronged. A random
    holdout of a fraction of a per cent, capped by amount, is the only unbiased sample
    of the rest, for training and for measuring alike.

    An engine hides outcomes whose `effects` are that it withholds; where none are
    stated, usual names of `actions` say it, such as block and remove.

    Bad:
    ```yaml
    tier: 1
    components:
      score: {kind: model-server}
      decide:                                             # <- blocks all that it doubts
        kind: decision-engine
        actions: [allow, block]
      label-join: {kind: label-joiner}
    ```

    Good:
    ```yaml
    tier: 1
    components:
      score: {kind: model-server}
      decide: {kind: decision-engine, actions: [allow, block]}
      explore: {kind: exploration-policy, rate: 0.5%, method: holdout}
      label-join: {kind: label-joiner}
    ```

    Fix: Let a random 0.1 to 1% of the doubtful cases pass under a cap, log the chance
    that each had, and weight these rows by its inverse.

    Source: Zinkevich, Rules of Machine Learning, rule 34; Lakkaraju et al. 2017, The
    Selective Labels Problem (KDD).
    """
    policies = facts.of_kind("exploration-policy")
    if not policies:
        path, decider = _decider(facts)
        message = f"{decider} hides outcomes, and no random part is let through"
        yield Finding(path, message)
    for policy in policies:
        at = ("components", policy.id, "rate")
        state, rate = facts.state(*at), policy.quantity("rate")
        if state is State.ABSENT or (rate and rate.high <= 0):
            yield Finding(at, f"{policy.id} explores nothing: no outcome is unbiased")
        elif rate is None:
            message = f"{policy.id} does not say which part it lets through at random"
            yield Finding(at, message, unstated=True)


def _decider(facts: Facts) -> tuple[Path, str]:
    """Return where it is decided: the engine, else what runs the model."""
    found = (*facts.of_kind("decision-engine"), *facts.serving)[0]
    return ("components", found.id), found.id
