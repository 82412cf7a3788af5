"""DK109 no-serving."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.catalog.kind import Stage
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity


@rule("DK109", Severity.ERROR)
def no_serving(facts: Facts) -> Iterator[Finding]:
    """A design should say what runs the model once it is trained.

    A trained file changes nothing for anybody. Whether it answers requests, follows a
    stream or fills a table at night decides its latency, its cost, how old its features
    may be and what happens when it fails; a design without that ends at the notebook.
    A device runs a model if the model says that it is served by it.

    Bad:
    ```yaml
    components:                                    # <- nobody runs the model
      dataset: {kind: dataset-builder}
      train: {kind: trainer}
      registry: {kind: model-registry}
    ```

    Good:
    ```yaml
    components:
      dataset: {kind: dataset-builder}
      train: {kind: trainer}
      registry: {kind: model-registry}
      nightly: {kind: batch-scorer, interval: 24 h}
      scores: {kind: prediction-store, ttl: 36 h}
    ```

    Fix: Add a model-server for requests, a stream-scorer for events or a batch-scorer
    for tables, and what stands between it and the user.

    Source: Zinkevich, Rules of Machine Learning, rule 4; Sculley et al. 2015, Hidden
    Technical Debt in Machine Learning Systems, figure 1.
    """
    if facts.lacks(Stage.SERVING) and not _runs_on_general(facts):
        yield Finding(("components",), "serving is missing: nothing runs a model")


def _runs_on_general(facts: Facts) -> bool:
    """Whether a model says that a device, or another general kind, runs it."""
    general = {part.id for part in facts.with_role(Role.GENERAL)}
    models = facts.design.models.values()
    return any(not general.isdisjoint(model.served_by) for model in models)
