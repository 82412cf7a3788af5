"""DK318 index-without-candidates."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.lineage import Trail
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity

FOUND = ("candidates", "passages", "response", "prediction", "embedding", None)
"""What a search may bring back, if it is said."""

VALUES = Trail(("feature-values", "feature-table"))


@rule("DK318", Severity.WARNING, kinds=("candidate-generator",))
def index_without_candidates(facts: Facts) -> Iterator[Finding]:
    """An index that a candidate generator reads should give it candidates.

    A generator asks an index which items fit. If what comes back are only values of
    features, it names no item: that source of candidates is empty, and the others hide
    it, since a page is filled all the same. It shows in the recall of what only this
    index would have found.

    It asks of an inverted index or one of vectors that a generator reads or calls; what
    serves a model may give distances as features.

    Bad:
    ```yaml
    components:
      words: {kind: inverted-index}
      find: {kind: candidate-generator}
    flows:
      lookups: [words -> find: feature-values]      # <- of which items?
    ```

    Good:
    ```yaml
    components:
      words: {kind: inverted-index}
      find: {kind: candidate-generator}
    flows:
      lookups: [words -> find: candidates]
    ```

    Fix: Name what the index really brings, or ask it for the items that fit.

    Source: Covington, Adams and Sargin 2016, Deep Neural Networks for YouTube
    Recommendations, section 3, on the sources of candidates.
    """
    finders = {part.id for part in facts.of_kind("candidate-generator")}
    silent = [
        part.id
        for part in facts.of_kind("inverted-index", "ann-index")
        if {it.carries for it in facts.flows_from(part.id)}.isdisjoint(FOUND)
    ]
    for number, flow in enumerate(facts.design.flows):
        if flow.target not in finders or flow.carries != "feature-values":
            continue
        before = facts.lineage.brought_by(flow, VALUES)
        for index in silent:
            if index in before:
                yield Finding(
                    ("flows", number),
                    f"{flow.target} reads {index} and is told of no item: it gets "
                    "feature-values alone",
                )
