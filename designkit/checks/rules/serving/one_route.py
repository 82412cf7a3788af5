"""DK692 one-route."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.language import LANGUAGE_MODELS
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.quantities.writing import listed


@rule(
    "DK692",
    Severity.WARNING,
    kinds=("llm-gateway",),
    keys=("components.*.routes", "components.*.hedge"),
)
def one_route(facts: Facts) -> Iterator[Finding]:
    """A gateway that chooses among models should have more than one to choose from.

    A wait after which a second model is asked, or a list of routes, promises an answer
    when the first model is slow or down. Behind a gateway that leads to one model only,
    the same model is asked again, just when it is full.

    Bad:
    ```yaml
    components:
      assist: {kind: agent}
      door: {kind: llm-gateway, hedge: 2 s}        # <- asks main again
      main: {kind: hosted-model}
    flows:
      calls: [assist -> door -> main: prompt]
    ```

    Good:
    ```yaml
    components:
      assist: {kind: agent}
      door: {kind: llm-gateway, hedge: 2 s}
      main: {kind: hosted-model}
      second: {kind: hosted-model}
    flows:
      calls: [assist -> door -> main: prompt, door -> second: prompt]
    ```

    Fix: Draw the second model, of another owner or in another region, and measure it as
    the first one was; or take the promise away.

    Source: Dean and Barroso 2013, The Tail at Scale, on hedged requests; Huyen 2024,
    Building a generative AI platform, on gateways and second providers.
    """
    for door in facts.of_kind("llm-gateway"):
        targets = {flow.target for flow in facts.flows_from(door.id, "prompt")}
        models = [m for m in facts.of_kind(*LANGUAGE_MODELS) if m.id in targets]
        if len(targets) == 1 and models and len(models[0].region) < 2:
            yield from _promised(door, models[0])


def _promised(door: Component, model: Component) -> Iterator[Finding]:
    at, routes = ("components", door.id), door.texts("routes")
    if hedge := door.quantity("hedge"):
        yield Finding(
            (*at, "hedge"),
            f"after {hedge} {door.id} asks a second model, and leads to "
            f"{model.id} only",
        )
    if len(routes) > 1:
        yield Finding(
            (*at, "routes"),
            f"{door.id} chooses among {listed(routes)}, and leads to {model.id} only",
            unstated=True,
        )
