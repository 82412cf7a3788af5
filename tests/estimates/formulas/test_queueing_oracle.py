"""The queueing formulas beside a simulation of the queue."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import sqrt
from statistics import mean, quantiles, stdev

import ciw
import pytest

from designkit.estimates.formulas.queueing import Queue

SEEDS = range(100, 110)

T_QUANTILE = 3.25
"""Of Student's t with 9 degrees of freedom: of 100 formulas that are right, one differs
from the mean of ten replications by more than so many of its standard errors."""

SEVEN = Queue(100, 1 / 20, 7)
SINGLE = Queue(0.5, 1, 1)


@dataclass(frozen=True)
class Run:
    """What one replication saw of a queue, in seconds."""

    waits: tuple[float, ...]
    times: tuple[float, ...]


Seen = Callable[[Run], float]


def replication(queue: Queue, seconds: float, seed: int) -> Run:
    """Simulate a queue; the calls of the first 2%, while it fills up, do not count."""
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(queue.rate)],
        service_distributions=[ciw.dists.Exponential(1 / queue.service_time)],
        number_of_servers=[queue.servers],
    )
    ciw.seed(seed)
    simulation = ciw.Simulation(network)
    simulation.simulate_until_max_time(seconds)
    calls = simulation.get_all_records()
    calls = [call for call in calls if call.arrival_date > seconds / 50]
    return Run(
        tuple(call.waiting_time for call in calls),
        tuple(call.exit_date - call.arrival_date for call in calls),
    )


@pytest.fixture(scope="module")
def runs() -> Mapping[Queue, tuple[Run, ...]]:
    seconds = {SEVEN: 70, SINGLE: 3_000}
    return {
        queue: tuple(replication(queue, long, seed) for seed in SEEDS)
        for queue, long in seconds.items()
    }


def mean_wait(run: Run) -> float:
    return mean(run.waits)


def waiting_share(run: Run) -> float:
    return mean(wait > 1e-9 for wait in run.waits)


def p99_of_the_time(run: Run) -> float:
    return quantiles(run.times, n=100)[98]


@pytest.mark.parametrize(
    ("queue", "seen", "expected", "precision"),
    [
        pytest.param(
            SEVEN, mean_wait, SEVEN.mean_wait, 0.06, id="seven servers, mean wait"
        ),
        pytest.param(
            SEVEN,
            waiting_share,
            SEVEN.waiting_share,
            0.02,
            id="seven servers, who waits",
        ),
        pytest.param(
            SEVEN,
            p99_of_the_time,
            SEVEN.time_quantile(0.99),
            0.02,
            id="seven servers, p99",
        ),
        pytest.param(
            SINGLE, mean_wait, SINGLE.mean_wait, 0.06, id="one server, mean wait"
        ),
        pytest.param(
            SINGLE,
            waiting_share,
            SINGLE.waiting_share,
            0.02,
            id="one server, who waits",
        ),
        pytest.param(
            SINGLE,
            p99_of_the_time,
            SINGLE.time_quantile(0.99),
            0.05,
            id="one server, p99",
        ),
    ],
)
def test_a_formula_differs_from_a_simulation_by_chance_alone(
    runs: Mapping[Queue, tuple[Run, ...]],
    queue: Queue,
    seen: Seen,
    expected: float,
    precision: float,
) -> None:
    values = [seen(run) for run in runs[queue]]
    standard_error = stdev(values) / sqrt(len(values))

    assert standard_error < precision * expected, "simulate longer"
    assert mean(values) == pytest.approx(expected, abs=T_QUANTILE * standard_error)
