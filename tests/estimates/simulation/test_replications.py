"""Simulated peaks against closed forms, and against the same laws drawn plainly."""

import math
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import islice
from random import Random
from statistics import quantiles

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.errors import MissingLibraryError
from designkit.estimates.demand import Demand
from designkit.estimates.simulation import replications as module
from designkit.estimates.simulation.replications import simulate
from designkit.estimates.simulation.results import Interval, Simulated, StationLoad
from designkit.estimates.simulation.sampling import draws, lognormal_through
from designkit.model.graph import Graph
from tests.drawn import shipped_design
from tests.simulated import graph_of, part, server

DESIGNS = ("ad-click", "fraud", "recommendation", "search-ranking")


def times_of(simulated: Simulated) -> Mapping[str, float]:
    """Return the percentiles by name, in milliseconds."""
    return {found.name: found.value * 1000 for found in simulated.percentiles}


def constant(graph: Graph) -> float:
    """Return the milliseconds to the answer of a path without chance."""
    simulated = simulate(graph, 1, requests=100, replications=2)
    (time,) = {round(value, 6) for value in times_of(simulated).values()}
    return time


def only_station(simulated: Simulated) -> StationLoad:
    """Return the one station that there is."""
    (station,) = simulated.stations
    return station


def has(interval: Interval, value: float) -> bool:
    """Whether `value` lies in an interval, made half as wide again.

    One in 20 lies outside of what is said with 95% confidence; in 400, of this.
    """
    slack = (interval.high - interval.low) / 4
    return interval.low - slack <= value <= interval.high + slack


# ---- one station


@pytest.mark.parametrize(
    ("latency", "variation"),
    [
        pytest.param("10 10", 0, id="constant: M/D/1"),
        pytest.param("10 30", 0.249924, id="lognormal: M/G/1"),
    ],
)
def test_one_place_waits_as_pollaczek_and_khinchine_say(latency: str, variation: float):
    graph = graph_of(server("rank", latency, places=1))
    station = only_station(simulate(graph, 50, requests=1_500))

    assert has(station.wait, 0.5 * 0.010 / (1 - 0.5) * (1 + variation) / 2)
    assert has(station.busy, 0.5)
    assert has(station.calls, 50)


def test_places_are_as_busy_as_the_offered_load():
    graph = graph_of(server("rank", "10 40", places=8))
    station = only_station(simulate(graph, 600, requests=1_000))

    assert station.offered == pytest.approx(0.75)
    assert has(station.busy, station.offered)


def test_little_holds_in_every_queue():
    graph = graph_of(
        server("encode", "10 30", places=6),
        server("rank", "10 30", places=7),
        calls="app -> encode -> rank",
    )
    for station in simulate(graph, 500, requests=1_000).stations:
        waiting = station.calls.value * station.wait.value

        assert station.queue.value == pytest.approx(waiting, rel=0.02)
        assert has(station.queue, waiting)
        assert station.wait_p99.value > station.wait.value > 0


def test_one_queue_for_all_places_waits_less_than_one_each():
    shared = simulate(graph_of(server("rank", "10 30", places=8)), 640, requests=500)
    alone = simulate(graph_of(server("rank", "10 30", places=1)), 80, requests=500)

    assert only_station(shared).wait.high < only_station(alone).wait.low


def test_a_queue_makes_the_answer_late():
    calm, busy = (
        simulate(graph_of(server("rank", "10 20", places=2)), rate, requests=500)
        for rate in (1, 150)
    )

    assert only_station(calm).wait.value < 0.0001
    assert times_of(busy)["p99"] > times_of(calm)["p99"] + 5


def test_before_a_full_queue_is_at_rest_it_says_so():
    graph = graph_of(server("rank", "10 40", places=1))

    assert not simulate(graph, 99, requests=100, replications=2).is_settled
    assert simulate(graph, 50, requests=1_000, replications=2).is_settled


# ---- no queue: the same law, drawn plainly

CHAIN = graph_of(
    part("a", "5 15"),
    part("b", "8 30"),
    part("c", "12 40"),
    calls="app -> a -> b -> c",
)
SIDE_BY_SIDE = graph_of(
    part("rank"),
    part("a", "5 15", "online-store"),
    part("b", "8 30", "online-store"),
    part("c", "12 40", "online-store"),
    lookups="a, b, c -> rank",
)
SHARDS = graph_of(
    part("rank", "1 1"),
    part("a", "5 20", "inverted-index"),
    lookups="a -> rank {fan-out: 20}",
)


def plainly(of: Callable[..., float], *laws: tuple[float, float]) -> Iterator[float]:
    """Give what becomes of independent times, in milliseconds."""
    random = Random(7)
    return map(of, *(draws(lognormal_through(*law), random) for law in laws))


def added(*times: float) -> float:
    return sum(times)


@pytest.mark.parametrize(
    ("graph", "drawn"),
    [
        pytest.param(CHAIN, plainly(added, (5, 15), (8, 30), (12, 40)), id="a chain"),
        pytest.param(
            SIDE_BY_SIDE, plainly(max, (5, 15), (8, 30), (12, 40)), id="a fork"
        ),
    ],
)
def test_without_queues_the_answer_takes_what_its_steps_take(
    graph: Graph, drawn: Iterator[float]
):
    found = simulate(graph, 100, requests=2_000).percentiles
    plain = quantiles(islice(drawn, 50_000), n=100)

    for percentile, expected in zip(
        found, (plain[49], plain[94], plain[98]), strict=False
    ):
        seen = Interval(percentile.value, percentile.low, percentile.high)

        assert has(seen, expected / 1000), percentile


def test_a_chain_has_the_percentiles_of_four_million_draws():
    assert times_of(simulate(CHAIN, 100, requests=2_000)) == {
        "p50": pytest.approx(27.02, rel=0.01),
        "p95": pytest.approx(47.22, rel=0.01),
        "p99": pytest.approx(60.39, rel=0.02),
        "mean": pytest.approx(28.710779, rel=0.01),
    }


def test_a_reader_waits_for_the_slowest_shard():
    times = times_of(simulate(SHARDS, 100, requests=2_000))

    assert times["p50"] == pytest.approx(1 + 14.82738, rel=0.01)
    assert times["p99"] == pytest.approx(1 + 35.49871, rel=0.03)


# ---- the order of steps

SLOW, FAST = (
    part("slow", "50 50", "model-server"),
    part("fast", "10 10", "model-server"),
)


@st.composite
def paths(draw: st.DrawFn) -> Graph:
    """A path without chance: each component is called by one before it, or by two."""
    size = draw(st.integers(1, 6))
    names = ["app", *(f"c{number}" for number in range(size))]
    latencies = [draw(st.integers(0, 50)) for _ in range(size)]
    flows = {(names[draw(st.integers(0, n))], names[n + 1]) for n in range(size)}
    pairs = [(a, b) for n, b in enumerate(names) for a in names[1:n]]
    more = draw(st.lists(st.sampled_from(pairs), max_size=5)) if pairs else []
    calls = [f"{a} -> {b}" for a, b in sorted(flows)]
    read = [f"{a} -> {b}" for a, b in sorted({*more} - flows)]
    return graph_of(
        *(part(n, f"{ms} {ms}") for n, ms in zip(names[1:], latencies, strict=True)),
        calls="; ".join([*calls, f"{names[-1]} -> app {{carries: response}}"]),
        lookups="; ".join(read),
    )


@settings(max_examples=50, deadline=None)
@given(paths().filter(lambda graph: graph.critical_path.p99 > 0))
def test_without_chance_the_answer_takes_the_critical_path(graph: Graph):
    assert constant(graph) == pytest.approx(graph.critical_path.p99 * 1000, abs=1e-4)


def test_a_step_waits_for_all_its_callers():
    graph = graph_of(SLOW, FAST, part("page", "1 1"), calls="app -> slow, fast -> page")

    assert constant(graph) == 51


def test_calls_of_a_request_are_made_one_after_the_other():
    graph = graph_of(FAST, calls="app -> fast {calls-per-request: 3}")

    assert constant(graph) == 30


def test_a_fallback_is_not_waited_for():
    graph = graph_of(
        FAST,
        part("popular", "90 90", "fallback"),
        calls="app -> fast, popular; popular -> fast",
    )

    assert constant(graph) == 10


def test_a_lookup_ends_at_its_timeout_and_a_call_does_not():
    graph = graph_of(
        part("rank", "10 10", timeout="1 ms"),
        part("store", "40 40", "online-store", timeout="20 ms"),
        lookups="store -> rank {timeout: 15 ms}",
    )

    assert constant(graph) == 25


def test_a_call_of_some_requests_is_made_by_that_part():
    graph = graph_of(
        part("gate", "1 1"),
        server("rank", "20 20", time="20 ms", places=50),
        calls="app -> gate; gate -> rank {calls-per-request: 0.1}",
    )
    found = simulate(graph, 500, requests=1_000)

    assert times_of(found)["p50"] == pytest.approx(1)
    assert times_of(found)["p99"] == pytest.approx(21)
    assert has(only_station(found).calls, 50)
    assert only_station(found).offered == pytest.approx(50 * 0.020 / 50)


def test_arms_of_an_experiment_take_turns():
    graph = graph_of(
        SLOW,
        FAST,
        calls="app -> slow {calls-per-request: 0.2}; "
        "app -> fast {calls-per-request: 0.8}",
    )
    times = times_of(simulate(graph, 10, requests=2_000))

    assert times["p50"] == pytest.approx(10)
    assert times["p95"] == pytest.approx(50)
    assert times["mean"] == pytest.approx(0.8 * 10 + 0.2 * 50, rel=0.02)


# ---- stations that are read, and that read


def test_a_station_that_is_read_has_a_queue():
    graph = graph_of(
        part("gate", "1 1"),
        server("rank", "10 10", places=1),
        calls="app -> gate",
        lookups="rank -> gate",
    )
    found = simulate(graph, 50, requests=1_000)

    assert has(only_station(found).wait, 0.005)
    assert times_of(found)["mean"] == pytest.approx(1 + 5 + 10, rel=0.05)


def test_a_lookup_in_a_queue_is_given_up_at_its_timeout():
    graph = graph_of(
        part("gate", "1 1"),
        server("rank", "10 10", places=1),
        calls="app -> gate",
        lookups="rank -> gate {timeout: 12 ms}",
    )
    found = simulate(graph, 80, requests=500)

    assert times_of(found)["p99"] == pytest.approx(13)
    assert only_station(found).wait_p99.value > 0.012


def test_a_service_time_covers_what_is_read():
    graph = graph_of(
        server("rank", "10 10", places=50),
        part("store", "4 4", "online-store"),
        lookups="store -> rank",
    )

    assert constant(graph) == 10


def test_a_read_longer_than_the_service_takes_no_place():
    graph = graph_of(
        server("rank", "10 10", places=50),
        part("store", "30 30", "online-store"),
        lookups="store -> rank",
    )
    found = simulate(graph, 1_000, requests=500)

    assert times_of(found)["p99"] == pytest.approx(40)
    assert has(only_station(found).busy, 0.2)


def test_a_station_may_read_another_while_it_holds_a_place():
    graph = graph_of(
        server("rank", "30 30", time="30 ms", places=10),
        server("encode", "10 10", places=10),
        part("store", "4 4", "online-store"),
        lookups="encode, store -> rank",
    )
    found = simulate(graph, 200, requests=500)
    loads = {station.id: station for station in found.stations}

    assert times_of(found)["p50"] == pytest.approx(30, rel=0.01)
    assert has(loads["rank"].busy, 0.6)
    assert has(loads["encode"].busy, 0.2)


def test_each_shard_of_a_station_takes_a_place():
    graph = graph_of(
        server("rank", "10 10", places=8),
        calls="app -> rank {fan-out: 4}",
    )
    station = only_station(simulate(graph, 100, requests=500))

    assert station.offered == pytest.approx(0.5)
    assert has(station.busy, 0.5)
    assert has(station.calls, 400)


# ---- what holds for all


@cache
def few(name: str, seed: int = 0) -> Simulated:
    graph = Graph(shipped_design(name))
    peak = Demand(graph).peak
    assert peak
    return simulate(graph, peak, requests=200, replications=3, seed=seed)


@pytest.mark.parametrize("name", DESIGNS)
def test_a_shipped_design_is_faster_than_its_budget(name: str):
    path, times = Graph(shipped_design(name)).critical_path, times_of(few(name))

    assert 0.9 * path.p50 * 1000 < times["p50"] < times["mean"] < times["p95"]
    assert times["p95"] < times["p99"] < path.p99 * 1000


@pytest.mark.parametrize("name", DESIGNS)
def test_stations_of_a_shipped_design_are_its_model_servers(name: str):
    found, models = few(name), shipped_design(name).of_kind("model-server")
    loads = {station.id: station for station in found.stations}

    assert loads.keys() == {model.id for model in models}
    for model in models:
        time, load = model.quantity("service-time"), loads[model.id]
        assert time
        assert load.offered == pytest.approx(found.rate * time.value / load.places)
        assert 0 < load.busy.value < 0.6


def test_a_seed_decides_everything():
    assert few("fraud", seed=1) == few.__wrapped__("fraud", seed=1)
    assert few("fraud", seed=1).percentiles != few("fraud", seed=2).percentiles


SCRIPT = """
from designkit.source.inputs import shipped
from designkit.model.graph import Graph
from designkit.api import load
from designkit.estimates.simulation.replications import simulate

graph = Graph(load(shipped()["recommendation"]).design)
print(simulate(graph, 1_000, requests=200, replications=2))
"""


def test_hash_seeds_decide_nothing():
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", SCRIPT],
            env=os.environ | {"PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed in ("1", "2")
    ]
    one, other = (run.communicate()[0] for run in runs)

    assert one.startswith("Simulated(")
    assert one == other


@settings(max_examples=15, deadline=None)
@given(
    st.floats(0.01, 0.99), st.floats(1e-3, 1e3), st.floats(1, 1e4), st.integers(1, 200)
)
def test_all_figures_are_finite(busy: float, ms: float, spread: float, places: int):
    latency = f"{ms:.6f} {ms * spread:.6f}"
    graph = graph_of(server("rank", latency, time=f"{ms:.6f} ms", places=places))
    rate = busy * places / ms * 1000
    found = simulate(graph, rate, requests=100, replications=2)
    station = only_station(found)
    figures = [*found.percentiles, station.busy, station.queue, station.wait_p99]

    assert station.offered == pytest.approx(busy, rel=1e-3)
    assert all(0 <= f.low <= f.value <= f.high < math.inf for f in figures)


def test_progress_is_told_up_to_the_end():
    told: list[tuple[int, int]] = []
    simulate(
        CHAIN,
        1,
        requests=1_000,
        replications=2,
        progress=lambda done, total: told.append((done, total)),
    )

    assert told == [(n, 2_000) for n in (0, 500, 1_000, 1_000, 1_500, 2_000)]


def test_a_result_says_what_was_simulated():
    found = simulate(CHAIN, 1, requests=200, replications=3, seed=4)

    assert (found.rate, found.seed, found.is_settled) == (1, 4, True)
    assert (found.requests, found.warm_up, found.replications) == (200, 20, 3)
    assert [found.name for found in found.percentiles] == ["p50", "p95", "p99", "mean"]
    assert found.stations == ()


def test_without_simpy_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "find_spec", lambda name: None)

    with pytest.raises(MissingLibraryError, match="pip install simpy"):
        simulate(CHAIN, 1)
