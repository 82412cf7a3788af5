"""DK115 no-fallback."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.language import LANGUAGE_MODELS
from designkit.analysis.routes import stand_ins
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.writing import listed


def _is_online(facts: Facts) -> bool:
    return facts.is_online


@rule(
    "DK115",
    Severity.WARNING,
    kinds=kinds_with(Role.RUNS_MODEL),
    applies=_is_online,
    tier_1=Severity.ERROR,
)
def no_fallback(facts: Facts) -> Iterator[Finding]:
    """A request should get an answer when the model is late or down.

    A model path is long: store, features, network, accelerator. At 99.9% each, five
    hops in a row fail in 0.5% of requests, 3.6 h a month. If nothing else can answer,
    the user sees an error because a ranking was not ideal. The answer of last resort is
    part of the design, and so is how much worse it is.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      gateway: {kind: gateway}
      rank: {kind: model-server}                   # <- and if it does not answer?
    flows:
      calls:
        - app -> gateway -> rank: request
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      gateway: {kind: gateway}
      rank: {kind: model-server}
      popular: {kind: fallback, mode: popular, quality-loss: 30%}
    flows:
      calls:
        - app -> gateway -> rank: request
        - gateway -> popular: request
        - popular -> app: response
    ```

    Fix: Add a fallback (last good answer, popular items, rules, the previous model), or
    state the `fail-mode` of the decision-engine.

    Source: Beyer et al. 2016, Site Reliability Engineering, chapter 22, Addressing
    Cascading Failures; Nygard 2018, Release It!, chapter 5.
    """
    waiting = [c.id for c in facts.serving if c.id in facts.graph.in_request]
    fallbacks = facts.of_kind("fallback")
    asked = any(part.id in facts.graph.in_request for part in fallbacks)
    decided = not fallbacks and _is_decided(facts)
    if not (asked or decided or _has_second_route(facts)):
        yield Finding(
            ("components", waiting[0]),
            f"requests wait for {listed(waiting)}, and nothing else can answer",
        )


def _has_second_route(facts: Facts) -> bool:
    """Whether a gateway to language models may ask another where one is down."""
    asked = [
        model
        for door in facts.of_kind("llm-gateway")
        for flow in facts.flows_from(door.id, "prompt")
        if (model := facts.design.components[flow.target]).kind in LANGUAGE_MODELS
    ]
    return any(stand_ins(facts, model) for model in asked)


def _is_decided(facts: Facts) -> bool:
    """Whether the design says in words what happens without a score."""
    engines = facts.of_kind("decision-engine")
    models = facts.design.models.values()
    return any(e.texts("fail-mode") for e in engines) or any(m.fallback for m in models)
