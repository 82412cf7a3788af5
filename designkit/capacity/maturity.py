"""How much of the truth has arrived: label delays and the rates that sampling bends."""

from math import log
from statistics import NormalDist

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
    return NormalDist().cdf((log(wait) - log(p50)) / spread)


def sampled_rate(rate: float, kept: float) -> float:
    """Return what a positive `rate` becomes when a share `kept` of negatives stays.

    The inverse of the correction of He et al. 2014, section 6.
    """
    seen = rate + (1 - rate) * kept
    return rate / seen if seen else 0.0
