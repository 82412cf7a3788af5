"""What an experiment needs and gets, by the ends of its ranges that favour it most."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from designkit.analysis.trial import (
    Path,
    arms_of,
    comparisons,
    metrics_of,
    split_of,
)
from designkit.estimates.comparison import Plan, shape_of
from designkit.estimates.formulas.experiment import per_comparison, whole_weeks
from designkit.estimates.formulas.variance import cuped
from designkit.model.learning import Experiment, TrialMetric
from designkit.quantities.bounds import capped
from designkit.quantities.durations import DAY
from designkit.quantities.quantity import Quantity

ALPHA, POWER = 0.05, 0.8
"""Level and power of a test, where a design states no others."""

REDUCED = 0.5
"""Part of the variance that is left at best, as Deng and others (2013) report it."""

RHO = "\N{GREEK SMALL LETTER RHO}"


@dataclass(frozen=True, slots=True)
class Reduction:
    """The part of the variance that is left to average away, and how that is known."""

    left: float = 1.0
    told: str = ""


@dataclass(frozen=True, slots=True)
class Need:
    """What one metric needs: `size` units in the smallest arm before any reduction.

    `times` as many are in all arms, and `plan` relates units and effect.
    """

    path: Path
    today: Quantity
    effect: Quantity
    plan: Plan
    size: float
    times: float
    reduction: Reduction

    @property
    def units(self) -> float:
        """The units that it needs in all arms."""
        return capped(self.times * math.ceil(self.size * self.reduction.left))

    def shown_by(self, units: float) -> float:
        """Return the effect that so many units in all arms show, as it is stated.

        Raises:
            ValueError: there are none.
        """
        return self.plan.effect(units / self.times / self.reduction.left)


@dataclass(frozen=True, slots=True)
class Supply:
    """The units that an experiment gets: how many join on a day, and how many can.

    `window` is the time, in seconds, that the outcome of a unit takes.
    """

    per_day: float
    most: float
    window: float

    def within(self, duration: float) -> float:
        """Return the units whose outcome is known after so many seconds."""
        joining = max(0.0, duration - self.window)
        joined = self.per_day * joining / DAY if joining else 0.0
        return min(joined, self.most)

    def days_for(self, units: float) -> float:
        """Return the days of a test with so many units: whole weeks, and the window.

        Without end where they never come.
        """
        if not self.per_day or units > self.most:
            return math.inf
        joining = units / self.per_day
        if not math.isfinite(joining):
            return math.inf
        return whole_weeks(joining) + self.window / DAY


def needs(experiment: Experiment) -> Iterator[Need]:
    """Give what each metric needs whose numbers are stated and allow a test."""
    for path, metric in metrics_of(experiment):
        today, effect = metric.baseline_rate or metric.mean, sought(metric)
        plan = _plan(experiment, metric)
        if not (today and effect and plan):
            continue
        try:
            size = math.ceil(plan.units(max(effect.low, effect.high, key=abs)))
            reduction = _reduction(experiment, metric)
        except ValueError:
            continue
        times = _times(experiment)
        yield Need(path, today, effect, plan, size, times, reduction)


def supply(experiment: Experiment) -> Supply:
    """Return the units that it gets: all at once, if none is said to join."""
    share, pool = high(experiment.allocation, 1), experiment.pool
    per_day, window = experiment.units_per_day, experiment.outcome_window
    return Supply(
        per_day=per_day.high * share if per_day else math.inf,
        most=pool.high * share if pool else math.inf,
        window=window.low if window else 0.0,
    )


def sought(metric: TrialMetric) -> Quantity | None:
    """Return what the test of a metric must be able to show."""
    return metric.margin or metric.mde


def high(quantity: Quantity | None, default: float) -> float:
    """Return the high end of what is stated, else `default`."""
    return quantity.high if quantity else default


def low(quantity: Quantity | None, default: float) -> float:
    """Return the low end of what is stated, else `default`."""
    return quantity.low if quantity else default


def _plan(experiment: Experiment, metric: TrialMetric) -> Plan | None:
    shape, today = shape_of(metric), metric.baseline_rate or metric.mean
    if not today or (shape.is_mean and (shape.in_points or not metric.deviation)):
        return None
    split = split_of(experiment)
    return Plan(
        shape,
        today=today.value,
        alpha=_level(experiment, metric),
        power=low(experiment.power, POWER),
        deviation=low(metric.deviation, 0.0),
        control=split.control.share.value if split else 1.0,
        share=split.smallest.share.value if split else 1.0,
        size=high(metric.cluster_size, 1.0) if metric.icc else 1.0,
        icc=low(metric.icc, 0.0) if metric.cluster_size else 0.0,
    )


def _level(experiment: Experiment, metric: TrialMetric) -> float:
    alpha = high(metric.alpha or experiment.alpha, ALPHA)
    is_shared = experiment.multiplicity and not (metric.alpha or metric.margin)
    return per_comparison(alpha, comparisons(experiment)) if is_shared else alpha


def _times(experiment: Experiment) -> float:
    """Return how many times the units of the smallest variant all arms have."""
    split = split_of(experiment)
    return 1 / split.smallest.share.high if split else arms_of(experiment)


def _reduction(experiment: Experiment, metric: TrialMetric) -> Reduction:
    """Return what is left of the variance: by the correlation, else half at best."""
    if known := metric.correlation:
        left = cuped(max(known.low, known.high, key=abs))
        return Reduction(left, f"1 - {RHO}² with {RHO} = {known}")
    if experiment.variance_reduction:
        return Reduction(REDUCED, "what is left of the variance at best")
    return Reduction()
