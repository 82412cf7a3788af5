"""Tests of graphs of figures: small, the same every time, and made anew with others."""

import json
from random import Random

import pytest

from designkit.estimates.estimator import estimate
from designkit.estimates.graph.export import FigureGraph, graph_of
from designkit.quantities.writing import TIMES
from designkit.source.inputs import shipped
from designkit.source.loader import Loaded, load_text
from designkit.source.starter import started
from tests.cases import HEAD
from tests.estimates.graph.moved import SHIPPED, moved, shipped_design
from tests.judgement.judging import NAMES
from tests.judgement.judging import loaded as judged
from tests.replayed import Mover, Replay, differences
from tests.sizes import WHOLE

STARTERS = ("generic", "fraud-detection", "recommendation", "agent-with-tools")
EACH = 50 if WHOLE else 4
"""Settings of each shipped design, of which there are four."""


def replayed(loaded: Loaded, count: int, most: int = 12) -> list[str]:
    """Return where figures made anew differ, over random settings."""
    graph, random = graph_of(loaded), Random(loaded.file)
    mover, found = Mover(graph, random), list[str]()
    for _ in range(count):
        settings = mover.texts(mover.numbers(most))
        if (other := moved(loaded, settings)) and other.design:
            now = Replay(graph, settings).run()
            found += differences(now, estimate(other.design))
    return found


def text_of(graph: FigureGraph) -> str:
    return json.dumps(graph.json, ensure_ascii=False, separators=(",", ":"))


@pytest.mark.parametrize("name", SHIPPED)
def test_figures_follow_random_numbers_as_an_estimate_does(name: str) -> None:
    assert replayed(shipped_design(name), EACH) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_graph_is_an_estimate_where_nothing_is_moved(name: str) -> None:
    loaded = judged(name)
    assert loaded.design is not None
    now = Replay(graph_of(loaded), {}).run()
    assert differences(now, estimate(loaded.design)) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_figures_of_other_designs_follow_random_numbers(name: str) -> None:
    assert replayed(judged(name), 20) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", STARTERS)
def test_figures_of_starters_follow_random_numbers(name: str) -> None:
    assert replayed(load_text(started(name), f"{name}.yaml"), 20) == []


@pytest.mark.parametrize("name", SHIPPED)
def test_a_graph_is_small_and_the_same_every_time(name: str) -> None:
    text = text_of(graph_of(shipped_design(name)))
    assert len(text.encode()) < 140_000
    assert text == text_of(graph_of(shipped_design(name)))


def test_the_graph_of_fraud_is_for_a_page() -> None:
    assert len(text_of(graph_of(shipped_design("fraud"))).encode()) < 120_000


PATH = """
workload: {requests-per-day: 86.4 M, peak-factor: 2}
components:
  app: {kind: client}
  gate: {kind: gateway, latency: {p50: 2 ms, p99: 5 ms}}
  score: {kind: model-server, latency: {p50: 8 ms, p99: 20 ms}}
  rank: {kind: model-server, latency: {p50: 8 ms, p99: 30 ms}}
flows:
  calls:
    - app -> gate: request
    - gate -> score, rank: request
"""


@pytest.mark.parametrize(
    ("p99", "formula"), [("29 ms", "gate + rank"), ("31 ms", "gate + score")]
)
def test_another_way_is_slowest_with_other_times(p99: str, formula: str) -> None:
    loaded = load_text(HEAD + PATH, "path.yaml")
    now = Replay(graph_of(loaded), {"components.score.latency.p99": p99}).run()
    budget = now["latency.p99-budget"]
    assert getattr(budget, "formula", "") == formula


EXITS = """
workload: {requests-per-day: 86.4 M, peak-factor: 2}
components:
  app: {kind: client}
  rules: {kind: business-rules, stops: 60%}
  known: {kind: cache, stops: 20..40%, hit-ratio: 30%}
  light: {kind: model-server, service-time: 1 ms, concurrency: 2, replicas: 4}
  score: {kind: model-server, service-time: 5 ms, concurrency: 2, replicas: 9}
flows:
  calls:
    - app -> rules -> score: request
    - app -> known -> score: request
    - known -> light: request
"""


@pytest.mark.parametrize(
    ("settings", "score", "light"),
    [
        ({}, "2,000/s x 1 x 70% x 5 ms", "2,000/s x 1 x 70% (assumed) x 1 ms"),
        (
            {"components.rules.stops": "10%"},
            "2,000/s x 1 x 90% x 5 ms",
            "2,000/s x 1 x 70% (assumed) x 1 ms",
        ),
        (
            {"components.known.stops": "0%"},
            "2,000/s x 1 x 5 ms",
            "2,000/s x 1 (assumed) x 1 ms",
        ),
    ],
)
def test_exits_leave_other_calls_with_other_shares(
    settings: dict[str, str], score: str, light: str
) -> None:
    loaded = load_text(HEAD + EXITS, "exits.yaml")
    now = Replay(graph_of(loaded), settings).run()
    other = moved(loaded, settings)
    assert other
    assert other.design
    assert differences(now, estimate(other.design)) == []
    assert [
        getattr(now[f"serving.{id}.calls-at-once"], "working", "").replace(TIMES, "x")
        for id in ("score", "light")
    ] == [score, light]


def test_an_overload_costs_the_replicas_that_carry_it() -> None:
    text = """
workload: {requests-per-day: 86.4 M, peak-factor: 2}
components:
  app: {kind: client}
  score:
    kind: model-server
    service-time: 5 ms
    concurrency: 2
    replicas: 10
    cost: 5 USD/h
flows:
  calls:
    - app -> score: request
"""
    loaded = load_text(HEAD + text, "overload.yaml")
    graph = graph_of(loaded)
    before, after = (
        Replay(graph, settings).run()
        for settings in ({}, {"components.score.replicas": "2"})
    )
    assert [
        {id: getattr(it, "text", "") for id, it in found.items() if "per-hour" in id}
        for found in (before, after)
    ] == [
        {"cost.per-hour": "5.00 USD/h"},
        {"cost.score.per-hour": "22.50 USD/h", "cost.per-hour": "22.50 USD/h"},
    ]


def test_all_shipped_designs_are_tried() -> None:
    assert {*shipped()} == {*SHIPPED}


def test_an_answer_that_waits_for_no_model_is_not_streamed() -> None:
    loaded = judged("citizen-assistant")
    graph = graph_of(loaded)
    settings = {"components.status.latency.p99": "60 s"}
    other = moved(loaded, settings)
    assert other
    assert other.design
    now = Replay(graph, settings).run()
    assert differences(now, estimate(other.design)) == []
    assert "latency.p99-budget" in now
    assert "latency.p99-budget" not in Replay(graph, {}).run()
