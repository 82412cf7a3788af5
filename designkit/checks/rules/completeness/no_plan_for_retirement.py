"""DK153 no-plan-for-retirement."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from designkit.analysis.facts import Facts
from designkit.analysis.routes import stand_ins
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component


@rule(
    "DK153",
    Severity.WARNING,
    kinds=("hosted-model",),
    keys=("components.*.retired-on",),
)
def no_plan_for_retirement(facts: Facts) -> Iterator[Finding]:
    """A rented version with an end should have something that takes its place.

    On a day that its owner chose, calls fail. The next version answers differently:
    other lengths, other refusals, other prices, so that prompts are adapted, measured
    and released for it, which takes weeks. Whoever begins when calls fail skips the
    measuring.

    What takes its place is a second route that ends later or never, or a release that
    is measured: an evaluator and a deployer.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      ask: {kind: agent}
      model:
        kind: hosted-model
        model-version: large-2026-09-28
        retired-on: 2027-06-30                     # <- and on the first of July?
    flows:
      calls: [app -> ask: request, ask -> model: prompt]
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      ask: {kind: agent}
      door: {kind: llm-gateway}
      model:
        kind: hosted-model
        model-version: large-2026-09-28
        retired-on: 2027-06-30
      second: {kind: hosted-model, model-version: other-2026-08-06}
    flows:
      calls:
        - app -> ask: request
        - ask -> door -> model, second: prompt
    ```

    Fix: Bring a candidate in by a deployer, measured on cases of your own, while the
    way back is still open; or keep a second route that has been evaluated.

    Source: Anthropic, Model deprecations (notice of at least 60 days before a version
    is retired, after which requests fail).
    """
    if facts.has("deployer") and (facts.has("evaluator") or facts.design.evaluation):
        return
    for model in facts.of_kind("hosted-model"):
        end = "".join(model.texts("retired-on"))
        if end and not any(_outlives(it, model) for it in stand_ins(facts, model)):
            yield Finding(
                ("components", model.id, "retired-on"),
                f"{model.id} ends on {end}, and nothing is there to take its place",
            )


def _outlives(other: Component, model: Component) -> bool:
    """Whether `other` has no end that is known, or a later one."""
    end, own = _day(other), _day(model)
    return end is None or own is None or end > own


def _day(model: Component) -> date | None:
    """Return the day on which a version ends, if one can be read."""
    with suppress(ValueError):
        return date.fromisoformat("".join(model.texts("retired-on")))
    return None
