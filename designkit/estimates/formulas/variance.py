"""What makes an experiment need more or fewer units: factors on its sample size."""

from designkit.quantities.bounds import (
    finite,
    require_between,
    require_count,
    require_share,
)


@finite
def cuped(correlation: float) -> float:
    """Return the factor of knowing each unit's behaviour before: 1 - ρ².

    The `correlation` is that of the metric with the same metric before the experiment,
    over all units of it. Units that are new have no before: with many of them the
    correlation is low. What is taken from before must not depend on the arm.

    Source: Deng, Xu, Kohavi and Walker 2013, Improving the Sensitivity of Online
    Controlled Experiments by Utilizing Pre-Experiment Data, WSDM.

    Raises:
        ValueError: the correlation is not between -1 and 1, or is one of them: then it
            is that of the metric with itself.
    """
    if not -1 < correlation < 1:
        raise ValueError("a correlation lies between -1 and 1")
    return 1 - correlation**2


@finite
def clustered(size: float, icc: float) -> float:
    """Return the factor of assigning clusters instead of units: 1 + (m - 1) * ICC.

    A cluster holds `size` of what is measured: the visits of a user, the users of a
    city. The correlation `icc` within one is the part of the variance that lies between
    clusters. With very unequal clusters the factor is higher, and with few of them the
    normal distribution that the sample size takes for granted is too good.

    Source: Kish 1965, Survey Sampling, chapter 5.

    Raises:
        ValueError: a cluster holds less than one, or the correlation is not from
            0 to 1.
    """
    require_count(size_of_a_cluster=size)
    require_share(correlation_within=icc)
    return 1 + (size - 1) * icc


@finite
def unequal_split(share: float) -> float:
    """Return the factor of giving one of two arms the `share` f: 1 / (4f(1 - f)).

    It multiplies the units of both arms together, and takes their variances as equal. A
    tenth of the traffic needs 2.8 times the total, so that at the same traffic the
    experiment takes 2.8 times as long.

    Source: van Belle 2008, Statistical Rules of Thumb, chapter 2.

    Raises:
        ValueError: the share is not between 0 and 1.
    """
    require_between(share=share)
    return 1 / (4 * share * (1 - share))
