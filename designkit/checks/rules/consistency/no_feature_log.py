"""DK304 no-feature-log."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.request_path import awaited
from designkit.analysis.skew import may_differ
from designkit.catalog.kind import Stage
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.quantities.writing import listed

VALUES = ("feature", "features", "factors", "inputs")
"""Fields of a log of predictions that hold what the model read."""


def _learns_from_served(facts: Facts) -> bool:
    """Whether a request waits for a model that is trained here and reads features."""
    if facts.lacks(Stage.FEATURES) or not may_differ(facts):
        return False
    return facts.is_online and facts.has("trainer") and bool(_readers(facts))


@rule("DK304", Severity.WARNING, kinds=("trainer",), applies=_learns_from_served)
def no_feature_log(facts: Facts) -> Iterator[Finding]:
    """The feature values that a model was served should be logged.

    The only values that are surely those of serving are those that were served. With
    a log, training can use them as they were, and anybody can compare them with what
    the warehouse says about the same moment; without it, skew between the two can be
    neither avoided nor measured. YouTube's home page gained in quality, and lost code,
    when it went over to logged features. A sample is enough.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      gateway: {kind: gateway}
      online: {kind: online-store}
      score: {kind: model-server}                         # <- what it read is lost
      train: {kind: trainer}
    flows:
      calls:
        - app -> gateway -> score: request
      lookups:
        - online -> score: feature-values
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      gateway: {kind: gateway}
      online: {kind: online-store}
      score: {kind: model-server}
      train: {kind: trainer}
      feature-log: {kind: feature-log, sample-rate: 5%, join-key: prediction id}
    flows:
      calls:
        - app -> gateway -> score: request
      lookups:
        - online -> score: feature-values
      streams:
        - online -> feature-log: feature-values
        - score -> feature-log: prediction
    ```

    Fix: Log the features of a sample of predictions under the prediction id, from the
    serving path and not from the job that made them.

    Source: Zinkevich, Rules of Machine Learning, rule 29.
    """
    logs = facts.of_kind("feature-log")
    reader = _readers(facts)[0]
    if not logs and facts.logged(*VALUES) is not State.PRESENT:
        message = f"no feature log: what {reader.id} reads is not kept"
        yield Finding(("components", reader.id), message)
    served = awaited(facts)
    for log in logs:
        flows = facts.flows_to(log.id)
        givers = {f.source for f in flows if f.carries in ("feature-values", None)}
        if givers and served.isdisjoint(givers):
            made = f"{log.id} logs what {listed(sorted(givers))} made"
            message = f"{made}, not what {reader.id} was served"
            yield Finding(("components", log.id), message)


def _readers(facts: Facts) -> tuple[Component, ...]:
    """Return the servers in a request that read features, as far as can be seen."""
    asked = (c for c in facts.serving if c.id in facts.graph.in_request)
    reads = bool(facts.design.features)
    return tuple(c for c in asked if reads or facts.flows_to(c.id, "feature-values"))
