"""DK410 underpowered."""

import math
from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.trial import (
    MAIN,
    Path,
    arms_of,
    fault_of_split,
    metrics_of,
)
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.trial_at_best import Need, Supply, needs, sought, supply
from designkit.model.learning import Experiment, TrialMetric
from designkit.quantities.writing import listed, shown_count, shown_fraction

LIFETIME = 1000
"""Days beyond which it is no advice to run a test for longer."""


def compares(facts: Facts) -> bool:
    """Whether a test with arms looks for a change of something stated."""
    experiment = facts.design.experiment
    return experiment is not None and any(_compared(experiment))


@rule(
    "DK410",
    Severity.ERROR,
    keys=("experiment.baseline-rate", "experiment.metrics"),
    applies=compares,
)
def underpowered(facts: Facts) -> Iterator[Finding]:
    """An experiment should be large enough to see the effect it is run for.

    The sample grows with the square of what is to be seen: half the effect needs four
    times the users. A test that is too small usually ends without a result, and when
    it does show one, the effect is overstated or false. 2% more on a rate of 5% takes
    752,703 users in each arm.

    What the past of a user explains need not be averaged away: with a `correlation` of
    the metric with itself before the test, 1 - ρ² of the users are enough (CUPED).
    Where a design reduces variance and does not say by how much, half of it counts.
    Unequal arms take more in all, and so do several metrics or variants that share the
    false alarm rate (`multiplicity`) and observations of one unit that are alike
    (`cluster-size`, `icc`). A unit counts once its outcome is known (`outcome-window`),
    and a `pool` has no more units than it has.

    Bad:
    ```yaml
    components:
      arms: {kind: experiment-service, unit: user}
    experiment:
      primary: share of users who buy
      baseline-rate: 5%
      mde: 2%
      units-per-day: 40 k
      duration: 14 d        # <- 560 k of 1.5 M users
    ```

    Good:
    ```yaml
    components:
      arms: {kind: experiment-service, unit: user}
    experiment:
      primary: share of users who buy
      baseline-rate: 5%
      mde: 4%
      units-per-day: 40 k
      duration: 14 d
      metrics:
        returns: {baseline-rate: 2%, margin: 10%}
    ```

    Fix: Run longer or with more traffic, look for a larger effect, take out noise with
    earlier behaviour (CUPED), or interleave two rankings.

    Source: Fleiss, Levin and Paik 2003, Statistical Methods for Rates and Proportions,
    chapter 4; Deng, Xu, Kohavi and Walker 2013, Improving the Sensitivity of Online
    Controlled Experiments by Utilizing Pre-Experiment Data, WSDM.
    """
    experiment = facts.design.experiment
    assert experiment is not None  # it compares something
    if unsaid := tuple(_unsaid(experiment)):
        names = listed(".".join(path[1:]) for path in unsaid)
        is_unstated = facts.state(*unsaid[0]) is State.UNSTATED
        message = f"the test cannot be sized: {names} not stated"
        yield Finding(unsaid[0], message, unstated=is_unstated)
    elif fault := fault_of_split(experiment):
        yield Finding((*MAIN, "split"), f"the test cannot be sized: {fault}")
    elif too_early := _too_early(experiment):
        yield Finding((*MAIN, "duration"), too_early)
    else:
        yield from _too_small(experiment)


def _compared(experiment: Experiment) -> Iterator[tuple[Path, TrialMetric]]:
    """Give the metrics that arms are compared by, and whose size is stated."""
    for path, metric in metrics_of(experiment):
        rate = metric.baseline_rate
        is_real = 0 < rate.value < 1 if rate else metric.mean is not None
        in_clusters = bool(metric.cluster_size and metric.icc)
        designs = (None, "ab", "switchback") if in_clusters else (None, "ab")
        if is_real and experiment.design in designs:
            yield path, metric


def _unsaid(experiment: Experiment) -> Iterator[Path]:
    """Give what must be stated beside a metric before a sample can be compared."""
    for path, metric in _compared(experiment):
        if not sought(metric):
            yield (*path, "mde")
        if not (metric.baseline_rate or metric.deviation):
            yield (*path, "deviation")
    if not (experiment.units_per_day or experiment.pool):
        yield (*MAIN, "units-per-day")
    if not experiment.duration and (experiment.units_per_day or not experiment.pool):
        yield (*MAIN, "duration")


def _too_early(experiment: Experiment) -> str:
    """Say that the test ends before an outcome is known; nothing if it does not."""
    duration, window = experiment.duration, experiment.outcome_window
    if not (duration and window) or duration.high > window.low:
        return ""
    return f"{duration} end before any outcome is known: that takes {window}"


def _too_small(experiment: Experiment) -> Iterator[Finding]:
    duration, units = experiment.duration, supply(experiment)
    brought = units.within(duration.high) if duration else units.most
    compared = dict(_compared(experiment))
    for need in needs(experiment):
        if need.path not in compared or brought >= need.units:
            continue
        if units.most < need.units:
            told, place = _beyond_the_pool(experiment, need, units), "pool"
        else:
            told, place = _before_the_end(experiment, need, units, brought), "duration"
        message = f"{_needed(experiment, need)}; {told}"
        rests_on = (need.today, experiment.units_per_day, experiment.pool)
        yield Finding((*MAIN, place), message, rests_on=rests_on)


def _needed(experiment: Experiment, need: Need) -> str:
    name = f"{need.path[-1]}: " if need.path != MAIN else ""
    return (
        f"{name}{need.effect} on {need.today} needs {shown_count(need.units)} units in "
        f"{_arms(experiment)}{_reduced(need)}"
    )


def _arms(experiment: Experiment) -> str:
    arms = f"{shown_count(arms_of(experiment))} arms"
    shares = (
        listed(str(share) for share in experiment.split.values())
        if experiment.split
        else ""
    )
    return f"{arms} of {shares}" if shares else arms


def _reduced(need: Need) -> str:
    if not need.reduction.told:
        return ""
    left = shown_fraction(need.reduction.left)
    return f" ({left} of {shown_count(need.size)} each: {need.reduction.told})"


def _before_the_end(
    experiment: Experiment, need: Need, units: Supply, brought: float
) -> str:
    part = shown_fraction(math.floor(brought / need.units * 100) / 100)
    days = units.days_for(need.units)
    enough = f" ({days:.0f} d would do)" if days <= LIFETIME else ""
    bring = f"{experiment.duration} bring {shown_count(brought)}, {part} of them"
    return bring + enough


def _beyond_the_pool(experiment: Experiment, need: Need, units: Supply) -> str:
    have = f"there are {shown_count(units.most)}"
    try:
        effect = need.shown_by(units.most)
    except ValueError:
        return have
    return f"{have}, which show {need.plan.shape.shown(effect)} at best"
