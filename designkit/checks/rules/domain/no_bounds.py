"""DK851 no-bounds."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State, mentions
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component

ANSWER = ("prediction", "decision", "response")
LIMITS = (
    *("bound", "bounds", "bounded", "clamp", "clamped", "clip", "clipped", "capped"),
    *("residual", "floor", "ceiling", "minimum", "maximum"),
)


def _applies(facts: Facts) -> bool:
    return bool(facts.serving) and facts.has("client")


@rule(
    "DK851",
    Severity.ERROR,
    kinds=("routing-engine",),
    applies=_applies,
)
def no_bounds(facts: Facts) -> Iterator[Finding]:
    """An arrival time should be held within what the road allows.

    A model extrapolates: an order at the edge of the map, a courier without a position,
    a night with three times the snow, and it says four minutes, or minus two. A
    routing engine knows the road and cannot be that wrong. Let the model learn only
    what the engine misses, keep the sum within bounds, and answer with the engine when
    the model is out.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      route: {kind: routing-engine}                 # knows the road, and is not asked
      eta: {kind: model-server}                     # <- says what it likes
      promise: {kind: decision-engine}
    flows:
      calls:
        - app -> eta: request
        - eta -> promise: prediction
        - promise -> app: response
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      route: {kind: routing-engine}
      eta: {kind: model-server}
      promise: {kind: decision-engine}
      fallback: {kind: fallback}
    flows:
      calls:
        - app -> route, eta: request
        - route -> eta: feature-values
        - route -> fallback: prediction
        - eta -> promise: prediction
        - promise -> app: response
        - fallback -> app: response
    ```

    Fix: Predict the residual of a routing engine, clamp the sum, and fall back to the
    engine; or state the bounds under thresholds of the decision-engine.

    Source: Hu et al. 2022, DeepETA: How Uber Predicts Arrival Times Using Deep
    Learning, Uber Engineering.
    """
    if _has_way_out(facts) or mentions(LIMITS, *_said(facts)):
        return
    clients = {client.id for client in facts.of_kind("client")}
    for server in facts.serving:
        after = facts.descendants([server.id], *ANSWER)
        engines = [e for e in facts.of_kind("decision-engine") if e.id in after]
        if after & clients and not any(e.texts("thresholds") for e in engines):
            yield Finding(
                ("components", server.id),
                f"{server.id} is quoted as it comes: no bounds hold it, and no "
                "routing-engine stands in for it",
                unstated=_is_open(facts, engines),
            )


def _has_way_out(facts: Facts) -> bool:
    """Whether a routing engine answers when the model does not."""
    roads = [engine.id for engine in facts.of_kind("routing-engine")]
    reached = facts.descendants(roads, "prediction", "feature-values")
    return any(fallback.id in reached for fallback in facts.of_kind("fallback"))


def _said(facts: Facts) -> Iterator[str | None]:
    """Give what is said of how the answers of models are held."""
    for model in facts.design.models.values():
        yield from (model.task, model.algorithm, model.calibration, model.fallback)


def _is_open(facts: Facts, engines: list[Component]) -> bool:
    """Whether an engine behind the model may hold it, but does not say so."""
    states = [facts.state("components", engine.id, "thresholds") for engine in engines]
    return State.UNSTATED in states
