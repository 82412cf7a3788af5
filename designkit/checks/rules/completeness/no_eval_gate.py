"""DK107 no-eval-gate."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.lineage import Trail
from designkit.catalog.kind import Stage
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.writing import listed

UNJUDGED = Trail(("model",), ends_at=("evaluator",))
"""Models, as long as nothing has measured them."""


@rule("DK107", Severity.ERROR, kinds=kinds_with(Role.ESSENTIAL, Stage.TRAINING))
def no_eval_gate(facts: Facts) -> Iterator[Finding]:
    """A model should be measured, and may be refused, on its way to serving.

    Retraining runs at night and nobody looks. One bad feed, one wrong join, and the
    new model is worse than the old; if the only condition for going out is that
    training ended, it goes out. A gate compares it with the model in service and with
    fixed limits, and keeps the old one when in doubt.

    Bad:
    ```yaml
    components:
      train: {kind: trainer}
      evaluate: {kind: evaluator, gates: [AUC >= champion]}
      registry: {kind: model-registry}
      score: {kind: model-server}                  # <- there is a way round the gate
    flows:
      control:
        - train -> evaluate -> registry -> score: model
        - train -> registry: {carries: model, note: hotfix}
    ```

    Good:
    ```yaml
    components:
      train: {kind: trainer}
      evaluate: {kind: evaluator, gates: [AUC >= champion]}
      registry: {kind: model-registry}
      score: {kind: model-server}
    flows:
      control:
        - train -> evaluate -> registry -> score: model
    ```

    Fix: Lead every model from its trainer through an evaluator with gates, and remove
    the flow that goes past it.

    Source: Breck et al. 2017, The ML Test Score, Infrastructure 4; Zinkevich, Rules of
    Machine Learning, rule 9.
    """
    trainers = [component.id for component in facts.of_kind("trainer")]
    evaluators = [component.id for component in facts.of_kind("evaluator")]
    if not evaluators:
        path = ("components", trainers[0])
        yield Finding(path, f"no evaluator measures the models of {listed(trainers)}")
    for server in facts.serving if evaluators else ():
        past = [t for t in trainers if server.id in facts.lineage.ahead((t,), UNJUDGED)]
        if past:
            yield Finding(
                ("components", server.id),
                f"models of {listed(past)} reach {server.id} past {listed(evaluators)}",
            )
