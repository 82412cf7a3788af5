"""DK759 explains-another-model."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.writing import listed


@rule("DK759", Severity.WARNING, kinds=("explainer",), tier_1=Severity.ERROR)
def explains_another_model(facts: Facts) -> Iterator[Finding]:
    """Reasons should come from the model that decides, not from one that imitates it.

    A simple model that was fitted to look like the real one is easy to explain. Where
    the two differ, and they differ most on unusual cases, the person is given a reason
    that had no part in the decision, mends what did not matter, and is refused again.
    Reasons that are owed by law have to be the ones that counted.

    It asks where the design says what the explainer explains: models that are served
    by it, or that reach it as a flow.

    Bad:
    ```yaml
    components:
      score: {kind: model-server}
      explain: {kind: explainer, method: shap}      # <- explains the tree
    models:
      network: {served-by: score}
      small-tree: {served-by: explain}
    ```

    Good:
    ```yaml
    components:
      score: {kind: model-server}
      explain: {kind: explainer, method: shap}
    models:
      network: {served-by: [score, explain]}
    ```

    Fix: Run the explainer on the version that decides, or decide by the model that can
    be explained.

    Source: Rudin 2019, Stop explaining black box machine learning models for high
    stakes decisions and use interpretable models instead (Nature Machine Intelligence
    1); Consumer Financial Protection Bureau, Circular 2022-03.
    """
    deciding = _run_by(facts, *(server.id for server in facts.serving))
    for explainer in facts.of_kind("explainer"):
        explained = _explained(facts, explainer.id)
        if deciding and explained and not explained & deciding.keys():
            yield Finding(
                ("components", explainer.id),
                f"{explainer.id} explains {listed(sorted(explained))}, and what "
                f"decides is {listed(deciding)}",
            )


def _run_by(facts: Facts, *ids: str) -> dict[str, None]:
    """Return the models that say that one of `ids` runs them, in their order."""
    models = facts.design.models.items()
    return {id: None for id, model in models if not {*ids}.isdisjoint(model.served_by)}


def _explained(facts: Facts, explainer: str) -> frozenset[str]:
    """Return the models that the explainer runs, and all that may reach it by a flow.

    A model that does not say what trains it may come from anywhere.
    """
    ran = frozenset(_run_by(facts, explainer))
    makers = facts.ancestors((explainer,), "model")
    models = facts.design.models.items()
    sent = (id for id, m in models if not m.trained_by or m.trained_by in makers)
    return ran.union(sent) if makers else ran
