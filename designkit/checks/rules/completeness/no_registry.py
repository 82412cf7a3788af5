"""DK108 no-registry."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.lineage import Trail
from designkit.catalog.kind import Stage
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.writing import listed

UNREGISTERED = Trail(("model",), ends_at=("model-registry",))
"""Models, as long as no registry has them."""


@rule("DK108", Severity.WARNING, tier_1=Severity.ERROR)
def no_registry(facts: Facts) -> Iterator[Finding]:
    """Every model should pass a registry on its way from training to serving.

    The registry is what makes a release one thing with one name: weights, the data and
    code they came from, the gates they passed, who approved. Without it a rollback
    begins with a search for the old file, and the question which model refused a
    customer in March has no answer. Where nothing is trained there is nothing to
    register: there a model's `version` says which one answers (unpinned-model).

    Bad:
    ```yaml
    components:                                    # <- no model-registry
      train: {kind: trainer}
      evaluate: {kind: evaluator}
      score: {kind: model-server}
    flows:
      control:
        - train -> evaluate -> score: model
    ```

    Good:
    ```yaml
    components:
      train: {kind: trainer}
      evaluate: {kind: evaluator}
      registry: {kind: model-registry, keep-versions: 10, stores-lineage: true}
      score: {kind: model-server}
    flows:
      control:
        - train -> evaluate -> registry -> score: model
    ```

    Fix: Add a model-registry between evaluation and release that keeps versions and
    lineage, and let serving take models from nowhere else. A design without any
    registry is an error; a way past one is a warning below tier 1.

    Source: Google Cloud, MLOps: Continuous delivery and automation pipelines in machine
    learning; Breck et al. 2017, The ML Test Score, Infrastructure 7.
    """
    if facts.lacks(Stage.REGISTRY):
        if facts.trains_nothing:
            return
        message = "model registry is missing: nothing keeps the versions of a model"
        yield Finding(("components",), message, severity=Severity.ERROR)
        return
    trainers = [component.id for component in facts.of_kind("trainer")]
    for server in facts.serving:
        past = [
            t for t in trainers if server.id in facts.lineage.ahead((t,), UNREGISTERED)
        ]
        if past:
            yield Finding(
                ("components", server.id),
                f"models of {listed(past)} reach {server.id} past the registry",
            )
