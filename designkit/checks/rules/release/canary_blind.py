"""DK505 canary-blind."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from designkit.analysis.environments import traffic_steps
from designkit.analysis.facts import Facts
from designkit.analysis.stated import positive_rate
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.demand import Demand
from designkit.estimates.formulas.exposure import units_to_tell
from designkit.model.component import Component
from designkit.quantities.bounds import ROUNDING
from designkit.quantities.measure import RATE
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import TIMES, shown_fraction, shown_number

ALPHA, POWER = 0.05, 0.8
"""Level and power of the test, where the experiment states no others."""


@dataclass(frozen=True, slots=True)
class Canary:
    """A step of a release: what it sees, and the harm that it is to show."""

    deployer: Component
    environment: str
    rate: float
    share: Quantity
    bake: Quantity
    positives: Quantity
    harm: Quantity
    alpha: float = ALPHA
    power: float = POWER

    @property
    def seen(self) -> float:
        """The requests that it sees at most."""
        return self.rate * self.share.high * self.bake.high

    @property
    def needed(self) -> float:
        """The requests that show the harm, at least; none where no test does."""
        usual, harm = self.positives.high, self.harm.high
        try:
            return ceil(
                units_to_tell(usual, usual * harm, alpha=self.alpha, power=self.power)
            )
        except ValueError:
            return 0.0

    @property
    def rests_on(self) -> tuple[Quantity, ...]:
        """What is stated of it, and of the outcome that it watches."""
        return self.share, self.bake, self.positives, self.harm

    @property
    def is_blind(self) -> bool:
        """Whether it surely sees too little."""
        return self.seen < self.needed * (1 - ROUNDING)


@rule(
    "DK505",
    Severity.WARNING,
    kinds=("deployer",),
    keys=("components.*.harm",),
    applies=lambda facts: any(_canaries(facts)),
)
def canary_blind(facts: Facts) -> Iterator[Finding]:
    """A first step of a release should see enough to notice what it is there to notice.

    A canary in a mine is small and dies early. One per cent of the traffic for half an
    hour is small, and if the bad outcome is one in a thousand, it sees six of them.
    Twice as many would be twelve, and twelve come by chance now and then: everybody
    watches, nothing is seen, and the fault goes out to all with a certificate.

    The `harm` that a deployer states is how many times as frequent the bad outcome must
    be to be seen. What the step sees is its share of the average traffic over its bake.
    Of several environments with a part of the traffic, the one that sees most counts,
    and none does where one of them does not state its bake.
    The test is from one side, with the level and the power of the experiment, else with
    5% and 80%.

    Bad:
    ```yaml
    problem: {label: {name: fraud, positive-rate: 0.1%}}
    workload: {requests-per-day: 30 M}
    components:
      deploy:
        kind: deployer
        strategy: [canary]
        canary: 1%
        bake: 30 min
        harm: 2             # <- 6,250 of 8,027 requests
    ```

    Good:
    ```yaml
    problem: {label: {name: fraud, positive-rate: 0.1%}}
    workload: {requests-per-day: 30 M}
    components:
      deploy:
        kind: deployer
        strategy: [canary]
        canary: 2%
        bake: 30 min
        harm: 2
    ```

    Fix: Give the first step more traffic or more time, watch something more frequent
    (blocks, errors, the mean score) that moves with the harm, or say how large a fault
    has to be before the step can see it.

    Source: Fleiss, Levin and Paik 2003, Statistical Methods for Rates and Proportions,
    chapter 2; Beyer et al. 2018, The Site Reliability Workbook, chapter 16, on the
    population and duration of a canary.
    """
    for canary in _canaries(facts):
        if canary.is_blind:
            path = ("components", canary.deployer.id, "harm")
            yield Finding(path, _told(canary), rests_on=canary.rests_on)


def _canaries(facts: Facts) -> Iterator[Canary]:
    """Give the step of each deployer that sees most, where all are known."""
    rate, usual = Demand(facts.graph).most_on_average, positive_rate(facts)
    errors = _errors(facts)
    for deployer in facts.of_kind("deployer"):
        harm, steps = deployer.quantity("harm"), traffic_steps(deployer)
        known = [
            Canary(deployer, it.id, rate, it.share, it.bake, usual, harm, *errors)
            for it in steps
            if rate and usual and harm and it.bake
        ]
        if known and len(known) == len(steps):
            yield max(known, key=lambda canary: canary.seen)


def _errors(facts: Facts) -> tuple[float, float]:
    """Return level and power at their most favourable."""
    experiment = facts.design.experiment
    alpha = experiment.alpha.high if experiment and experiment.alpha else ALPHA
    power = experiment.power.low if experiment and experiment.power else POWER
    return alpha, power


def _told(canary: Canary) -> str:
    usual, errors = canary.positives, map(shown_fraction, (canary.alpha, canary.power))
    return (
        f"{canary.environment or 'the first step'} of {canary.deployer.id} sees "
        f"{shown_number(canary.seen)} requests ({RATE.show(canary.rate)} {TIMES} "
        f"{canary.share} {TIMES} {canary.bake}), and {shown_number(canary.needed)} "
        f"show the harm: n({usual} → {usual} {TIMES} {canary.harm}; "
        f"{', '.join(errors)})"
    )
