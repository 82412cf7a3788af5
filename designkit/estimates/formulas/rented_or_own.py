"""From what volume on a language model of one's own costs less than a rented one."""

from designkit.quantities.bounds import (
    finite,
    require_not_negative,
    require_positive,
    require_share,
)


@finite
def break_even_requests(month: float, rented: float) -> float:
    """Return the requests of a month from which owning is cheaper: fixed / rented.

    `month` is what runs and who looks after it, `rented` the price of one request. What
    is owned has to carry that many as well.

    Raises:
        ValueError: the money of a month is negative, or renting costs nothing.
    """
    require_not_negative(money_of_a_month=month)
    require_positive(rented_price=rented)
    return month / rented


@finite
def own_price(rate: float, work: float, utilisation: float) -> float:
    """Return the money of a request on one's own machines: price * time / utilisation.

    `rate` is the money of a replica in a second, `work` the seconds of one that a
    request takes (`decoding.request_work_time`), and `utilisation` the part of its time
    that is used on average: a target of 60% under a peak three times the mean is 20%.

    Raises:
        ValueError: a number is negative, or the utilisation is not above 0 and at
            most 1.
    """
    require_not_negative(money_of_a_second=rate, work=work)
    require_positive(utilisation=utilisation)
    require_share(utilisation=utilisation)
    return rate * work / utilisation
