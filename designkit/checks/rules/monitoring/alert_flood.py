"""DK713 alert-flood."""

from collections.abc import Iterator
from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.formulas.drift import false_alarms
from designkit.model.component import Component
from designkit.quantities.bounds import ROUNDING
from designkit.quantities.durations import DAY
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import TIMES, shown_number

MOST = 1.0
"""False alarms a day that somebody still looks into."""

TESTED = ("feature", "skew")
"""What is tested feature by feature."""


@dataclass(frozen=True, slots=True)
class Watch:
    """A monitor that tests features, each once in a window."""

    monitor: Component
    features: Quantity
    window: Quantity
    rate: Quantity

    @property
    def alarms(self) -> float | None:
        """Alarms a day without any cause, at least; none if no numbers give it."""
        if not self.window.high:
            return None
        try:
            checks = DAY / self.window.high
            return false_alarms(self.features.low, checks, self.rate.low)
        except ValueError:
            return None


@rule(
    "DK713",
    Severity.WARNING,
    kinds=("monitor",),
    keys=("components.*.false-alarm-rate",),
    applies=lambda facts: any(_watches(facts)),
)
def alert_flood(facts: Facts) -> Iterator[Finding]:
    """A monitor should not cry wolf every day.

    A test that is wrong once in a hundred times is a careful test. Four hundred
    features, tested each hour, are 9,600 tests a day and 96 alarms on a day on which
    nothing happened. After a week somebody mutes the channel, and the alarm that was
    meant is not read either.

    Compared are the features of the workload, the window of a monitor that watches
    features or skew, and its `false-alarm-rate`, where all three are stated.

    Bad:
    ```yaml
    workload: {features: 400}
    components:
      watch:
        kind: monitor
        watch: [feature, skew]
        window: 1 h
        false-alarm-rate: 1%                        # <- 96 a day
    ```

    Good:
    ```yaml
    workload: {features: 400}
    components:
      watch:
        kind: monitor
        watch: [feature, skew]
        window: 1 d
        false-alarm-rate: 0.01%
    ```

    Fix: Test the size of a change (a distance above a limit) instead of whether there
    is any, test longer windows, raise an alarm for several in a row or for a group of
    features, and weigh features by how much the model uses them.

    Source: Beyer et al. 2016, Site Reliability Engineering, chapter 6, on alerts that
    must be acted on; Benjamini and Hochberg 1995, Controlling the False Discovery Rate:
    A Practical and Powerful Approach to Multiple Testing, Journal of the Royal
    Statistical Society B 57(1).
    """
    for watch in _watches(facts):
        alarms = watch.alarms
        if alarms and alarms > MOST * (1 + ROUNDING):
            yield Finding(
                ("components", watch.monitor.id, "false-alarm-rate"),
                f"{watch.monitor.id} raises at least {shown_number(alarms)} alarms a "
                f"day when nothing is wrong: {watch.features} {TIMES} 24 h / "
                f"{watch.window} {TIMES} {watch.rate}",
            )


def _watches(facts: Facts) -> Iterator[Watch]:
    load = facts.design.workload
    features = load.features if load else None
    for monitor in facts.of_kind("monitor"):
        is_tested = not set(TESTED).isdisjoint(monitor.texts("watch"))
        window = monitor.quantity("window")
        rate = monitor.quantity("false-alarm-rate")
        if features and window and rate and is_tested:
            yield Watch(monitor, features, window, rate)
