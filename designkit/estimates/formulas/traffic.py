"""How many requests come in a second: on average, and when most come."""

from designkit.quantities.durations import DAY


def average_rate(requests_per_day: float) -> float:
    """Return the requests a second of a day, were they spread evenly: R / 86,400 s."""
    return requests_per_day / DAY


def requests_per_day(users: float, requests_per_user: float) -> float:
    """Return the requests of a day, of `users` who make so many each."""
    return users * requests_per_user


def peak_rate(average: float, peak_factor: float) -> float:
    """Return the requests a second at peak: the average times the peak factor.

    One daily curve is assumed. Regions that peak at different hours have a lower peak
    together: add up their curves and take the factor of the sum.
    """
    return average * peak_factor


def peak_factor(share_of_requests: float, share_of_day: float) -> float:
    """Return peak over average when a share of the requests falls in one of the day.

    80% of the requests in 20% of the day are a factor of 4. Within that time they are
    taken as evenly spread, so the true peak is higher.

    Raises:
        ValueError: a share is not between 0 and 1, or that of the day is nothing.
    """
    if not (0 <= share_of_requests <= 1 and 0 < share_of_day <= 1):
        raise ValueError("shares lie between 0 and 1, that of the day above 0")
    return share_of_requests / share_of_day
