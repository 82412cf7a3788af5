"""DK118 no-feature-store."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.skew import may_differ
from designkit.catalog.kind import Stage
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.writing import listed


@rule("DK118", Severity.ERROR)
def no_feature_store(facts: Facts) -> Iterator[Finding]:
    """Features should be kept in one place for training and for serving.

    Training needs every value a feature ever had, at the time it had it; serving needs
    the newest one within milliseconds. Where no store gives both from one definition,
    each model computes its features twice, in two languages, and the two never quite
    agree: good offline, poor online, and no error anywhere.

    Bad:
    ```yaml
    components:                                    # <- profile is kept by nobody
      lake: {kind: lake}
      profile: {kind: batch-transform, interval: 24 h}
      score: {kind: model-server}
    ```

    Good:
    ```yaml
    components:
      lake: {kind: lake}
      profile: {kind: batch-transform, interval: 24 h}
      offline: {kind: offline-store, keeps-event-time: true}
      online: {kind: online-store, ttl: 3 d}
      score: {kind: model-server}
    ```

    Fix: Add an offline-store with event times for training, an online-store for
    serving, and a materializer between them. A model that reads nothing but its request
    has no need of one: waive this with that reason.

    Source: Hermann and Del Balso 2017, Meet Michelangelo: Uber's Machine Learning
    Platform; Zinkevich, Rules of Machine Learning, rules 29 and 32.
    """
    if facts.lacks(Stage.FEATURES) and may_differ(facts):
        makers = [component.id for component in facts.with_role(Role.TRANSFORM)]
        what = f"the features of {listed(makers)}" if makers else "what models read"
        yield Finding(
            ("components",), f"feature store is missing: nothing keeps {what}"
        )
