"""DK622 availability-math."""

from collections.abc import Iterable, Iterator

from designkit.analysis.dependence import needed_parts
from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.formulas.availability import in_series, minutes_down
from designkit.model.askers import ASKING
from designkit.model.component import Component
from designkit.quantities.bounds import ROUNDING
from designkit.quantities.writing import shown_fraction


def promises_availability(facts: Facts) -> bool:
    """Whether clients are promised a share of good answers."""
    objectives = facts.design.objectives
    return bool(objectives and objectives.availability and facts.graph.askers)


@rule(
    "DK622",
    Severity.ERROR,
    kinds=ASKING,
    keys=("objectives.availability",),
    applies=promises_availability,
)
def availability_math(facts: Facts) -> Iterator[Finding]:
    """A system should not promise more than the parts that it cannot do without.

    A request that needs four parts fails when any one of them does: four times 99.95%
    is 99.80%, 86 minutes a month instead of 22. A part that has a fallback does not
    count, since an answer comes without it; whatever lies on every way to the fallback
    does.

    Bad:
    ```yaml
    objectives: {availability: 99.9%}    # <- four of 99.95% are 99.8%
    components:
      app: {kind: client}
      gateway: {kind: gateway, availability: 99.95%}
      retrieve: {kind: candidate-generator, availability: 99.95%}
      rank: {kind: model-server, availability: 99.95%}
      store: {kind: online-store, availability: 99.95%}
    flows:
      calls:
        - app -> gateway -> retrieve: request
        - retrieve -> rank: candidates
      lookups:
        - store -> rank: feature-values
    ```

    Good:
    ```yaml
    objectives: {availability: 99.9%}
    components:
      app: {kind: client}
      gateway: {kind: gateway, availability: 99.95%}
      retrieve: {kind: candidate-generator, availability: 99.95%}
      rank: {kind: model-server, availability: 99.95%}
      store: {kind: online-store, availability: 99.95%}
      popular: {kind: fallback, mode: popular}
    flows:
      calls:
        - app -> gateway -> retrieve, popular: request
        - retrieve -> rank: candidates
        - popular -> app: response
      lookups:
        - store -> rank: feature-values
    ```

    Fix: Give the weakest parts a fallback or a default, so that an answer comes without
    them; make those that remain an order of magnitude better; or promise less.

    Source: Treynor, Dahlin, Rau and Beyer 2017, The Calculus of Service Availability,
    ACM Queue 15(2).
    """
    objectives = facts.design.objectives
    promise = objectives.availability if objectives else None
    stated = _stated(facts)
    reached = in_series(min(c.availability.high, 1) for c in stated if c.availability)
    if promise and reached < promise.low - ROUNDING:
        yield Finding(
            ("objectives", "availability"),
            f"{shown_fraction(reached)} at best from {_written(stated)}, less than the "
            f"promised {promise}: {minutes_down(reached):.0f} min a month without an "
            f"answer, not {minutes_down(min(promise.low, 1)):.0f}",
            rests_on=(promise, *(part.availability for part in stated)),
        )


def _stated(facts: Facts) -> tuple[Component, ...]:
    return tuple(part for part in needed_parts(facts.graph) if part.availability)


def _written(parts: Iterable[Component]) -> str:
    return ", ".join(f"{part.id} {part.availability}" for part in parts)
