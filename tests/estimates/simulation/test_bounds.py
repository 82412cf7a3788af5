"""What is not simulated, and what is said instead."""

import math

import pytest

from designkit.estimates.simulation.replications import simulate
from designkit.model.graph import Graph
from tests.simulated import graph_of, part, server

RANK = graph_of(part("rank", "5 20"))


@pytest.mark.parametrize(
    "rate", [0, -1, 1e-9, 1e25, math.inf, -math.inf, math.nan], ids=str
)
def test_a_rate_that_is_no_peak_is_refused(rate: float):
    with pytest.raises(
        ValueError, match="one request in three hours and 1,000,000,000"
    ):
        simulate(RANK, rate)


@pytest.mark.parametrize("requests", [-1, 0, 99, 1_000_001, 10**30])
def test_too_few_and_too_many_requests_are_refused(requests: int):
    with pytest.raises(ValueError, match="100 to 1,000,000 requests are simulated"):
        simulate(RANK, 1, requests=requests)


@pytest.mark.parametrize("replications", [-1, 0, 1, 101])
def test_too_few_and_too_many_replications_are_refused(replications: int):
    with pytest.raises(ValueError, match="2 to 100 replications are simulated"):
        simulate(RANK, 1, replications=replications)


@pytest.mark.parametrize(
    ("graph", "message"),
    [
        pytest.param(graph_of(calls=""), "no client calls or reads", id="no calls"),
        pytest.param(graph_of(part("rank")), "no client calls or reads", id="no times"),
        pytest.param(
            graph_of(part("rank", "5 5", "fallback")),
            "no client calls or reads",
            id="a fallback alone",
        ),
        pytest.param(
            graph_of(part("rank", "5 5"), calls="rank -> app"),
            "no client calls or reads",
            id="nothing called",
        ),
        pytest.param(
            graph_of(
                part("rank"),
                part("gate", "5 5"),
                calls="app -> rank; rank <-> gate {carries: request}",
            ),
            "gate -> rank -> gate wait for each other",
            id="a circle",
        ),
        pytest.param(
            graph_of(part("rank", "9 3")),
            "rank cannot be simulated: its p50 is above its p99",
            id="percentiles that run downwards",
        ),
        pytest.param(
            graph_of(part("rank", "1e300 1e301")),
            "rank cannot be simulated: a time lies between nothing and 30 years",
            id="ages",
        ),
        pytest.param(
            graph_of(server("rank", places=1)),
            r"rank has work for 1 places and has 1: its queue grows",
            id="full",
        ),
        pytest.param(
            graph_of(server("rank", time="1000 s", places=2)),
            r"rank has work for 100,000 places and has 2: its queue grows",
            id="more than full",
        ),
        pytest.param(
            graph_of(server("rank", places=0)),
            "rank has no place for a call",
            id="none",
        ),
        pytest.param(
            graph_of(part("rank", "1e8 1e8")),
            "10 M calls would be in work at once; at most 100,000 are simulated",
            id="a crowd",
        ),
    ],
)
def test_what_has_no_answer_is_refused(graph: Graph, message: str):
    with pytest.raises(ValueError, match=message):
        simulate(graph, 100)


def test_more_calls_than_a_computer_makes_are_refused():
    with pytest.raises(ValueError, match=r"these are 200 M calls; at most 100 M"):
        simulate(RANK, 1, requests=1_000_000, replications=100)
