"""What a simulation found, and how sure it is of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """The mean of a figure over replications, and where it lies with 95% confidence."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Percentile:
    """A percentile of the seconds to the answer, or their mean, as `name` says."""

    name: str
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class StationLoad:
    """How a component with places for few bears the peak.

    Attributes:
        id: The component.
        places: Calls that it works on at once: replicas * concurrency.
        offered: The share of the places that the peak needs: λ * S / c.
        busy: The share of the places that was taken, on average.
        calls: Calls that came in a second.
        queue: Calls that waited at once, on average.
        wait: Seconds that a call waited for a place, on average.
        wait_p99: Seconds that 99 in 100 calls did not wait longer than.
    """

    id: str
    places: int
    offered: float
    busy: Interval
    calls: Interval
    queue: Interval
    wait: Interval
    wait_p99: Interval


@dataclass(frozen=True, slots=True)
class Simulated:
    """The time from request to answer at a peak, and how the stations bear it.

    Attributes:
        rate: Requests a second.
        percentiles: The p50, p95, p99 and mean of the time to the answer.
        stations: Whatever has places for few, in the order of the path.
        seed: Where the random numbers begin; the same one gives the same result.
        requests: Requests that were measured in each replication.
        warm_up: Requests before these, which were not.
        replications: Runs, each with random numbers of its own.
        is_settled: Whether the warm-up was long enough for the queues to come to rest.
            If not, they would be longer in a peak that lasts.
    """

    rate: float
    percentiles: tuple[Percentile, ...]
    stations: tuple[StationLoad, ...]
    seed: int
    requests: int
    warm_up: int
    replications: int
    is_settled: bool
