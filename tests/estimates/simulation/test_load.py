"""What a peak asks of the stations of a path."""

import math

import pytest

from designkit.estimates.simulation.building import steps_of
from designkit.estimates.simulation.load import (
    LoadedServer,
    calls_of,
    peak_of,
    stations_of,
    work_of,
)
from tests.simulated import graph_of, part, server


def steps(calls: str = "app -> rank", lookups: str = ""):
    return steps_of(
        graph_of(
            part("gate", "3 3"),
            server("rank", places=4),
            server("encode", time="5 ms", places=2),
            calls=calls,
            lookups=lookups,
        )
    )


def station(*arguments: str, rate: float = 100, **keywords: str) -> LoadedServer:
    (found,) = stations_of(steps(*arguments, **keywords), rate)
    return found


def test_a_station_is_busy_by_the_offered_load():
    found = station()

    assert (found.id, found.places) == ("rank", 4)
    assert found.load == pytest.approx(1)
    assert found.busy == pytest.approx(0.25)


@pytest.mark.parametrize(
    ("option", "expected"),
    [("calls-per-request: 0.5", 0.5), ("calls-per-request: 2", 2), ("fan-out: 3", 3)],
)
def test_every_call_is_load(option: str, expected: float):
    found = station(f"app -> rank {{{option}}}")

    assert found.load == pytest.approx(expected)


def test_calls_and_reads_of_a_station_add_up():
    found = station(
        "app -> gate; app -> rank",
        lookups="rank -> gate {calls-per-request: 3}",
    )

    assert found.load == pytest.approx(4)


def test_stations_come_in_the_order_of_the_path():
    path = steps("app -> encode -> rank")

    assert [found.id for found in stations_of(path, 1)] == ["encode", "rank"]


def test_a_queue_close_to_full_is_slow_to_come_to_rest():
    empty, half, full = (LoadedServer("a", 2, 0.01, load) for load in (0, 1, 2))

    assert empty.settling == pytest.approx(0.01 * 1.5)
    assert half.settling == pytest.approx(0.01 * 3)
    assert full.settling == math.inf


def test_the_calls_and_the_work_of_a_request_are_those_of_all_its_steps():
    path = steps("app -> gate -> rank", lookups="encode -> gate")

    assert calls_of(path) == 4
    assert work_of(path) == pytest.approx(0.018)


@pytest.mark.parametrize(
    ("rate", "warm_up", "is_settled"),
    [
        pytest.param(1, 100, True, id="a tenth"),
        pytest.param(360, 900, True, id="a busy queue"),
        pytest.param(399, 2000, False, id="a full queue"),
    ],
)
def test_a_warm_up_lasts_until_queues_are_at_rest(
    rate: float, warm_up: int, is_settled: bool
):
    peak = peak_of(steps(), rate, 1000)

    assert peak.is_settled is is_settled
    assert peak.warm_up == pytest.approx(warm_up, rel=0.5)
