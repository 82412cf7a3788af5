"""DK412 wrong-unit."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.grouping import holds_together
from designkit.analysis.stated import units
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component


def has_parallel_arms(facts: Facts) -> bool:
    """Whether units are put into arms that run side by side."""
    experiment = facts.design.experiment
    chosen = experiment.design if experiment else None
    return chosen in (None, "ab") and bool(units(facts).texts)


@rule(
    "DK412",
    Severity.WARNING,
    keys=("experiment.unit", "components.*.unit"),
    applies=has_parallel_arms,
)
def wrong_unit(facts: Facts) -> Iterator[Finding]:
    """An experiment should randomise what its metric counts and what stands alone.

    Two faults make arms leak into each other. A unit finer than the metric puts one
    user into both arms: a refused payment is tried again in the other one, and user
    averages mean nothing. And units that draw on one pool, such as an advertiser's
    budget, take from each other: the better arm wins by starving the other, and the
    gain is gone once everybody has it.

    What a metric counts is stated (`counted-per`) and compared with the unit. A unit
    that is coarser says how many observations it has (`cluster-size`), which the test
    has to reckon with in any case. Where budgets are paced, it asks within what the
    arms compete (`shared-within`), or for `shared-within: none` where each budget is
    split between the arms; interference judges the answer.

    Bad:
    ```yaml
    components:
      arms: {kind: experiment-service, unit: payment}   # <- a thief tries again
    experiment:
      primary: share of cards with a fraud loss
      counted-per: card
    ```

    Good:
    ```yaml
    components:
      arms: {kind: experiment-service, unit: card}
    experiment:
      primary: share of cards with a fraud loss
      counted-per: card
    ```

    Fix: Randomise by what the metric counts, or coarser; where units share a resource,
    split the resource itself between the arms, or randomise by cluster or by time.

    Source: Kohavi, Tang and Xu 2020, Trustworthy Online Controlled Experiments,
    chapters 14 and 22.
    """
    pacing = _budgets(facts)
    for path, (unit, *_) in units(facts).places:
        if counted := _counted(facts, unit):
            yield Finding(path, _too_fine(unit, counted))
        elif pacing:
            yield Finding(
                path, _leaking(unit, pacing), severity=Severity.ERROR, unstated=True
            )


def _too_fine(unit: str, counted: str) -> str:
    return (
        f"arms are made of {unit}, and the primary metric counts {counted}: one "
        f"{counted} may be in both arms, unless a cluster-size says how many are in one"
    )


def _leaking(unit: str, pacing: Component) -> str:
    return (
        f"arms are made of {unit}, all spend the budgets of {pacing.id}, and nothing "
        "says that budgets are split: what one arm spends, the other lacks"
    )


def _counted(facts: Facts, unit: str) -> str | None:
    """Return what the metric counts, unless a unit is that or holds several."""
    experiment = facts.design.experiment
    counted = experiment.counted_per if experiment else None
    if not experiment or not counted or experiment.cluster_size:
        return None
    return None if holds_together(unit, counted) else counted


def _budgets(facts: Facts) -> Component | None:
    """Return what divides the budgets that arms share, where nothing is said of it."""
    said = facts.state("experiment", "shared-within") is not State.UNSTATED
    return None if said else next(iter(facts.of_kind("pacing")), None)
