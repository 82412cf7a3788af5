"""DK412 wrong-unit."""

import re
from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.stated import primary_metric, units
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component

CALLS = ("request", "impression", "view", "pageview", "query", "search", "event")
DEEDS = ("payment", "transaction", "order", "trip", "session", "visit")
BEINGS = ("user", "viewer", "customer", "shopper", "searcher", "reader", "member")
HOLDERS = ("card", "account", "device", "rider", "courier", "driver", "seller")

FINE = frozenset(CALLS + DEEDS)
"""Units of which one person has many."""

COARSE = frozenset(BEINGS + HOLDERS)
"""Units that last, and of which a metric may be counted."""

APART = ("budget", "campaign", "advertiser", "market", "region", "cluster")
"""Words of a unit, or of a note, that keep the arms out of each other's budgets."""


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

    Bad:
    ```yaml
    components:
      arms: {kind: experiment-service, unit: payment}   # <- a thief tries again
    experiment:
      primary: share of cards with a fraud loss
    ```

    Good:
    ```yaml
    components:
      arms: {kind: experiment-service, unit: card}
    experiment:
      primary: share of cards with a fraud loss
    ```

    Fix: Randomise by what the metric counts, or coarser; where units share a resource,
    split the resource itself between the arms, or randomise by cluster or by time.

    Source: Kohavi, Tang and Xu 2020, Trustworthy Online Controlled Experiments,
    chapters 14 and 22.
    """
    for path, (unit, *_) in units(facts).places:
        if counted := _counted(facts, unit):
            yield Finding(path, _too_fine(unit, counted))
        elif shared := _shared(facts, unit):
            yield Finding(path, _leaking(unit, shared), severity=Severity.ERROR)


def _too_fine(unit: str, counted: str) -> str:
    return (
        f"arms are made of {unit}, the primary metric counts {counted}: "
        f"one {counted} may be in both arms"
    )


def _leaking(unit: str, pacing: Component) -> str:
    return (
        f"arms are made of {unit}, but all spend the budgets of {pacing.id}: "
        "what one arm spends, the other lacks"
    )


def _counted(facts: Facts, unit: str) -> str | None:
    """Return what the primary metric counts, if `unit` is finer."""
    if _singulars(unit).isdisjoint(FINE) or _singulars(unit) & COARSE:
        return None
    counted = [_singulars(text) & COARSE for text in primary_metric(facts).texts]
    return min((name for names in counted for name in names), default=None)


def _shared(facts: Facts, unit: str) -> Component | None:
    """Return the component that divides what units share, unless that is split."""
    experiment = facts.design.experiment
    note = (experiment.note or "") if experiment else ""
    is_apart = not _singulars(f"{unit} {note}").isdisjoint(APART)
    return None if is_apart else next(iter(facts.of_kind("pacing")), None)


def _singulars(text: str) -> frozenset[str]:
    words = re.findall("[a-z]+", text.lower())
    return frozenset(re.sub("ies$", "y", word).removesuffix("s") for word in words)
