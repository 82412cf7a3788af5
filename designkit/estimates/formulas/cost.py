"""What an answer costs.

Money has the unit of the prices of a design: so much per second. A price per hour is
divided by 3600 before.
"""

from designkit.quantities.bounds import (
    finite,
    require_not_negative,
    require_positive,
    require_share,
)

SECONDS_OF_A_MONTH = 730 * 3600
"""A twelfth of 365 days, as clouds bill it."""

DAYS_OF_A_MONTH = 365 / 12
TERABYTE = 1e12


@finite
def per_thousand(cost_rate: float, request_rate: float, calls: float = 0) -> float:
    """Return the money for a thousand requests: (C / λ + c) * 1000.

    `cost_rate` is the money of all parts in a second and `request_rate` the average
    number of requests in one, over day and night: what is bought for the peak is paid
    for at all times. `calls` is what one request pays for calls of others. With
    predictions in place of requests it is what a thousand of these cost. Data that is
    moved is not in it.

    Raises:
        ValueError: a cost is negative, or no requests come.
    """
    require_not_negative(cost=cost_rate, cost_of_calls=calls)
    require_positive(request_rate=request_rate)
    return cost_rate / request_rate * 1000 + calls * 1000


@finite
def per_month(cost_rate: float) -> float:
    """Return the money of a month of 730 hours, at `cost_rate` a second.

    Raises:
        ValueError: the cost is negative.
    """
    require_not_negative(cost=cost_rate)
    return cost_rate * SECONDS_OF_A_MONTH


@finite
def calls_per_month(request_rate: float, calls: float) -> float:
    """Return the money of a month of 730 hours for calls of others: λ * T * c.

    `request_rate` is the average number of requests in a second, and `calls` what one
    of them pays. Calls that are tried again are paid again, and are not in it.

    Raises:
        ValueError: the rate or the cost is negative.
    """
    require_not_negative(request_rate=request_rate, cost_of_calls=calls)
    return request_rate * SECONDS_OF_A_MONTH * calls


@finite
def runs_per_month(run_cost: float, interval: float) -> float:
    """Return the money of a month of 730 hours for a run every `interval` seconds.

    Raises:
        ValueError: the cost is negative, or there is no interval.
    """
    require_not_negative(cost=run_cost)
    require_positive(interval=interval)
    return run_cost * SECONDS_OF_A_MONTH / interval


@finite
def storage_per_month(size: float, price: float) -> float:
    """Return the money of a month for `size` bytes: size / 10^12 * p.

    `price` is that of a terabyte for a month, as clouds bill what lies in a store.
    Requests to it and data that leaves it come on top.

    Raises:
        ValueError: the size or the price is negative.
    """
    require_not_negative(size=size, price=price)
    return size / TERABYTE * price


@finite
def each_day_per_month(number: float, price: float) -> float:
    """Return the money of a month for `number` things on a day, each at `price`.

    A month is a twelfth of 365 days: N * 365 / 12 * p.

    Raises:
        ValueError: the number or the price is negative.
    """
    require_not_negative(number=number, price=price)
    return number * DAYS_OF_A_MONTH * price


@finite
def per_action(month: float, actions: float) -> float:
    """Return the money for each of `actions` a day, of all the money of a `month`.

    Raises:
        ValueError: the money is negative, or nothing is done.
    """
    require_not_negative(money_of_a_month=month)
    require_positive(actions=actions)
    return month / (actions * DAYS_OF_A_MONTH)


@finite
def paid_utilisation(average: float, peak: float, target: float) -> float:
    """Return the part of what is paid for that works: average / peak * target.

    What is bought carries the `peak` at the `target` utilisation and does not shrink
    at night. An autoscaler that follows the load comes nearer to the target.

    Raises:
        ValueError: the average is negative or above the peak, there is no peak, or the
            target is not from 0 to 1.
    """
    require_not_negative(average=average)
    require_positive(peak=peak)
    require_share(target=target)
    if average > peak:
        raise ValueError("the average must not lie above the peak")
    return average / peak * target
