"""DK824 stale-stock."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, mentions
from designkit.analysis.freshness import age_of
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import shown_duration

GOODS = (
    *("stock", "stocks", "inventory", "inventories", "availability"),
    *("price", "prices", "pricing", "offer", "offers"),
)


def _promises(facts: Facts) -> list[tuple[str, Quantity]]:
    """Return the promises about prices and stock, the strictest first."""
    objectives = facts.design.objectives
    promises = objectives.freshness.items() if objectives else ()
    found = [(name, limit) for name, limit in promises if mentions(GOODS, name)]
    return sorted(found, key=lambda promise: (promise[1].high, promise[0]))


def _applies(facts: Facts) -> bool:
    return bool(_promises(facts))


@rule(
    "DK824",
    Severity.ERROR,
    keys=("objectives.freshness",),
    applies=_applies,
    systems=("search-ranking", "recommendation"),
)
def stale_stock(facts: Facts) -> Iterator[Finding]:
    """What is sold should be shown with the stock and the price of now.

    A page filtered with last night's stock shows what was sold out in the morning.
    The shopper clicks, reads that it is gone, and goes as well; or buys at a price
    that has to be honoured. The promise holds only if every step from the shop's own
    database to the filter is faster than it.

    Bad:
    ```yaml
    objectives: {freshness: {price-and-stock: 60 s}}
    components:
      shopper: {kind: client}
      eligible:
        kind: eligibility-filter
        source-freshness: 24 h                      # <- last night's stock
    ```

    Good:
    ```yaml
    objectives: {freshness: {price-and-stock: 60 s}}
    components:
      shopper: {kind: client}
      eligible: {kind: eligibility-filter, source-freshness: 30 s}
    ```

    Fix: Stream changes of stock and price from the shop's database to the filter and
    the index, and check both once more before the sale.

    Source: Zinkevich, Rules of Machine Learning, rule 8; Kleppmann 2017, Designing
    Data-Intensive Applications, chapter 11, on keeping systems in sync.
    """
    name, limit = _promises(facts)[0]
    for filter in facts.of_kind("eligibility-filter"):
        age = filter.quantity("source-freshness")
        if age and age.high > limit.high:
            yield Finding(
                ("components", filter.id, "source-freshness"),
                f"{filter.id} filters by facts up to {age} old, but {name} is "
                f"promised within {limit}",
                related=((("objectives", "freshness", name), "promised here"),),
            )
    yield from _old_features(facts, name, limit)


def _old_features(facts: Facts, name: str, limit: Quantity) -> Iterator[Finding]:
    for id, feature in facts.design.features.items():
        age = (
            age_of(feature, facts.graph) if mentions(GOODS, id, feature.name) else None
        )
        if age and feature.group in (None, "item") and age.worst > limit.high:
            sum_of = ", ".join(map(str, age.aging))
            yield Finding(
                ("features", id),
                f"{id} is up to {shown_duration(age.worst)} old ({sum_of}), but {name} "
                f"is promised within {limit}",
                related=((("objectives", "freshness", name), "promised here"),),
            )
