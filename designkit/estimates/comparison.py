"""One metric of an experiment: the units that it takes, and what so many units show."""

import math
from dataclasses import dataclass

from designkit.estimates.formulas.experiment import (
    changed,
    sample_size,
    sample_size_of_margin,
    sample_size_of_mean,
    smallest_effect_on_mean,
    smallest_margin,
)
from designkit.estimates.formulas.variance import clustered
from designkit.model.learning import TrialMetric
from designkit.quantities.bounds import require_between
from designkit.quantities.measure import FRACTION, POINTS


@dataclass(frozen=True, slots=True)
class ComparisonShape:
    """What is compared: rates or means, for an effect or within a margin.

    `in_points` says that effect or margin is in percentage points and not relative.
    """

    is_mean: bool = False
    is_margin: bool = False
    in_points: bool = False

    @property
    def flags(self) -> tuple[bool, bool, bool]:
        """What it is, one by one: `is_mean`, `is_margin`, `in_points`."""
        return self.is_mean, self.is_margin, self.in_points

    @property
    def today(self) -> str:
        """The key of the metric as it is today."""
        return "mean" if self.is_mean else "baseline-rate"

    @property
    def sought(self) -> str:
        """The key of what the test must be able to show."""
        return "margin" if self.is_margin else "mde"

    @property
    def sides(self) -> str:
        """The level of a normal quantile, as a formula writes it."""
        return "{alpha}" if self.is_margin else "{alpha} / 2"

    @property
    def absolute(self) -> str:
        """What is sought, in the unit of the metric, as a formula writes it."""
        return "{effect}" if self.in_points else "{today} * {effect}"

    def shown(self, effect: float) -> str:
        """Write an effect or a margin in its unit."""
        return (POINTS if self.in_points else FRACTION).show(effect)


@dataclass(frozen=True, slots=True)
class Plan:
    """The numbers of a comparison; arms are equal where their shares are.

    `size` and `icc` are those of the clusters in which observations come.
    """

    shape: ComparisonShape
    today: float
    alpha: float
    power: float
    deviation: float = 0.0
    control: float = 1.0
    share: float = 1.0
    size: float = 1.0
    icc: float = 0.0

    @property
    def inflation(self) -> float:
        """Units in the arm for each independent observation that it takes."""
        return clustered(self.size, self.icc) / self.size

    def units(self, effect: float) -> float:
        """Return the units of the arm that show `effect`, not rounded.

        Raises:
            ValueError: the numbers give no test.
        """
        return self.observations(effect) * self.inflation

    def observations(self, effect: float) -> float:
        """Return the independent observations of the arm that show `effect`.

        Raises:
            ValueError: the numbers give no test.
        """
        at, ratio = self.shape, self.control / self.share
        alpha, power = self.alpha, self.power
        change = effect if at.in_points else self.today * effect
        if at.is_margin:
            return sample_size_of_margin(
                self._sigma, change, alpha=alpha, power=power, ratio=ratio
            )
        if at.is_mean:
            return sample_size_of_mean(
                self._sigma, change, alpha=alpha, power=power, ratio=ratio
            )
        after = changed(self.today, effect, in_points=at.in_points)
        return sample_size(self.today, after, alpha=alpha, power=power, ratio=ratio)

    def effect(self, units: float) -> float:
        """Return the effect, or the margin, that `units` of the arm show.

        Raises:
            ValueError: the numbers give no test.
        """
        found = self._absolute(units / self.inflation, self.control / self.share)
        return found / (1 if self.shape.in_points else abs(self.today))

    def _absolute(self, units: float, ratio: float) -> float:
        alpha, power = self.alpha, self.power
        if self.shape.is_margin:
            return smallest_margin(
                units, self._sigma, alpha=alpha, power=power, ratio=ratio
            )
        return smallest_effect_on_mean(
            units, self._sigma, alpha=alpha, power=power, ratio=ratio
        )

    @property
    def _sigma(self) -> float:
        """The standard deviation of one observation; that of a rate follows from it.

        Raises:
            ValueError: the rate is none.
        """
        if self.shape.is_mean:
            return self.deviation
        require_between(rate=self.today)
        return math.sqrt(self.today * (1 - self.today))


def plan(is_mean: bool, is_margin: bool, in_points: bool, **values: float) -> Plan:
    """Return a comparison of a shape, with its numbers by their names."""
    return Plan(ComparisonShape(is_mean, is_margin, in_points), **values)


def shape_of(metric: TrialMetric) -> ComparisonShape:
    """Return what sort of comparison a metric is, from what is stated of it."""
    sought = metric.margin or metric.mde
    return ComparisonShape(
        is_mean=metric.baseline_rate is None and metric.mean is not None,
        is_margin=metric.margin is not None,
        in_points=sought is not None and sought.is_in_points,
    )
