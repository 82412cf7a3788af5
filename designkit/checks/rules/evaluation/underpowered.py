"""DK410 underpowered."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from designkit.analysis.facts import Facts, State
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.formulas.experiment import changed, sample_size, whole_weeks
from designkit.estimates.formulas.variance import cuped
from designkit.model.learning import Experiment
from designkit.quantities.bounds import capped
from designkit.quantities.durations import DAY
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import shown_count, shown_fraction

NEEDED = ("mde", "units-per-day", "duration")
"""What must be stated beside the rate before a sample can be compared."""

REDUCED = 0.5
"""Part of the variance that is left at best, as Deng and others (2013) report it."""

RHO = "\N{GREEK SMALL LETTER RHO}"

LIFETIME = 1000
"""Days beyond which it is no advice to run a test for longer."""


def compares_rates(facts: Facts) -> bool:
    """Whether a test with parallel arms looks for a change of a stated rate."""
    experiment = facts.design.experiment
    if not experiment or not experiment.baseline_rate:
        return False
    return experiment.design in (None, "ab") and 0 < experiment.baseline_rate.value < 1


@rule(
    "DK410", Severity.ERROR, keys=("experiment.baseline-rate",), applies=compares_rates
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
    ```

    Fix: Run longer or with more traffic, look for a larger effect, take out noise with
    earlier behaviour (CUPED), or interleave two rankings.

    Source: Fleiss, Levin and Paik 2003, Statistical Methods for Rates and Proportions,
    chapter 4; Deng, Xu, Kohavi and Walker 2013, Improving the Sensitivity of Online
    Controlled Experiments by Utilizing Pre-Experiment Data, WSDM.
    """
    experiment = facts.design.experiment
    assert experiment is not None  # it compares rates
    unsaid = [name for name in NEEDED if not getattr(experiment, _field(name))]
    if unsaid:
        message = f"the test cannot be sized: {' and '.join(unsaid)} not stated"
        path = ("experiment", unsaid[0])
        yield Finding(path, message, unstated=facts.state(*path) is State.UNSTATED)
    elif (plan := _plan(experiment)) and plan.units < plan.needed:
        yield Finding(("experiment", "duration"), plan.message)


@dataclass(frozen=True, slots=True)
class _Reduction:
    """The part of the variance that is left to average away, and how that is known."""

    left: float = 1.0
    told: str = ""


@dataclass(frozen=True, slots=True)
class _Plan:
    """A test as it is planned, and the units that it would need."""

    rate: Quantity
    effect: Quantity
    duration: Quantity
    arms: float
    units_per_day: float
    size: float
    reduction: _Reduction

    @property
    def needed(self) -> float:
        return capped(self.arms * math.ceil(self.size * self.reduction.left))

    @property
    def units(self) -> float:
        return self.units_per_day * self.duration.high / DAY

    @property
    def message(self) -> str:
        part = shown_fraction(math.floor(self.units / self.needed * 100) / 100)
        return (
            f"{self.effect} on {self.rate} needs {shown_count(self.needed)} units in "
            f"{shown_count(self.arms)} arms{self._reduced}; {self.duration} bring "
            f"{shown_count(self.units)}, {part} of them{self._enough}"
        )

    @property
    def _reduced(self) -> str:
        if not self.reduction.told:
            return ""
        left = shown_fraction(self.reduction.left)
        return f" ({left} of {shown_count(self.size)} each: {self.reduction.told})"

    @property
    def _enough(self) -> str:
        days = self.needed / (self.units_per_day or 1)
        if not self.units_per_day or days > LIFETIME:
            return ""
        return f" ({whole_weeks(days)} d would do)"


def _plan(experiment: Experiment) -> _Plan | None:
    """Read the plan at its most favourable; none if its numbers allow no test."""
    stated = experiment.baseline_rate, experiment.mde, experiment.duration
    rate, effect, duration = stated
    if not (rate and effect and duration and experiment.units_per_day):
        return None
    try:
        after = changed(rate.value, _largest(effect), in_points=effect.is_in_points)
        size = _size(experiment, rate.value, after)
        reduction = _reduction(experiment)
    except ValueError:
        return None
    share = _high(experiment.allocation, 1)
    return _Plan(
        rate=rate,
        effect=effect,
        duration=duration,
        arms=experiment.arms.low if experiment.arms else 2,
        units_per_day=experiment.units_per_day.high * share,
        size=math.ceil(size),
        reduction=reduction,
    )


def _size(experiment: Experiment, before: float, after: float) -> float:
    alpha, power = _high(experiment.alpha, 0.05), _low(experiment.power, 0.8)
    return sample_size(before, after, alpha=alpha, power=power)


def _reduction(experiment: Experiment) -> _Reduction:
    """Return what is left of the variance: by the correlation, else half at best."""
    if known := experiment.correlation:
        return _Reduction(cuped(_largest(known)), f"1 - {RHO}² with {RHO} = {known}")
    if experiment.variance_reduction:
        return _Reduction(REDUCED, "what is left of the variance at best")
    return _Reduction()


def _largest(effect: Quantity) -> float:
    return max(effect.low, effect.high, key=abs)


def _high(quantity: Quantity | None, default: float) -> float:
    return quantity.high if quantity else default


def _low(quantity: Quantity | None, default: float) -> float:
    return quantity.low if quantity else default


def _field(name: str) -> str:
    return name.replace("-", "_")
