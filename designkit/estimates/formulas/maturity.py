"""How much of the truth has arrived: label delays and the rates that sampling bends.

Times have any unit, the same for all of a formula. A delay is that of the outcomes that
come at all; what never comes has no part in it.
"""

from collections.abc import Iterable
from math import erfc, exp, expm1, log, log1p, sqrt
from statistics import NormalDist

from designkit.quantities.bounds import (
    finite,
    require_between,
    require_not_negative,
    require_positive,
    require_share,
)

Z95 = NormalDist().inv_cdf(0.95)


def mature_share(wait: float, p50: float, p95: float) -> float:
    """Return the share of outcomes known after `wait` seconds.

    The delay is taken as lognormal, through its median `p50` and its percentile `p95`;
    a delay without spread is over at once.
    """
    if wait <= 0:
        return 0.0
    if not 0 < p50 < p95:
        return float(wait >= p95)
    spread = log(p95 / p50) / Z95
    return erfc((log(p50) - log(wait)) / spread / sqrt(2)) / 2


@finite
def age_for_share(share: float, p50: float, p95: float) -> float:
    """Return the wait after which a `share` of outcomes is known.

    The inverse of `mature_share`: p50 * (p95 / p50)^(z(share) / z(0.95)). Far above the
    95th percentile it is a guess about a tail that two percentiles do not tell, and
    outcomes that may come for 30 days only are all there after these.

    Raises:
        ValueError: the share is not between 0 and 1, or a percentile is negative.
    """
    require_between(share=share)
    require_not_negative(median=p50, percentile=p95)
    if not 0 < p50 < p95:
        return p95
    spread = log(p95 / p50) / Z95
    return exp(log(p50) + NormalDist().inv_cdf(share) * spread)


@finite
def mature_share_exponential(wait: float, mean: float) -> float:
    """Return the share of outcomes known after `wait`: 1 - e^(-w / m).

    Here outcomes come at the same rate at all times, which is seldom so but needs the
    `mean` alone: many come early and the last ones later than this says.

    Source: Chapelle 2014, Modeling Delayed Feedback in Display Advertising, KDD.

    Raises:
        ValueError: the wait is negative, or the mean is not above 0.
    """
    require_not_negative(wait=wait)
    require_positive(mean=mean)
    return -expm1(-wait / mean)


@finite
def age_for_share_exponential(share: float, mean: float) -> float:
    """Return the wait after which a `share` of outcomes is known: -m * ln(1 - share).

    The inverse of `mature_share_exponential`: three means for 95%.

    Raises:
        ValueError: the share is not between 0 and 1, or the mean is not above 0.
    """
    require_between(share=share)
    require_positive(mean=mean)
    return -mean * log1p(-share)


@finite
def corrected_rate(observed: float, share: float) -> float:
    """Return the true rate of positives when a `share` of them is known: rate / share.

    It holds for examples of one age: those of different ages have shares of their own.
    It corrects a rate and not the examples, of which some still have the wrong label.

    Raises:
        ValueError: the rate is not from 0 to 1, nothing is known, or the true rate
            would be above 1.
    """
    require_share(observed_rate=observed, known_share=share)
    require_positive(known_share=share)
    if observed > share:
        raise ValueError("the observed rate must not lie above the known share")
    return observed / share


@finite
def newest_example_age(
    wait: float, steps: Iterable[float], *, interval: float = 0
) -> float:
    """Return the worst age of the newest example that the model in use has learnt from.

    The `wait` for its label, the `steps` from there into use one after the other (data
    that lands, the wait for the schedule, building, training, evaluation, release), and
    the `interval` to the next model, at the end of which it is oldest. A run that fails
    adds another interval.

    Raises:
        ValueError: a time is negative.
    """
    total = wait + interval
    require_not_negative(wait=wait, interval=interval)
    for step in steps:
        require_not_negative(step=step)
        total += step
    return total


def sampled_rate(rate: float, kept: float) -> float:
    """Return what a positive `rate` becomes when a share `kept` of negatives stays.

    The inverse of the correction of He et al. 2014, section 6.
    """
    seen = rate + (1 - rate) * kept
    return rate / seen if seen else 0.0
