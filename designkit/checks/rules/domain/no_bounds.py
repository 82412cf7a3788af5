"""DK851 no-bounds."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component

ANSWER = ("prediction", "decision", "response")


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
    engine; or state the `bounds` of the model, or the thresholds of the
    decision-engine.

    Source: Hu et al. 2022, DeepETA: How Uber Predicts Arrival Times Using Deep
    Learning, Uber Engineering.
    """
    if _has_way_out(facts):
        return
    clients = {client.id for client in facts.of_kind("client")}
    for server in facts.serving:
        after = facts.descendants([server.id], *ANSWER)
        engines = [e for e in facts.of_kind("decision-engine") if e.id in after]
        states = _states(facts, server, engines)
        if after & clients and State.PRESENT not in states:
            yield Finding(
                ("components", server.id),
                f"{server.id} is quoted as it comes: no bounds hold it, and no "
                "routing-engine stands in for it",
                unstated=State.UNSTATED in states,
            )


def _has_way_out(facts: Facts) -> bool:
    """Whether a routing engine answers when the model does not."""
    roads = [engine.id for engine in facts.of_kind("routing-engine")]
    reached = facts.descendants(roads, "prediction", "feature-values")
    return any(fallback.id in reached for fallback in facts.of_kind("fallback"))


def _states(
    facts: Facts, server: Component, engines: list[Component]
) -> frozenset[State]:
    """Say of all that may hold what a server answers whether it does."""
    served = (id for id, it in facts.design.models.items() if server.id in it.served_by)
    places = (
        *(("models", id, "bounds") for id in served),
        *(("components", engine.id, "thresholds") for engine in engines),
    )
    return frozenset(facts.state(*place) for place in places)
