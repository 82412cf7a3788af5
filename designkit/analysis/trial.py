"""What an experiment compares, and in which arms, as a design states it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from designkit.model.learning import Experiment, TrialMetric
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import shown_fraction

Path = tuple[str, ...]

MAIN: Path = ("experiment",)
"""Where the one metric stands that an experiment is usually decided by."""

SLACK = 0.005
"""How far shares may be from a whole: three thirds are written as 33.3%."""

USUAL_ARMS = 2
"""A control and one variant, where nothing else is stated."""


@dataclass(frozen=True, slots=True)
class Arm:
    """One arm of a split: its name, and its share of the units of the experiment."""

    name: str
    share: Quantity


@dataclass(frozen=True, slots=True)
class Split:
    """Arms of stated shares; the first is the control, with which others compare."""

    arms: tuple[Arm, ...]

    @property
    def control(self) -> Arm:
        """The arm in which nothing changes."""
        return self.arms[0]

    @property
    def smallest(self) -> Arm:
        """The variant with the fewest units: the last whose effect can be seen."""
        return min(self.arms[1:], key=lambda arm: arm.share.value)


def split_of(experiment: Experiment) -> Split | None:
    """Return the arms of stated shares, if the shares are those of a test."""
    if not experiment.split or fault_of_split(experiment):
        return None
    return Split(tuple(Arm(name, it) for name, it in experiment.split.items()))


def fault_of_split(experiment: Experiment) -> str:
    """Say why the stated shares are not those of a test; nothing if they are."""
    split, arms = experiment.split, experiment.arms
    if not split:
        return ""
    if len(split) < USUAL_ARMS:
        return "a split has two arms or more, the control first"
    if arms and not arms.low <= len(split) <= arms.high:
        return f"the split has {len(split)} arms, and arms says {arms}"
    if not all(share.low > 0 for share in split.values()):
        return "an arm of the split has no units"
    return _fault_of_sum(split)


def _fault_of_sum(split: Mapping[str, Quantity]) -> str:
    low = sum(share.low for share in split.values())
    high = sum(share.high for share in split.values())
    if low - SLACK <= 1 <= high + SLACK:
        return ""
    return f"the arms of the split add up to {shown_fraction(low)}, not to 100%"


def arms_of(experiment: Experiment) -> float:
    """Return how many arms there are at least, the control included."""
    if experiment.split:
        return len(experiment.split)
    return experiment.arms.low if experiment.arms else USUAL_ARMS


def metrics_of(experiment: Experiment) -> Iterator[tuple[Path, TrialMetric]]:
    """Give each metric that is compared with its path, the main one first."""
    if experiment.baseline_rate or experiment.mde or not experiment.metrics:
        yield MAIN, _main(experiment)
    for id, metric in experiment.metrics.items():
        yield (*MAIN, "metrics", id), metric


def _main(experiment: Experiment) -> TrialMetric:
    return TrialMetric(
        baseline_rate=experiment.baseline_rate,
        mde=experiment.mde,
        correlation=experiment.correlation,
        cluster_size=experiment.cluster_size,
        icc=experiment.icc,
    )


def deciding(experiment: Experiment) -> int:
    """Return how many metrics decide; a guardrail with a margin only forbids."""
    return sum(metric.margin is None for _, metric in metrics_of(experiment)) or 1


def comparisons(experiment: Experiment) -> float:
    """Return how many tests there are: each variant by each metric that decides."""
    return max(1, arms_of(experiment) - 1) * deciding(experiment)
