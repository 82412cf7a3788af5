"""The steps that are simulated, made from a design."""

import math

import pytest

from designkit.estimates.formulas.latency import Lognormal
from designkit.estimates.simulation.building import steps_of
from designkit.estimates.simulation.step import Call, Hop, Lookup
from tests.simulated import graph_of, part, server


def steps(*components: str, calls: str = "app -> rank", lookups: str = ""):
    graph = graph_of(*components, calls=calls, lookups=lookups)
    return {step.id: step for step in steps_of(graph)}


def test_a_step_says_whom_it_calls_and_what_it_reads():
    found = steps(
        part("rank", "5 5"),
        part("store", "2 2", "online-store", timeout="8 ms"),
        calls="app -> rank; rank -> app {carries: response}",
        lookups="store -> rank {fan-out: 3, timeout: 6 ms}",
    )

    assert found["app"].calls == (Call(1),)
    assert found["rank"] == Hop(
        "rank",
        Lognormal(0.005, 0.0),
        held=0.005,
        lookups=(Lookup("store", Lognormal(0.002, 0.0), shards=3, timeout=0.006),),
        callers=1,
        answers=True,
    )


def test_a_lookup_without_a_timeout_is_waited_for():
    found = steps(
        part("rank"),
        part("store", "2 2", "online-store"),
        lookups="store -> rank",
    )

    assert found["rank"].lookups[0].timeout == math.inf


def test_a_call_holds_its_place_while_it_reads():
    found = steps(
        server("rank", places=4),
        part("store", "2 2", "online-store"),
        lookups="store -> rank",
    )

    assert found["rank"].held == pytest.approx(0.010)
    assert found["rank"].time.mean == pytest.approx(0.008)
    assert found["rank"].places == 4
    assert not found["rank"].reads_first


def test_what_takes_longer_than_the_service_is_read_before():
    found = steps(
        server("rank", places=4),
        part("store", "30 30", "online-store"),
        lookups="store -> rank",
    )

    assert found["rank"].time.mean == pytest.approx(0.010)
    assert found["rank"].reads_first


def test_what_has_no_time_of_its_own_still_reads():
    found = steps(
        part("rank"), part("store", "2 2", "online-store"), lookups="store -> rank"
    )

    assert not found["rank"].reads_first


def test_shards_are_those_of_the_widest_call():
    found = steps(
        part("gate"),
        part("rank"),
        calls="app -> gate -> rank {fan-out: 8}",
    )

    assert found["rank"].shards == 8


def test_parts_of_calls_by_one_caller_follow_each_other():
    found = steps(
        part("gate"),
        part("a"),
        part("b"),
        calls="app -> gate; "
        "gate -> a {calls-per-request: 0.7}; "
        "gate -> b {calls-per-request: 0.3}",
    )

    assert found["gate"].calls == (Call(2, 0.7, 1, 0), Call(3, 0.3, 1, 0.7))


def test_a_circle_is_refused():
    with pytest.raises(
        ValueError, match="is ever done: a -> b -> a wait for each other"
    ):
        steps(
            part("a"),
            part("b"),
            calls="app -> a; a <-> b {carries: request}",
        )


@pytest.mark.parametrize(
    "calls",
    [
        "app -> rank {calls-per-request: 1e30}",
        "app -> rank {fan-out: 1e30}",
    ],
)
def test_endless_calls_are_refused(calls: str):
    with pytest.raises(ValueError, match="rank is called more than 1,000 times"):
        steps(server("rank", places=4), calls=calls)


def test_endless_reads_are_refused():
    with pytest.raises(ValueError, match="store is called more than 1,000 times"):
        steps(
            part("rank"),
            part("store", kind="online-store"),
            lookups="store -> rank {calls-per-request: 1e30}",
        )
