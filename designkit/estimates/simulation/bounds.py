"""What is not simulated, and why, in words."""

from designkit.estimates.simulation.load import Peak, calls_of, work_of
from designkit.quantities.writing import shown_count

LEAST_RATE, MOST_RATE = 1e-4, 1e9
"""Requests a second: one in three hours, and more than all people make together."""

REQUESTS = range(100, 1_000_001)

REPLICATIONS = range(2, 101)

MOST_IN_WORK = 100_000
"""Calls at once; each takes about two kilobytes of memory."""

MOST_CALLS = 100_000_000
"""Calls of a simulation; they take some minutes."""


def check_size(rate: float, requests: int, replications: int) -> None:
    """Refuse a peak or a sample of which numbers can say nothing.

    Raises:
        ValueError: there is next to nothing, or endlessly much.
    """
    if not LEAST_RATE <= rate <= MOST_RATE:
        raise ValueError(
            "a peak is simulated that lies between one request in three hours and "
            f"{MOST_RATE:,.0f} a second"
        )
    if requests not in REQUESTS:
        raise ValueError(f"{REQUESTS[0]:,} to {REQUESTS[-1]:,} requests are simulated")
    if replications not in REPLICATIONS:
        raise ValueError(
            f"{REPLICATIONS[0]} to {REPLICATIONS[-1]} replications are simulated"
        )


def check_peak(peak: Peak, replications: int) -> None:
    """Refuse a path without times, and more work than a queue or a computer holds.

    Raises:
        ValueError: it is one of these.
    """
    work = work_of(peak.steps)
    if not work:
        raise ValueError("no client calls or reads anything that states its latency")
    _check_stations(peak)
    if peak.rate * work > MOST_IN_WORK:
        raise ValueError(
            f"{shown_count(peak.rate * work)} calls would be in work at once; "
            f"at most {shown_count(MOST_IN_WORK)} are simulated"
        )
    calls = calls_of(peak.steps) * peak.requests * replications
    if calls > MOST_CALLS:
        raise ValueError(
            f"these are {shown_count(calls)} calls; at most {shown_count(MOST_CALLS)} "
            "are simulated, so take fewer requests"
        )


def _check_stations(peak: Peak) -> None:
    for station in peak.stations:
        if station.busy >= 1:
            raise ValueError(
                f"{station.id} has work for {_number(station.load)} places and has "
                f"{_number(station.places)}: its queue grows as long as the peak lasts"
            )


def _number(number: float) -> str:
    return f"{number:.4g}" if number < 1000 else shown_count(number)
