"""DK824 stale-stock."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.freshness import VALUES
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.quantities.quantity import Quantity


@rule(
    "DK824",
    Severity.ERROR,
    kinds=("eligibility-filter",),
    keys=("objectives.freshness",),
)
def stale_stock(facts: Facts) -> Iterator[Finding]:
    """What may be shown should be decided by the facts of now, not of last night.

    A page filtered with last night's stock shows what was sold out in the morning.
    The shopper clicks, reads that it is gone, and goes as well; or buys at a price
    that has to be honoured. So it is with a post that was taken down, a budget that is
    spent, a road that is closed. The promise holds only if every step from the source
    to the filter is faster than it.

    Bad:
    ```yaml
    objectives: {freshness: {eligible: 60 s}}
    components:
      shopper: {kind: client}
      eligible:
        kind: eligibility-filter
        source-freshness: 24 h                      # <- last night's stock
    ```

    Good:
    ```yaml
    objectives: {freshness: {eligible: 60 s}}
    components:
      shopper: {kind: client}
      eligible: {kind: eligibility-filter, source-freshness: 30 s}
    ```

    Fix: Stream changes from where they happen to the filter and the index, and check
    once more before the sale. A promise is about a filter if it names the filter, or a
    feature or a component whose values reach it.

    Source: Zinkevich, Rules of Machine Learning, rule 8; Kleppmann 2017, Designing
    Data-Intensive Applications, chapter 11, on keeping systems in sync.
    """
    for filter in facts.of_kind("eligibility-filter"):
        age, promise = filter.quantity("source-freshness"), _promise(facts, filter)
        if age and promise and age.high > promise[1].high:
            name, limit = promise
            yield Finding(
                ("components", filter.id, "source-freshness"),
                f"{filter.id} filters by facts up to {age} old, but {name} is "
                f"promised within {limit}",
                related=((("objectives", "freshness", name), "promised here"),),
            )


def _promise(facts: Facts, filter: Component) -> tuple[str, Quantity] | None:
    """Return the strictest promise about what `filter` goes by, with its name."""
    before = {filter.id, *facts.ancestors((filter.id,), *VALUES)}
    promises = facts.design.objectives.freshness if facts.design.objectives else {}
    features = facts.design.features
    named = [
        (name, limit)
        for name, limit in promises.items()
        if name in before or (name in features and features[name].online_by in before)
    ]
    return min(named, key=lambda item: (item[1].high, item[0]), default=None)
