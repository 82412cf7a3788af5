"""DK301 two-implementations."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.request_path import read_live
from designkit.analysis.roles import has_role
from designkit.analysis.training_set import training_sets
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.model.learning import Feature


@rule("DK301", Severity.WARNING, kinds=kinds_with(Role.READS_LIVE))
def two_implementations(facts: Facts) -> Iterator[Finding]:
    """A feature should be worked out by one piece of code, for training and serving.

    Two implementations agree on the day they are written. Then one rounds, treats an
    empty value or the last second of a day differently, or gets a fix that the other
    does not, and the model reads in service what it never saw in training. No error
    shows: only worse decisions. A loader or a log that copies a value is no second
    implementation.

    Bad:
    ```yaml
    components:
      daily: {kind: batch-transform, language: PySpark, code: features/daily.py}
      live: {kind: stream-transform, language: Java, code: features/Live.java}
      score: {kind: model-server}
    features:
      orders-7d: {offline-by: daily, online-by: live}     # <- Python and Java
    ```

    Good:
    ```yaml
    components:
      daily: {kind: batch-transform, language: SQL, code: features/orders.sql}
      live: {kind: stream-transform, language: SQL, code: features/orders.sql}
      replay: {kind: batch-transform, language: PySpark, code: features/replay.py}
      score: {kind: model-server}
    features:
      orders-7d: {offline-by: daily, online-by: live}
      distance:
        offline-by: replay
        online-by: live
        parity: 10,000 logged rows are replayed each night and must agree exactly
    ```

    Fix: Run one definition in both engines, or train on logged values; failing that,
    replay logged requests through the training code and compare (`parity`).

    Source: Zinkevich, Rules of Machine Learning, rule 32; Breck et al. 2017, The ML
    Test Score, Monitoring 3.
    """
    logged = _logged(facts)
    for id, feature in facts.design.features.items():
        both = _makers(facts, feature)
        if id in logged or feature.parity or not both or not read_live(facts, feature):
            continue
        offline, online = both
        if not _shared(offline, online):
            message = (
                f"{id} is worked out twice, by {_named(offline)} for training and by "
                f"{_named(online)} for serving; nothing shows that they agree"
            )
            unstated = not _differs(offline, online)
            yield Finding(("features", id), message, unstated=unstated)


def _makers(facts: Facts, feature: Feature) -> tuple[Component, Component] | None:
    """Return the two components that work the feature out, if they are two."""
    components = facts.design.components
    offline = components.get(feature.offline_by or "")
    online = components.get(feature.online_by or "")
    if offline is None or online is None or offline.id == online.id:
        return None
    two = all(has_role(maker, Role.COMPUTES) for maker in (offline, online))
    return (offline, online) if two else None


def _logged(facts: Facts) -> frozenset[str]:
    """Return the features of which every training set takes the logged values."""
    joins: dict[str, set[str | None]] = {}
    for examples in training_sets(facts):
        for id, _ in examples.features:
            joins.setdefault(id, set()).add(examples.said.join)
    return frozenset(id for id, found in joins.items() if found == {"logged"})


def _shared(offline: Component, online: Component) -> bool:
    code = offline.texts("code")
    return bool(code) and code == online.texts("code")


def _differs(offline: Component, online: Component) -> bool:
    """Whether both say in what, or where, they are written, and it is not the same."""
    return any(
        offline.texts(name) and online.texts(name)
        for name in ("language", "code")
        if offline.texts(name) != online.texts(name)
    )


def _named(component: Component) -> str:
    written = ", ".join((*component.texts("language"), *component.texts("code")))
    return f"{component.id} ({written})" if written else component.id
