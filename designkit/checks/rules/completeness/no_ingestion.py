"""DK117 no-ingestion."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.federated import federated
from designkit.catalog.kind import Stage
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity

SAID_BEFORE = ("session-memory", "cache")
"""Kinds that keep what requests said, and what was answered."""

INDEXES = ("ann-index", "inverted-index")
"""Kinds that are filled with the data of somebody."""


@rule("DK117", Severity.ERROR)
def no_ingestion(facts: Facts) -> Iterator[Finding]:
    """A design should say how data gets in and where it is kept.

    Models are made of yesterday's events, so somebody must have kept them: in order,
    with their times, long enough to build a feature again from the start. Data that is
    read straight from the databases of others has no history, slows down the shop, and
    changes whenever a column does. A model of others that reads nothing but its request
    and what was said before needs none of this, also where it is judged by what it did;
    and a training on devices alone finds its data there.

    Bad:
    ```yaml
    components:                                    # <- orders are read in place
      orders: {kind: source-db}
      features: {kind: batch-transform}
      train: {kind: trainer}
    ```

    Good:
    ```yaml
    components:
      orders: {kind: source-db}
      copy: {kind: batch-ingest, interval: 1 h}
      lake: {kind: lake, retention: 730 d}
      features: {kind: batch-transform}
      train: {kind: trainer}
    ```

    Fix: Add an event-log for what happens, a batch-ingest or stream-ingest for what
    others keep, and a lake that holds both.

    Source: Kreps 2013, The Log: What every software engineer should know about
    real-time data's unifying abstraction, part 2; Polyzotis et al. 2017, Data
    Management Challenges in Production Machine Learning.
    """
    if facts.lacks(Stage.INGESTION) and not _needs_no_data(facts):
        yield Finding(
            ("components",),
            "data ingestion is missing: nothing brings in or keeps data",
        )


def _needs_no_data(facts: Facts) -> bool:
    """Whether nothing is trained here, and nothing is read but what requests say.

    What is trained on devices alone finds its data there.
    """
    trainers = facts.of_kind("trainer")
    if trainers and trainers == federated(facts):
        return True
    read = (f.source for f in facts.graph.synchronous if f.mode == "lookup")
    return (
        facts.trains_nothing
        and not facts.in_stage(Stage.FEATURES)
        and not facts.design.features
        and not facts.has(*INDEXES)
        and all(facts.design.components[id].kind in SAID_BEFORE for id in read)
    )
