"""DK811 slow-velocity."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.freshness import Age, age_of, step_of
from designkit.analysis.roles import has_role
from designkit.analysis.stakes import hides_outcomes
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.learning import Feature
from designkit.quantities.durations import HOUR, MINUTE
from designkit.quantities.writing import shown_duration


@rule("DK811", Severity.ERROR, keys=("features",), applies=hides_outcomes)
def slow_velocity(facts: Facts) -> Iterator[Finding]:
    """Counts over the last minutes should be counted within the minute.

    Stolen cards are tested by the hundred: small payments, one a second, over in
    minutes. A count over ten minutes that an hourly job brings up to date is right
    about yesterday and blind to the attack it was made for. The window says how fast
    things move; the way to the online store must be faster.

    Bad:
    ```yaml
    components:
      counts: {kind: batch-transform, interval: 1 h, runtime: 10 min}
      score: {kind: model-server}
      decide: {kind: decision-engine, actions: [allow, decline]}
    features:
      card-count-10min:                             # <- 70 min old
        online-by: counts
        window: 10 min
    ```

    Good:
    ```yaml
    components:
      counts: {kind: stream-transform, slide: 1 s, watermark: 1 s, lag: 2 s}
      score: {kind: model-server}
      decide: {kind: decision-engine, actions: [allow, decline]}
    features:
      card-count-10min: {online-by: counts, window: 10 min}
    ```

    Fix: Count on the stream, with a slide of seconds, and write each update straight
    to the online store.

    Source: Whitrow et al. 2009, Transaction aggregation as a strategy for credit card
    fraud detection, Data Mining and Knowledge Discovery 18.
    """
    for id, feature in facts.design.features.items():
        if not _is_fast(feature) or feature.online_by is None:
            continue
        age = _age(facts, feature, feature.online_by)
        if age.worst > MINUTE:
            sum_of = ", ".join(map(str, age.aging))
            yield Finding(
                ("features", id),
                f"{id} is up to {shown_duration(age.worst)} old ({sum_of}), and an "
                "attack takes minutes",
            )
        elif not age.worst and _is_scheduled(facts, feature.online_by):
            yield Finding(
                ("features", id),
                f"{id} comes from the batch job {feature.online_by}, which does not "
                "say how often it runs",
                unstated=True,
            )


def _is_fast(feature: Feature) -> bool:
    """Whether it counts over an hour or less: the window says how fast things move."""
    return feature.window is not None and feature.window.high <= HOUR


def _age(facts: Facts, feature: Feature, online: str) -> Age:
    """Return its age when it is read; if nothing is drawn, what its maker adds."""
    maker = Age((step_of(facts.design.components[online]),))
    return age_of(feature, facts.graph) or maker


def _is_scheduled(facts: Facts, id: str) -> bool:
    return has_role(facts.design.components[id], Role.SCHEDULED_FEED)
