"""DK116 no-online-evidence."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity

TESTS = frozenset({"ab", "interleaving", "switchback", "holdout"})
"""Ways of release that show what a model causes, not only that it runs."""


def _answers_people(facts: Facts) -> bool:
    """Whether somebody gets what a model says: at once, or out of a store."""
    models = [server.id for server in facts.serving]
    stores = {store.id for store in facts.with_role(Role.KEEPS_ANSWERS)}
    asked = bool(stores & facts.graph.in_request)
    shown = facts.graph.askers & facts.descendants(models)
    return facts.is_online or (asked and bool(shown))


@rule(
    "DK116",
    Severity.WARNING,
    kinds=kinds_with(Role.RUNS_MODEL),
    applies=_answers_people,
)
def no_online_evidence(facts: Facts) -> Iterator[Finding]:
    """A model should prove its worth on users before it stays.

    Offline data was made by the model before; it cannot say how people answer to what
    they were never shown. Booking.com looked back on many of its models and found
    hardly any relation between the gain offline and the gain in its experiments.
    Without a comparison at random, every rise of the season is the new model's merit.

    Bad:
    ```yaml
    components:                                    # <- no experiment
      app: {kind: client}
      rank: {kind: model-server}
      deploy: {kind: deployer, strategy: [canary]}
    flows: {calls: [app -> rank: request, rank -> app: response]}
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      rank: {kind: model-server}
      deploy: {kind: deployer, strategy: [canary, ab]}
      arms: {kind: experiment-service, unit: user}
    flows: {calls: [app -> rank: request, rank -> app: response]}
    experiment: {design: ab, unit: user, primary: bookings per user}
    ```

    Fix: Add an experiment-service and state the `experiment`: A/B, interleaving for
    rankings, switchback where users share a resource, a holdout where that is too slow.

    Source: Bernardi et al. 2019, 150 Successful Machine Learning Models: 6 Lessons
    Learned at Booking.com, section 3; Kohavi, Tang and Xu 2020, Trustworthy Online
    Controlled Experiments.
    """
    tested = facts.design.experiment or facts.has(
        "experiment-service", "experiment-analysis"
    )
    if not tested and TESTS.isdisjoint(_methods(facts)):
        yield Finding(
            ("components",), "no experiment shows what the model changes for users"
        )


def _methods(facts: Facts) -> Iterator[str]:
    for deployer in facts.of_kind("deployer"):
        yield from deployer.texts("strategy")
    for policy in facts.of_kind("exploration-policy"):
        yield from policy.texts("method")
