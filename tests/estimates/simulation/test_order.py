"""What comes after what in a simulated request: as on the critical path."""

import pytest

from designkit.estimates.simulation.replications import simulate
from designkit.model.graph import Graph
from tests.simulated import graph_of, part, server

SLOW, FAST = part("slow", "50 50"), part("fast", "10 10")


def constant(graph: Graph) -> float:
    """Return the milliseconds to the answer of a path without chance."""
    simulated = simulate(graph, 1, requests=100, replications=2)
    (time,) = {round(found.value * 1000, 6) for found in simulated.percentiles}
    return time


IN_ORDER = [
    pytest.param(
        graph_of(SLOW, FAST, calls="app -> slow; app -> fast {after: slow}"),
        60,
        id="a call after a call",
    ),
    pytest.param(
        graph_of(
            FAST,
            part("page", "1 1"),
            SLOW,
            calls="app -> fast; fast -> slow; app -> page {after: [fast]}",
        ),
        61,
        id="a call after all that another one calls",
    ),
    pytest.param(
        graph_of(
            FAST,
            part("store", "2 2", "online-store"),
            part("lists", "3 3", "online-store"),
            part("rest", "4 4", "online-store"),
            calls="app -> fast",
            lookups="lists -> fast {after: store}; store -> fast; rest -> fast",
        ),
        15,
        id="a lookup after a lookup",
    ),
    pytest.param(
        graph_of(
            FAST,
            part("store", "2 2", "online-store"),
            server("rank", places=2),
            part("lists", "3 3", "online-store"),
            part("rest", "4 4", "online-store"),
            calls="app -> fast",
            lookups="store -> fast; rank -> fast {after: store};"
            "lists -> fast {after: rank}; rest -> fast",
        ),
        25,
        id="a lookup after one that has a queue",
    ),
    pytest.param(
        graph_of(
            server("fast", places=9),
            part("store", "2 2", "online-store"),
            server("rank", "30 30", time="30 ms", places=9),
            calls="app -> fast",
            lookups="rank -> fast; store -> fast {after: rank}",
        ),
        42,
        id="read before a place is taken, in order",
    ),
    pytest.param(
        graph_of(
            part("fast", "10 10", latency_includes="store"),
            part("store", "2 2", "online-store"),
            calls="app -> fast",
            lookups="store -> fast",
        ),
        10,
        id="a read that the reader includes",
    ),
    pytest.param(
        graph_of(
            FAST, SLOW, calls="app -> fast -> slow; fast -> app {carries: response}"
        ),
        60,
        id="who answers itself",
    ),
]


@pytest.mark.parametrize(("graph", "expected"), IN_ORDER)
def test_what_comes_after_adds_up_as_on_the_critical_path(
    graph: Graph, expected: float
):
    assert graph.critical_path.p99 * 1000 == pytest.approx(expected)
    assert constant(graph) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize(
    ("lookup", "why"),
    [
        (
            "store -> fast {after: slow}",
            "fast reads store after a call has come back, which is not simulated",
        ),
    ],
)
def test_an_order_that_is_not_simulated_is_said(lookup: str, why: str):
    graph = graph_of(
        FAST,
        SLOW,
        part("store", "2 2", "online-store"),
        server("rank", places=2),
        calls="app -> fast -> slow",
        lookups=lookup,
    )

    with pytest.raises(ValueError, match=why):
        simulate(graph, 1, requests=100, replications=2)


def test_what_is_read_in_order_waits_for_a_place():
    graph = graph_of(
        FAST,
        part("store", "2 2", "online-store"),
        server("rank", places=1),
        calls="app -> fast",
        lookups="store -> fast; rank -> fast {after: store}",
    )

    simulated = simulate(graph, 50, requests=2_000, replications=10)

    (station,) = simulated.stations
    assert station.wait.low <= 0.005 <= station.wait.high  # M/D/1: u S / 2 (1 - u)
