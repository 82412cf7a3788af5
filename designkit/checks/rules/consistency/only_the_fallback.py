"""DK315 only-the-fallback."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.lineage import Trail
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.writing import listed

SCORES = Trail(("prediction", "candidates", "response", "completion"), unsaid=True)
"""What a model answered, over whatever carries it on."""

STANDING_IN = Trail(("prediction",), ends_at=("fallback",))
"""A prediction, from what stands in for a model or from whatever else made it."""


@rule("DK315", Severity.WARNING, kinds=("fallback",))
def only_the_fallback(facts: Facts) -> Iterator[Finding]:
    """What decides by a fallback should also be given what the model says.

    A fallback answers when the model does not. Where a decision or an auction is sent
    the predictions of the fallback and none of a model, the model is drawn, trained,
    paid for and watched, and each answer is made without it. Every number about the
    model may be fine meanwhile.

    It asks of what decides, orders or prices, in a design whose model serves requests.

    Bad:
    ```yaml
    components:
      score: {kind: model-server}
      served: {kind: prediction-log}
      rates: {kind: fallback}
      decide: {kind: decision-engine}               # <- by the rates alone
    flows:
      calls: [rates -> decide: prediction]
      streams: [score -> served: prediction]
    ```

    Good:
    ```yaml
    components:
      score: {kind: model-server}
      served: {kind: prediction-log}
      rates: {kind: fallback}
      decide: {kind: decision-engine}
    flows:
      calls:
        - score, rates -> decide: prediction
      streams: [score -> served: prediction]
    ```

    Fix: Draw the flow that brings the prediction of the model to what decides.

    Source: Beyer et al. 2016, Site Reliability Engineering, chapter 22, on serving
    degraded results, which stay the exception.
    """
    models = [server.id for server in facts.serving]
    fallbacks = {part.id for part in facts.of_kind("fallback")}
    scored = facts.lineage.givers(models, SCORES, tuple(fallbacks)) if models else {}
    for part in facts.of_kind("decision-engine", "auction", "reranker"):
        flows = facts.flows_to(part.id, "prediction")
        made = {it for f in flows for it in facts.lineage.origins(f, STANDING_IN)}
        if models and made and made <= fallbacks and part.id not in scored:
            yield Finding(
                ("components", part.id),
                f"{part.id} is sent predictions by {listed(sorted(made))} alone, "
                "in place of a model",
            )
