"""DK708 monitor-too-slow."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.renewal import renewal_of
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.quantities.durations import DAY
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import listed

AT_ONCE = ("data", "feature", "skew", "prediction", "ops")
"""What can be seen the moment that it happens, without labels."""

QUARTER = 90 * DAY
"""Seconds. What is stated about no model: the longest that a fault may go unseen."""


@rule("DK708", Severity.WARNING, kinds=("monitor",))
def monitor_too_slow(facts: Facts) -> Iterator[Finding]:
    """A monitor should speak while the model that it watches is still in service.

    A mean over thirty days moves by a thirtieth when a day breaks. Where the model is
    replaced each week, four models are mixed in one number, and by the time that it
    passes its threshold the broken one has been out of service for a fortnight. What
    can be seen at once (data, features, scores, errors) is watched by the hour or day.

    It asks of windows of more than a day, the time from one training to the next, or
    the oldest age allowed where no such time is stated; of a model that states neither,
    90 days. What another monitor watches in time may be watched slowly as well.

    Bad:
    ```yaml
    components:
      score: {kind: model-server}
      drift:
        kind: monitor
        watch: [data, prediction]
        window: 30 d                                # <- four models later
    models:
      ranker: {served-by: score, retrain: {every: 7 d, max-age: 28 d}}
    ```

    Good:
    ```yaml
    components:
      score: {kind: model-server}
      drift: {kind: monitor, watch: [data, prediction], window: 1 d}
    models:
      ranker: {served-by: score, retrain: {every: 7 d, max-age: 28 d}}
    ```

    Fix: Compute what needs no labels over an hour or a day, and compare it with the
    same weekday before; leave long windows to a monitor of late labels.

    Source: Breck et al. 2017, The ML Test Score, Monitor 2 to 7; Klaise et al. 2020,
    Monitoring and explainability of models in production.
    """
    limit, why = _limit(facts)
    monitors = facts.of_kind("monitor")
    slow = [monitor for monitor in monitors if _is_slow(monitor, limit)]
    in_time = {it for m in monitors if m not in slow for it in m.texts("watch")}
    for monitor in slow:
        late = [it for it in AT_ONCE if it in {*monitor.texts("watch")} - in_time]
        if late:
            yield Finding(
                ("components", monitor.id, "window"),
                f"{monitor.id} watches {listed(late)} over "
                f"{monitor.quantity('window')}, and {why}",
            )


def _is_slow(monitor: Component, limit: float) -> bool:
    window = monitor.quantity("window")
    return window is not None and window.low > max(limit, DAY)


def _limit(facts: Facts) -> tuple[float, str]:
    """Return the seconds for which some model stays in service, and how to say so."""
    times = [_lifetime(facts, id) for id in facts.design.models]
    times = times or [_of_triggers(facts)]
    stated = [time for time in times if time]
    longest = max(stated, key=lambda time: time.high, default=None)
    if longest and (len(stated) == len(times) or longest.high > QUARTER):
        return longest.high, f"a model is replaced after {longest}"
    return QUARTER, "a fault would go unseen for more than 90 d"


def _lifetime(facts: Facts, id: str) -> Quantity | None:
    """Return how long the model `id` stays in service, as far as it is stated."""
    interval = renewal_of(id, facts.graph).interval
    if interval:
        return interval.quantity
    retrain = facts.design.models[id].retrain
    return _of_triggers(facts) or (retrain.max_age if retrain else None)


def _of_triggers(facts: Facts) -> Quantity | None:
    """Return the longest interval of the retrain triggers, else their oldest age."""
    for name in ("interval", "max-model-age"):
        stated = [t.quantity(name) for t in facts.of_kind("retrain-trigger")]
        if found := [time for time in stated if time]:
            return max(found, key=lambda time: time.high)
    return None
