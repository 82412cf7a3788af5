"""DK824 stale-stock."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.freshness import VALUES, Ways
from designkit.analysis.promises import Promise, strictest_about
from designkit.checks.rule import Finding, Path, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.quantities.bounds import ROUNDING
from designkit.quantities.writing import shown_duration

RIGHTS = "rights"
"""What a promise calls the rights by which passages are filtered."""


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
    feature or a component whose values reach it; `rights` are those by which passages
    are filtered: a permission that is withdrawn acts at once, not at the next build.

    Source: Zinkevich, Rules of Machine Learning, rule 8; Kleppmann 2017, Designing
    Data-Intensive Applications, chapter 11, on keeping systems in sync.
    """
    ways = Ways(facts.graph)
    for filter in facts.of_kind("eligibility-filter"):
        promise = _promise(facts, filter)
        if promise is None:
            continue
        path, age, shown = _age(facts, ways, filter)
        if age > promise.limit.high * (1 + ROUNDING):
            yield Finding(
                path,
                f"{filter.id} filters by facts up to {shown}, but {promise.name} "
                f"is promised within {promise.limit}",
                related=((promise.path, "promised here"),),
            )


def _age(facts: Facts, ways: Ways, filter: Component) -> tuple[Path, float, str]:
    """Return how old the facts of `filter` may be: as it states, or by their way."""
    stated = filter.quantity("source-freshness")
    if stated:
        path = ("components", filter.id, "source-freshness")
        return path, stated.high, f"{stated} old"
    age = ways.age_at(filter.id)
    shown = f"{shown_duration(age.worst)} old ({'; '.join(map(str, age.aging))})"
    return ("components", filter.id), age.worst, shown


def _promise(facts: Facts, filter: Component) -> Promise | None:
    """Return the strictest promise about what `filter` goes by."""
    before = {filter.id, *facts.ancestors((filter.id,), *VALUES)}
    if facts.flows_to(filter.id, "passages"):
        before.add(RIGHTS)
    features = facts.design.features
    made = {id for id, feature in features.items() if feature.online_by in before}
    return strictest_about(facts.design, before | made)
