"""The figures of a component that a simulation uses."""

import pytest

from designkit.estimates.formulas.latency import Lognormal
from designkit.estimates.simulation.figures import places_of, time_of
from designkit.estimates.simulation.sampling import lognormal_through
from designkit.model.component import Component
from tests.simulated import graph_of, part, server


def component(written: str) -> Component:
    return graph_of(written, calls="app -> rank").design.components["rank"]


@pytest.mark.parametrize(
    ("latency", "expected"),
    [
        pytest.param("", Lognormal(0.0, 0.0), id="nothing stated"),
        pytest.param("4", Lognormal(0.004, 0.0), id="a median alone"),
        pytest.param("4 4", Lognormal(0.004, 0.0), id="always the same"),
        pytest.param("4 16", lognormal_through(0.004, 0.016), id="a tail"),
        pytest.param("0 4", Lognormal(0.004, 0.0), id="from nothing"),
        pytest.param("2..6 16", lognormal_through(0.004, 0.016), id="a range"),
    ],
)
def test_a_time_goes_through_p50_and_p99(latency: str, expected: Lognormal):
    assert time_of(component(part("rank", latency))) == expected


def test_a_p99_alone_is_always_the_time():
    written = "rank: {kind: gateway, latency: {p99: 8 ms}}"

    assert time_of(component(written)) == Lognormal(0.008, 0.0)


def test_a_service_time_is_the_mean_of_a_station():
    time = time_of(component(server("rank", "5 20", time="8 ms", places=2)))

    assert time.mean == pytest.approx(0.008)
    assert time.spread == pytest.approx(lognormal_through(5, 20).spread)


def test_without_places_a_service_time_says_nothing():
    written = part("rank", "5 5", "model-server", service_time="8 ms")

    assert time_of(component(written)) == Lognormal(0.005, 0.0)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({"service_time": "8 ms", "concurrency": "4", "replicas": "3"}, 12),
        ({"service_time": "8 ms", "concurrency": "2..4", "replicas": "3..10"}, 30),
        ({"service_time": "8 ms", "concurrency": "1e30", "replicas": "1e30"}, 10**9),
        ({"service_time": "8 ms", "concurrency": "4"}, 0),
        ({"concurrency": "4", "replicas": "3"}, 0),
        ({}, 0),
    ],
)
def test_places_are_replicas_times_concurrency(stated: dict[str, str], expected: int):
    written = part("rank", "5", "model-server", **stated)

    assert places_of(component(written)) == expected


@pytest.mark.parametrize(
    ("written", "message"),
    [
        pytest.param(
            part("rank", "9 3"),
            "rank cannot be simulated: its p50 is above its p99",
            id="downwards",
        ),
        pytest.param(
            server("rank", time="1e30 s", places=1),
            "rank cannot be simulated: a time lies between nothing and 30 years",
            id="ages",
        ),
        pytest.param(
            server("rank", places=0),
            "^rank has no place for a call: 1 replicas, of which each works on 0 at once",
            id="no place",
        ),
    ],
)
def test_figures_that_make_no_sense_are_refused(written: str, message: str):
    with pytest.raises(ValueError, match=message):
        time_of(component(written))
