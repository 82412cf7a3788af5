"""Judges as instruments: agreement with people, correction, and the cases needed.

A judge is a model, or a set of rules, that grades answers.
"""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

from designkit.quantities.bounds import (
    finite,
    require_between,
    require_not_negative,
    require_positive,
    require_share,
)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Cases that a judge and people let pass: `both`, only one of the two, or neither.

    Formulas: Cohen 1960, A Coefficient of Agreement for Nominal Scales; its error by
    the first of the two approximations there, which takes chance agreement as known.

    Raises:
        ValueError: a number is negative, or there are no cases.
    """

    both: float
    judge_only: float
    people_only: float
    neither: float

    def __post_init__(self) -> None:
        """Refuse what is no count of cases."""
        require_not_negative(both=self.both, judge_only=self.judge_only)
        require_not_negative(people_only=self.people_only, neither=self.neither)
        require_positive(number_of_cases=self.cases)

    @property
    def cases(self) -> float:
        """All cases."""
        return self.both + self.judge_only + self.people_only + self.neither

    @property
    def observed(self) -> float:
        """The share of cases on which they agree."""
        return (self.both + self.neither) / self.cases

    @property
    def by_chance(self) -> float:
        """The share on which they would agree if neither looked."""
        judge = (self.both + self.judge_only) / self.cases
        people = (self.both + self.people_only) / self.cases
        return judge * people + (1 - judge) * (1 - people)

    @property
    def kappa(self) -> float:
        """Agreement beyond chance: (p_o - p_e) / (1 - p_e); 0 where chance is all."""
        chance = self.by_chance
        return (self.observed - chance) / (1 - chance) if chance < 1 else 0.0

    @property
    def kappa_error(self) -> float:
        """The standard error of kappa."""
        return kappa_error(self.observed, self.by_chance, self.cases)

    @property
    def sensitivity(self) -> float:
        """The share of what people let pass that the judge does as well."""
        return self.both / (self.both + self.people_only)

    @property
    def specificity(self) -> float:
        """The share of what people do not let pass that the judge does not either."""
        return self.neither / (self.neither + self.judge_only)


@finite
def kappa_error(observed: float, by_chance: float, cases: float) -> float:
    """Return the standard error of kappa: √(p_o(1 - p_o) / n) / (1 - p_e).

    Raises:
        ValueError: a share is not from 0 to 1, chance is all, or there are no cases.
    """
    require_share(observed_agreement=observed, chance_agreement=by_chance)
    require_positive(number_of_cases=cases)
    return sqrt(observed * (1 - observed) / cases) / (1 - by_chance)


@finite
def true_pass_rate(judged: float, sensitivity: float, specificity: float) -> float:
    """Return the pass rate behind a judge's: (q + spec - 1) / (sens + spec - 1).

    Cut to 0 and 1, where it comes to lie outside by chance (Rogan and Gladen 1978,
    Estimating Prevalence from the Results of a Screening Test).

    Raises:
        ValueError: something is not from 0 to 1, or the judge is no better than chance.
    """
    require_share(judged_rate=judged, sensitivity=sensitivity, specificity=specificity)
    better = sensitivity + specificity - 1
    if better <= 0:
        raise ValueError("sensitivity and specificity together must lie above 1")
    return min(1.0, max(0.0, (judged + specificity - 1) / better))


@finite
def cases_for_win_rate(
    rate: float, ties: float = 0, alpha: float = 0.05, power: float = 0.8
) -> float:
    """Return the pairs that tell a win rate from a half, not rounded.

    (z(1 - alpha/2)/2 + z(power)√(p(1 - p)))² / (p - ½)², divided by 1 - `ties`, the
    share of pairs that nobody wins.

    Source: Fleiss, Levin and Paik 2003, Statistical Methods for Rates and Proportions,
    section 2.4.

    Raises:
        ValueError: the rate is a half or not between 0 and 1, all are ties, or the
            level or the power is not between 0 and 1.
    """
    require_between(win_rate=rate)
    require_share(ties=ties)
    level, found = _quantiles(alpha, power)
    if rate == 0.5 or ties == 1:
        raise ValueError(
            "a win rate must lie beside a half, of pairs that are not ties"
        )
    needed = (level / 2 + found * sqrt(rate * (1 - rate))) ** 2 / (rate - 0.5) ** 2
    return needed / (1 - ties)


@finite
def paired_cases(
    flips: float, gain: float, alpha: float = 0.05, power: float = 0.8
) -> float:
    """Return the cases on which two systems are told apart, each case given to both.

    (z(1 - alpha/2)√ψ + z(power)√(ψ - δ²))² / δ², not rounded. `flips` is the share of
    cases on which they differ, ψ, and `gain` by how much the pass rate moves, δ, which
    is at most that. Far fewer than with cases of their own.

    Source: Connor 1987, Sample Size for Testing Differences in Proportions for the
    Paired-Sample Design, Biometrics 43(1), for the test of McNemar.

    Raises:
        ValueError: flips are not above 0 and at most 1, there is no gain or one above
            them, or the level or the power is not between 0 and 1.
    """
    require_share(flips=flips)
    require_positive(flips=flips, gain=abs(gain))
    if abs(gain) > flips:
        raise ValueError("the gain must not lie above the share of cases that flip")
    level, found = _quantiles(alpha, power)
    return ((level * sqrt(flips) + found * sqrt(flips - gain**2)) / gain) ** 2


def _quantiles(alpha: float, power: float) -> tuple[float, float]:
    require_between(level=alpha, power=power)
    if power <= alpha / 2:
        raise ValueError("the power must lie above that of chance")
    quantile = NormalDist().inv_cdf
    return quantile(1 - alpha / 2), quantile(power)
