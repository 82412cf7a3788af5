"""The time to the answer at peak, from independent runs of the request path."""

from collections.abc import Callable, Iterator
from functools import partial
from importlib.util import find_spec
from random import Random

from designkit.errors import MissingLibraryError
from designkit.estimates.simulation.bounds import check_peak, check_size
from designkit.estimates.simulation.building import steps_of
from designkit.estimates.simulation.load import Peak, peak_of
from designkit.estimates.simulation.results import Simulated
from designkit.estimates.simulation.summary import Replication, summary
from designkit.model.graph import Graph

Progress = Callable[[int, int], None]
"""Is told how many requests have been simulated, and of how many."""


def simulate(
    graph: Graph,
    rate: float,
    *,
    requests: int = 10_000,
    replications: int = 10,
    seed: int = 0,
    progress: Progress | None = None,
) -> Simulated:
    """Simulate the request path of a design with `rate` requests a second.

    Requests come independently of each other (Poisson). A component starts when all
    its callers are done, reads what it looks up side by side, then works: the order in
    which the critical path is sought. With `fan-out` it waits for the slowest of as
    many shards. The time to the answer, in seconds, is that until what replies to the
    client is done; each figure is a mean over `replications`, give or take what 95%
    confidence asks for.

    A component that states service time, concurrency and replicas is a station: it has
    replicas * concurrency places, and one queue in front, first come, first served. A
    call keeps its place while it reads and works, so long as the service time says on
    average; unless the reading alone takes as long, which then comes before. All else
    has places for as many as come.

    Assumed: times are lognormal through p50 and p99, and independent of each other; of
    a range the middle counts, of replicas the upper end. Fallbacks are not taken and
    nothing is tried again. Calls are not cut off; lookups end at their timeout, and the
    reader goes on without. `calls-per-request` below 1 is the part of the requests that
    make the call, where calls of one caller take turns; above 1 they are made one after
    the other. What does not state it is called once by whatever calls it. A cache does
    not read what it holds (`hit-ratio`).

    What misleads: times that hang together, as in a pause or a slow zone, make the true
    tail longer. So does a balancer that deals out calls blindly: one queue for all
    places is the best there can be, and least-connections comes close. Batching is not
    simulated. Near to full, queues are still growing when a run ends.

    Raises:
        MissingLibraryError: simpy is not installed.
        ValueError: there is nothing to simulate, or the peak is more than a station
            bears or a computer holds; the message says which.

    Source: Law 2015, Simulation Modeling and Analysis, chapter 9 (replications, and a
    warm-up that is deleted); Harchol-Balter 2013, Performance Modeling and Design of
    Computer Systems, chapters 2 and 14; Dean and Barroso 2013, The Tail at Scale, CACM
    56(2).
    """
    if find_spec("simpy") is None:
        raise MissingLibraryError("simpy", "pip install simpy")
    check_size(rate, requests, replications)
    peak = peak_of(steps_of(graph), rate, requests)
    check_peak(peak, replications)
    return summary(peak, [*_runs(peak, replications, seed, progress)], seed)


def _runs(
    peak: Peak, replications: int, seed: int, progress: Progress | None
) -> Iterator[Replication]:
    from designkit.estimates.simulation.replication import replicate

    total = peak.requests * replications
    for number in range(replications):
        told = partial(_tell, progress, number * peak.requests, total)
        yield replicate(peak, Random(f"{seed}/{number}"), told)


def _tell(progress: Progress | None, before: int, total: int, done: int) -> None:
    if progress:
        progress(before + done, total)
