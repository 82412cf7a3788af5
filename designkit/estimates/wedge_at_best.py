"""What a stepped wedge takes and shows, by the ends of ranges that favour it most."""

import math
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import product

from designkit.analysis.trial import Path, metrics_of
from designkit.estimates.comparison import Plan
from designkit.estimates.formulas.stepped_wedge import (
    clusters_needed,
    independent_observations,
)
from designkit.estimates.trial_at_best import Need, needs
from designkit.model.learning import Experiment, TrialMetric
from designkit.quantities.quantity import Quantity

Corner = tuple[float, float, float]
"""Steps, observations of a cluster between two of them, and their correlation."""


@dataclass(frozen=True, slots=True)
class WedgeNeed:
    """What one metric needs of a stepped wedge: `clusters`, at best.

    `worth` are the observations in each of two independent arms that the clusters of
    the design stand for.
    """

    need: Need
    clusters: float
    worth: float
    rests_on: tuple[Quantity, ...]

    @property
    def is_met(self) -> bool:
        """Whether the clusters that there are may be enough."""
        plan = _alone(self.need)
        with suppress(ValueError):
            effect = max(self.need.effect.low, self.need.effect.high, key=abs)
            return self.worth >= plan.observations(effect) * self.need.reduction.left
        return True

    @property
    def shown(self) -> float:
        """The effect that the clusters show, as it is stated.

        Raises:
            ValueError: they show nothing.
        """
        return _alone(self.need).effect(self.worth / self.need.reduction.left)


def wedge_needs(plan: Experiment) -> Iterator[WedgeNeed]:
    """Give what each metric needs whose numbers are stated and allow a test."""
    metrics = dict(metrics_of(plan))
    for need in needs(plan):
        size, icc = sizes_of(plan, metrics[need.path])
        if not (plan.clusters and plan.steps and size and icc):
            continue
        with suppress(ValueError):
            effect = max(need.effect.low, need.effect.high, key=abs)
            sought = _alone(need).observations(effect) * need.reduction.left
            corners = tuple(_corners(plan.steps, size, icc))
            yield WedgeNeed(
                need,
                min(clusters_needed(sought, *corner) for corner in corners),
                max(_worth(plan.clusters.high, corner) for corner in corners),
                (need.today, plan.clusters, plan.steps, size, icc),
            )


def sizes_of(
    plan: Experiment, metric: TrialMetric
) -> tuple[Quantity | None, Quantity | None]:
    """Return size and correlation of clusters: of the metric, else of the whole."""
    return metric.cluster_size or plan.cluster_size, metric.icc or plan.icc


def compared(plan: Experiment) -> Iterator[tuple[Path, TrialMetric]]:
    """Give the metrics whose size today is stated, and that can change."""
    for path, metric in metrics_of(plan):
        rate = metric.baseline_rate
        if (0 < rate.value < 1) if rate else metric.mean:
            yield path, metric


def _alone(need: Need) -> Plan:
    """Return the comparison of a metric in which each observation stands alone."""
    return replace(need.plan, size=1.0, icc=0.0, control=1.0, share=1.0)


def _corners(steps: Quantity, size: Quantity, icc: Quantity) -> Iterator[Corner]:
    """Give every combination of ends: the worth rises and falls with correlation."""
    first, second, third = ((it.low, it.high) for it in (steps, size, icc))
    yield from dict.fromkeys(product(first, second, third))


def _worth(clusters: float, corner: Corner) -> float:
    """Return what clusters are worth; all of it, where they are all alike."""
    steps, size, icc = corner
    if icc == 1:
        return math.inf
    return independent_observations(clusters, steps, size, icc)
