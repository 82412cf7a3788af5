"""DK411 not-whole-weeks."""

import math
from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, Path, rule
from designkit.diagnostics import Severity
from designkit.estimates.formulas.experiment import whole_weeks
from designkit.quantities.bounds import ROUNDING
from designkit.quantities.durations import DAY, WEEK
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import TIMES

LIFETIME = 1000
"""Days beyond which it is no advice to run a test for longer."""


def _is_mixed(facts: Facts) -> bool:
    """Whether both arms share every page, so that days make no difference."""
    experiment = facts.design.experiment
    return bool(experiment and experiment.design == "interleaving")


@rule(
    "DK411",
    Severity.INFO,
    keys=("experiment.duration", "components.*.duration"),
    applies=lambda facts: any(_durations(facts)) and not _is_mixed(facts),
)
def not_whole_weeks(facts: Facts) -> Iterator[Finding]:
    """An experiment should run for whole weeks.

    Those who come on Saturday are not those of Tuesday, and they want other things. A
    test of ten days counts one weekend and two Mondays: what it measures is a week that
    does not exist, and a change that helps at weekends looks better or worse by the day
    it began on. In less than a week there are moreover only those who come often, and
    all are still curious about what is new.

    Where each unit is watched for an `outcome-window` of its own, the weeks are those
    in which units join: the window follows the last of them and ends on any day.

    Bad:
    ```yaml
    components:
      arms: {kind: experiment-service, unit: user}
    experiment:
      primary: share of users who buy
      duration: 10 d        # <- one weekend, two Mondays
    ```

    Good:
    ```yaml
    components:
      arms: {kind: experiment-service, unit: user}
    experiment:
      primary: share of users who buy
      duration: 14 d
    ```

    Fix: Take the next whole number of weeks, two at least where people have to get used
    to a change.

    Source: Kohavi, Tang and Xu 2020, Trustworthy Online Controlled Experiments, chapter
    2, on day-of-week effects and on novelty.
    """
    for path, duration, window in _durations(facts):
        low = duration.low - (window.high if window else 0.0)
        high = duration.high - (window.low if window else 0.0)
        ends_too_early = window is not None and high <= 0
        if not ends_too_early and not _has_whole_weeks(low, high):
            name = f"{duration} less {window}" if window else str(duration)
            yield Finding(path, f"{_told(name, high)}{_advice(high, window)}")


def _durations(facts: Facts) -> Iterator[tuple[Path, Quantity, Quantity | None]]:
    """Give each duration with the part at its end in which no unit joins."""
    experiment = facts.design.experiment
    window = experiment.outcome_window if experiment else None
    if experiment and experiment.duration:
        yield ("experiment", "duration"), experiment.duration, window
    for analysis in facts.of_kind("experiment-analysis"):
        if duration := analysis.quantity("duration"):
            yield ("components", analysis.id, "duration"), duration, window


def _has_whole_weeks(low: float, high: float) -> bool:
    """Whether a whole number of weeks lies in a time; a range may hold several."""
    weeks = math.floor(high / WEEK * (1 + ROUNDING))
    return weeks >= 1 and weeks * WEEK >= low * (1 - ROUNDING)


def _told(name: str, joining: float) -> str:
    days = joining / DAY
    if days < 7:
        return f"{name} is less than a week: some days of it are never seen"
    weeks, over = divmod(days, 7)
    return (
        f"{name} is {weeks:,.0f} {TIMES} 7 d and {over:.3g} d: these weekdays "
        "count more than the others"
    )


def _advice(joining: float, window: Quantity | None) -> str:
    days = joining / DAY
    if days > LIFETIME:
        return ""
    weeks = f"; {whole_weeks(days)} d are whole weeks"
    return f"{weeks}, and {window} come on top" if window else weeks
