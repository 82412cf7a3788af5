"""DK228 post-filter-recall."""

from collections.abc import Iterator
from contextlib import suppress

from designkit.analysis.facts import Facts
from designkit.analysis.language import of_ids
from designkit.analysis.lineage import Trail
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.formulas.passages import enough_left, search_depth
from designkit.model.component import Component
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import shown_count

PASSED = Trail(("passages",), ends_at=("agent",))
"""Passages, from what found them to the agent that reads them."""

SURE = 0.99
"""How often enough has to be left."""

RAREST = 1e-6
"""A share below which no search is deep enough."""


@rule(
    "DK228",
    Severity.WARNING,
    kinds=("eligibility-filter",),
    keys=("components.*.selectivity",),
)
def post_filter_recall(facts: Facts) -> Iterator[Finding]:
    """A filter behind a search should leave as many passages as are read.

    Who may read 2% of the documents has one left of the best 50, on average, and in a
    third of the searches none: the answer says that nothing is known, with all of it in
    the index. To have 8 left in 99 of 100 searches, 796 have to be found. A filter
    inside of the search costs no recall.

    What is found is the `items-out` before the filter, and what is read are the
    `passages` of the agent behind it.

    Bad:
    ```yaml
    components:
      near: {kind: ann-index}
      fuse: {kind: candidate-generator, items-out: 50}
      allowed:
        kind: eligibility-filter
        selectivity: 2%                            # <- 1 is left, of 8
      ask: {kind: agent, passages: 8}
    flows:
      calls: [near -> fuse -> allowed -> ask: passages]
    ```

    Good:
    ```yaml
    components:
      near: {kind: ann-index}
      fuse: {kind: candidate-generator, items-out: 50}
      allowed: {kind: eligibility-filter, selectivity: 95%}
      ask: {kind: agent, passages: 8}
    flows:
      calls: [near -> fuse -> allowed -> ask: passages]
    ```

    Fix: Filter inside of the search, or part the index by right, and let the filter
    behind it check again; its `selectivity` is then what the minutes between the two
    leave. Or find as many as are needed.

    Source: the binomial distribution; Malkov and Yashunin 2018, Efficient and robust
    approximate nearest neighbor search using HNSW graphs, on what a search returns.
    """
    for filter in facts.of_kind("eligibility-filter"):
        share = filter.quantity("selectivity")
        found, readers = _found(facts, filter), _readers(facts, filter)
        for reader in readers if share and found else ():
            read = reader.quantity("passages")
            if share and found and read and _is_short(found, share, read):
                yield Finding(
                    ("components", filter.id, "selectivity"),
                    f"{filter.id} lets {share} of {found} passages through, and "
                    f"{reader.id} reads {read}{_depth(share, read)}",
                    rests_on=(share, found, read),
                )


def _found(facts: Facts, filter: Component) -> Quantity | None:
    """Return the most that is said to be found before `filter`."""
    behind = facts.lineage.behind((filter.id,), PASSED)
    stated = (facts.design.components[id].quantity("items-out") for id in behind)
    return max((it for it in stated if it), key=lambda it: it.high, default=None)


def _readers(facts: Facts, filter: Component) -> tuple[Component, ...]:
    ahead = facts.lineage.ahead((filter.id,), PASSED)
    return of_ids(facts, ahead, lambda part: part.kind == "agent")


def _is_short(found: Quantity, share: Quantity, read: Quantity) -> bool:
    """Whether too few are left, by the ends of what is stated that leave the most."""
    with suppress(ValueError):
        return enough_left(found.high, share.high, read.low) < SURE
    return False


def _depth(share: Quantity, read: Quantity) -> str:
    """Say how many would have to be found, where a search can find as many."""
    if share.high < RAREST or read.low < 1:
        return ""
    needed = search_depth(share.high, int(read.low), SURE)
    return f"; {shown_count(needed)} would have to be found"
