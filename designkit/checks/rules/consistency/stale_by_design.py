"""DK305 stale-by-design."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.freshness import Age, Ways
from designkit.analysis.promises import Promise, promise_of_feature, promises_about
from designkit.catalog.kind import Stage
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.bounds import ROUNDING
from designkit.quantities.writing import shown_duration

HEADROOM = 0.8
"""Share of the promised age beyond which one late run breaks the promise."""


ELSEWHERE = ("cache", "eligibility-filter", "index-builder", "batch-scorer")
"""Kinds of which rules of their own ask how old what they give is."""


def _is_whole(facts: Facts) -> bool:
    """Whether no stage is cut out of the way of a value."""
    return not (facts.lacks(Stage.INGESTION) or facts.lacks(Stage.FEATURES))


@rule(
    "DK305",
    Severity.ERROR,
    keys=("features.*.freshness", "objectives.freshness"),
    applies=_is_whole,
)
def stale_by_design(facts: Facts) -> Iterator[Finding]:
    """A value should be read before it is older than promised.

    Ages add up along the way: a value waits for the next run of each batch step and
    for that run to end, for the slide and the watermark of a stream. A job every hour
    that takes 15 minutes, with a load of five and a cache of one minute, gives values
    that are 81 minutes old just before the next ones arrive; whoever promised an hour
    breaks it every hour, with all lights green. Beyond four fifths of the promise one
    late run is enough, which is told as well. A promise is made of a feature, or of a
    table or another component by its id.

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
    for promise, age in _ages(facts):
        if age.worst > HEADROOM * promise.limit.high:
            late = age.worst > promise.limit.high * (1 + ROUNDING)
            sum_of = "; ".join(map(str, age.aging))
            message = (
                f"{promise.name} is up to {shown_duration(age.worst)} old when it is "
                f"read ({sum_of}); promised are {promise.limit}"
            )
            yield Finding(
                promise.path, message, severity=None if late else Severity.INFO
            )


def _ages(facts: Facts) -> Iterator[tuple[Promise, Age]]:
    """Give each promise with the age along the slowest way to what it names."""
    ways, features = Ways(facts.graph), facts.design.features
    for id, feature in features.items():
        promise = promise_of_feature(facts.design, id)
        age = ways.age(feature) if promise else None
        if promise and age:
            yield promise, age
    for promise in promises_about(facts.design, _tables(facts) - features.keys()):
        yield promise, ways.age_at(promise.name)


def _tables(facts: Facts) -> set[str]:
    """Return the components of whose age no rule of their own speaks."""
    builders = [part.id for part in facts.of_kind("index-builder")]
    scorers = [part.id for part in facts.of_kind("batch-scorer")]
    kept = {
        *facts.descendants(builders, "index"),
        *facts.descendants(scorers, "prediction"),
        *(part.id for part in facts.of_kind(*ELSEWHERE)),
    }
    return facts.design.components.keys() - kept
