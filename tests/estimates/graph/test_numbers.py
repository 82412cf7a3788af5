"""Tests of what a page knows of the numbers that it moves."""

import pytest

from designkit.analysis.facts import Facts
from designkit.estimates.graph.export import graph_of
from designkit.estimates.graph.fixed import (
    ARMS,
    CLOCK,
    SEVERAL,
    SLOWEST,
    SPLIT,
    fixed_numbers,
)
from designkit.source.loader import load_text
from tests.cases import HEAD, case_of
from tests.estimates.graph.moved import SHIPPED, shipped_design
from tests.judgement.judging import NAMES
from tests.judgement.judging import loaded as judged

SMALL = """
workload: {requests-per-day: 30 M, peak-factor: 3}
objectives: {latency: {p99: 90 ms}}
components:
  app: {kind: client}
  keep: {kind: cache, hit-ratio: 40%, entries: 2 M, keys: 30 M}
  score:
    kind: model-server
    latency: {p50: 8 ms, p99: 20..30 ms}
    service-time: 5 ms
    concurrency: 2
    replicas: 10
    cost: 5 USD/h
flows:
  calls:
    - app -> keep -> score: request
"""


def number(path: str) -> object:
    return graph_of(load_text(HEAD + SMALL, "small.yaml")).json["numbers"][path]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (
            "workload.requests-per-day",
            {
                "dimension": "count",
                "unit": "M",
                "worth": 1e6,
                "group": "workload",
                "line": 5,
                "column": 30,
                "scale": "ratio",
                "least": 3.0,
                "most": 300.0,
            },
        ),
        (
            "components.score.replicas",
            {
                "dimension": "count",
                "unit": "",
                "worth": 1.0,
                "group": "replicas",
                "line": 15,
                "column": 15,
                "scale": "ratio",
                "whole": True,
                "least": 1,
                "most": 100,
            },
        ),
        (
            "components.score.latency.p99",
            {
                "dimension": "duration",
                "unit": "ms",
                "worth": 1e-3,
                "group": "latency",
                "line": 12,
                "column": 31,
                "scale": "ratio",
                "least": 2.5,
                "most": 250.0,
            },
        ),
        (
            "components.score.cost",
            {
                "dimension": "money-rate",
                "unit": "USD/h",
                "worth": 1 / 3600,
                "group": "prices",
                "line": 16,
                "column": 11,
                "scale": "ratio",
                "least": 0.5,
                "most": 50.0,
            },
        ),
    ],
)
def test_a_number_is_moved_in_its_unit_from_where_it_is_stated(
    path: str, told: object
) -> None:
    assert number(path) == told


FRESH = """
components:
  one: {kind: batch-ingest, interval: 24 h, runtime: 1 h}
  two: {kind: batch-ingest, interval: 1 h, runtime: 10 min}
  make: {kind: batch-transform, interval: 6 h}
  keep: {kind: online-store}
  score: {kind: model-server}
  app: {kind: client}
flows:
  batches:
    - one -> make: raw-table
    - two -> make: raw-table
    - make -> keep: feature-table
  lookups:
    - keep -> score: feature-values
  calls:
    - app -> score: request
features:
  history: {online-by: make}
"""


def test_times_that_decide_which_way_is_slowest_are_fixed() -> None:
    assert fixed_numbers(case_of(FRESH)) == {
        f"components.{id}.{name}": SLOWEST
        for id in ("one", "two")
        for name in ("interval", "runtime")
    }


def test_times_of_the_only_way_move() -> None:
    alone = FRESH.replace("    - two -> make: raw-table\n", "")
    assert fixed_numbers(case_of(alone)) == {}


def test_times_of_jobs_that_start_by_the_clock_are_fixed() -> None:
    by_clock = (
        FRESH.replace("    - two -> make: raw-table\n", "")
        .replace("interval: 24 h,", 'interval: 24 h, at: "20:00",')
        .replace("interval: 6 h", 'interval: 24 h, at: "22:00"')
    )
    assert fixed_numbers(case_of(by_clock)) == {
        "components.one.interval": CLOCK,
        "components.one.runtime": CLOCK,
        "components.make.interval": CLOCK,
    }


def test_shares_of_a_split_are_fixed() -> None:
    plan = "components: {app: {kind: client}}\nexperiment: {split: {a: 50%, b: 50%}}\n"
    assert fixed_numbers(case_of(plan)) == {
        "experiment.split.a": SPLIT,
        "experiment.split.b": SPLIT,
        "experiment.arms": SPLIT,
    }


def test_exits_are_fixed_where_several_ask_one_language_model() -> None:
    text = """
components:
  app: {kind: client}
  rules: {kind: business-rules, stops: 60%}
  other: {kind: gateway}
  llm: {kind: hosted-model}
flows:
  calls:
    - app -> rules -> llm: prompt
    - app -> other -> llm: prompt
"""
    assert fixed_numbers(case_of(text)) == {"components.rules.stops": SEVERAL}
    alone = text.replace("    - app -> other -> llm: prompt\n", "")
    assert fixed_numbers(case_of(alone)) == {}


def test_arms_are_fixed_where_they_share_a_level() -> None:
    plan = (
        "components: {app: {kind: client}}\nexperiment: {arms: 3, multiplicity: holm}\n"
    )
    assert fixed_numbers(case_of(plan)) == {"experiment.arms": ARMS}


def test_few_numbers_of_designs_are_fixed() -> None:
    designs = [*map(shipped_design, SHIPPED), *map(judged, NAMES)]
    facts = [Facts(it.design) for it in designs if it.design]
    found = {it.design.name: len(fixed_numbers(it)) for it in facts}
    assert max(found.values()) <= 6
    assert sum(found.values()) <= 30
