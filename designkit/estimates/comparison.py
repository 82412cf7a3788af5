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
        if at.is_margin or at.is_mean:
            size = sample_size_of_margin if at.is_margin else sample_size_of_mean
            change = effect if at.in_points else self.today * effect
            return size(
                self._sigma, change, alpha=self.alpha, power=self.power, ratio=ratio
            )
        after = changed(self.today, effect, in_points=at.in_points)
        return sample_size(
            self.today, after, alpha=self.alpha, power=self.power, ratio=ratio
        )

    def effect(self, units: float) -> float:
        """Return the effect, or the margin, that `units` of the arm show.

        Raises:
            ValueError: the numbers give no test.
        """
        shown = smallest_margin if self.shape.is_margin else smallest_effect_on_mean
        found = shown(
            units / self.inflation,
            self._sigma,
            alpha=self.alpha,
            power=self.power,
            ratio=self.control / self.share,
        )
        return found / (1 if self.shape.in_points else abs(self.today))

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


def shape_of(metric: TrialMetric) -> ComparisonShape:
    """Return what sort of comparison a metric is, from what is stated of it."""
    sought = metric.margin or metric.mde
    return ComparisonShape(
        is_mean=metric.baseline_rate is None and metric.mean is not None,
        is_margin=metric.margin is not None,
        in_points=sought is not None and sought.is_in_points,
    )
