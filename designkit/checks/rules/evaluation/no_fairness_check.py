"""DK422 no-fairness-check."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.stakes import falls_on_people
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component


@rule("DK422", Severity.WARNING, kinds=("evaluator",), applies=falls_on_people)
def no_fairness_check(facts: Facts) -> Iterator[Finding]:
    """Errors that fall on people should be compared between groups of people.

    A model that refuses or suspends makes its errors where it has seen least: with
    groups that are few in the data, or whose labels come from past decisions. The
    overall rate does not move with them. Leaving out the attribute does not help, since
    others stand in for it; only error rates by group tell.

    It asks where a decision falls on people. An evaluation, an evaluator or a monitor
    may say it.

    Bad:
    ```yaml
    tier: 1
    components:
      decide: {kind: decision-engine, actions: [suspend]}
      test:
        kind: evaluator
        fairness-check: false                       # <- whose accounts are suspended?
    ```

    Good:
    ```yaml
    tier: 1
    components:
      decide: {kind: decision-engine, actions: [suspend]}
      test: {kind: evaluator, fairness-check: true}
    evaluation: {fairness: false positive rate by language at most 1.2 times}
    ```

    Fix: Compare false positive and false negative rates between groups, with a limit
    that blocks a release, and watch them in service.

    Source: Breck et al. 2017, The ML Test Score, Model 7; Hardt, Price and Srebro 2016,
    Equality of Opportunity in Supervised Learning (NeurIPS).
    """
    parts = facts.of_kind("evaluator")
    path = ("evaluation", "fairness")
    if facts.state(*path) is State.PRESENT or _is_watched(facts):
        return
    said = [part for part in parts if _says(facts, part) is not State.UNSTATED]
    if any(_says(facts, part) is State.PRESENT for part in parts):
        return
    yield Finding(
        ("components", (said or list(parts))[0].id, "fairness-check"),
        "a decision falls on people, and nobody compares its errors between groups",
        unstated=not said and facts.state(*path) is State.UNSTATED,
    )


def _says(facts: Facts, part: Component) -> State:
    """Say whether an evaluator compares groups, where it says so at all."""
    path = ("components", part.id, "fairness-check")
    if part.attributes.get("fairness-check") is False:
        return State.ABSENT
    return facts.state(*path)


def _is_watched(facts: Facts) -> bool:
    return any("fairness" in it.texts("watch") for it in facts.of_kind("monitor"))
