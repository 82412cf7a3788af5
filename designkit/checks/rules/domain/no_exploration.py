"""DK803 no-exploration."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.stakes import chooses_among_items
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component


def _applies(facts: Facts) -> bool:
    learns = bool(facts.serving) and bool(_learners(facts))
    return learns and (chooses_among_items(facts) or facts.has("exploration-policy"))


@rule(
    "DK803",
    Severity.WARNING,
    kinds=("label-joiner", "dataset-builder"),
    applies=_applies,
)
def no_exploration(facts: Facts) -> Iterator[Finding]:
    """A ranking that learns from clicks should try something now and then.

    New items have no clicks, so they are ranked low, so they get none. Half a per cent
    to two per cent of answers chosen by chance break this circle, and they are the
    only data on which another ranking can be judged without an experiment. That needs
    the probability of each choice; without it the chance was spent for nothing.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      rank: {kind: model-server}
      join: {kind: label-joiner}
      explore:
        kind: exploration-policy
        rate: 0%                                    # <- switched off
        logs-propensity: false                      # <- and of no use
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      rank: {kind: model-server}
      join: {kind: label-joiner}
      explore: {kind: exploration-policy, rate: 1%, logs-propensity: true}
    ```

    Fix: Add an exploration-policy with a rate of 0.5 to 2%, and log the propensity of
    each choice with the prediction.

    Source: Bottou et al. 2013, Counterfactual Reasoning and Learning Systems, JMLR 14;
    Chapelle and Li 2011, An Empirical Evaluation of Thompson Sampling.
    """
    policies = facts.of_kind("exploration-policy")
    if not policies:
        learners = _learners(facts)
        yield Finding(
            facts.place_of(*learners),
            "the ranking learns only from what it chose itself: no exploration-policy",
        )
    for policy in policies:
        yield from _idle(facts, policy)
        yield from _unlogged(facts, policy)


def _learners(facts: Facts) -> tuple[Component, ...]:
    """Return what joins outcomes to choices, else what a model learns from."""
    if facts.trains_nothing:
        return ()
    return facts.of_kind("label-joiner") or facts.of_kind("dataset-builder")


def _idle(facts: Facts, policy: Component) -> Iterator[Finding]:
    path = ("components", policy.id, "rate")
    state, rate = facts.state(*path), policy.quantity("rate")
    if rate and not rate.high:
        yield Finding(path, f"{policy.id} is there but explores {rate} of the answers")
    elif state is not State.PRESENT:
        yield Finding(
            path,
            f"{policy.id} does not say how many answers it explores",
            unstated=state is State.UNSTATED,
        )


def _unlogged(facts: Facts, policy: Component) -> Iterator[Finding]:
    path = ("components", policy.id, "logs-propensity")
    logged = policy.attributes.get("logs-propensity")
    if logged or facts.logged("propensity", "propensities") is State.PRESENT:
        return
    yield Finding(
        path,
        f"{policy.id} explores, but the probability of its choices is not logged",
        unstated=facts.state(*path) is State.UNSTATED,
    )
