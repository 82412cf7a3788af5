"""DK305 stale-by-design."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.freshness import Ways
from designkit.catalog.kind import Stage
from designkit.checks.rule import Finding, Path, rule
from designkit.diagnostics import Severity
from designkit.model.learning import Feature
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import shown_duration

HEADROOM = 0.8
"""Share of the promised age beyond which one late run breaks the promise."""


def _promises(facts: Facts) -> bool:
    """Whether an age is promised, and no stage is cut out of the way to it."""
    if facts.lacks(Stage.INGESTION) or facts.lacks(Stage.FEATURES):
        return False
    return any(_promised(facts, *item) for item in facts.design.features.items())


@rule(
    "DK305",
    Severity.ERROR,
    keys=("features.*.freshness", "objectives.freshness"),
    applies=_promises,
)
def stale_by_design(facts: Facts) -> Iterator[Finding]:
    """A feature should reach the model before it is older than promised.

    Ages add up along the way: a value waits for the next run of each batch step and
    for that run to end, for the slide and the watermark of a stream. A job every hour
    that takes 15 minutes, with a load of five and a cache of one minute, gives values
    that are 81 minutes old just before the next ones arrive; whoever promised an hour
    breaks it every hour, with all lights green. Beyond four fifths of the promise one
    late run is enough, which is a warning.

    Bad:
    ```yaml
    components:
      lake: {kind: lake}
      profile: {kind: batch-transform, interval: 1 d, runtime: 2 h}
      load: {kind: materializer, interval: 6 h, runtime: 20 min}
      online: {kind: online-store}
      score: {kind: model-server}
    flows:
      lookups:
        - online -> score: feature-values
      batches:
        - lake -> profile: raw-table
        - profile -> load: feature-table
        - load -> online: feature-values
    features:
      spend-90d:
        offline-by: profile
        online-by: load
        freshness: 24 h                                   # <- 32 h 20 min at worst
    ```

    Good:
    ```yaml
    components:
      lake: {kind: lake}
      profile: {kind: batch-transform, interval: 1 d, runtime: 2 h}
      load: {kind: materializer, interval: 6 h, runtime: 20 min}
      online: {kind: online-store}
      score: {kind: model-server}
    flows:
      lookups:
        - online -> score: feature-values
      batches:
        - lake -> profile: raw-table
        - profile -> load: feature-table
        - load -> online: feature-values
    features:
      spend-90d: {offline-by: profile, online-by: load, freshness: 48 h}
    ```

    Fix: Run the longest step more often, stream it, or write down that the older value
    does.

    Source: Zinkevich, Rules of Machine Learning, rule 8.
    """
    ways = Ways(facts.graph)
    for id, feature in facts.design.features.items():
        promise = _promised(facts, id, feature)
        age = ways.age(feature) if promise else None
        if promise and age and age.worst > HEADROOM * promise[1].high:
            path, promised = promise
            late = age.worst > promised.high
            sum_of = "; ".join(map(str, age.aging))
            message = (
                f"{id} is up to {shown_duration(age.worst)} old when it is read "
                f"({sum_of}); promised are {promised}"
            )
            severity = None if late else Severity.INFO
            yield Finding(path, message, severity=severity)


def _promised(facts: Facts, id: str, feature: Feature) -> tuple[Path, Quantity] | None:
    """Return the age that is allowed and where it is said: here or in objectives."""
    if feature.freshness:
        return ("features", id, "freshness"), feature.freshness
    objectives = facts.design.objectives
    allowed = objectives.freshness.get(id) if objectives else None
    return (("objectives", "freshness", id), allowed) if allowed else None
