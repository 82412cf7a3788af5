"""Stores that are read more than they can bear."""

import pytest
from inline_snapshot import snapshot

from designkit.checks.rules.serving.store_throughput import store_throughput
from designkit.quantities.writing import TIMES
from tests.computed import estimated, figure
from tests.rule_examples import told

DESIGN = """\
workload: {{requests-per-day: 86.4 M, peak-factor: 2}}
components:
  app: {{kind: client}}
  pick: {{kind: candidate-generator}}
  rank: {{kind: model-server}}
  online: {{kind: online-store, max-reads: {limit}}}
flows:
  calls:
    - app -> pick: request
    - pick -> rank: candidates
  lookups:
    - online -> pick: feature-values
    - online -> rank: {{carries: feature-values, calls-per-request: 101}}
"""


def test_all_readers_of_a_request_count():
    assert told(DESIGN.format(limit="100 k/s"), store_throughput) == snapshot(
        [
            "6 error: online serves 100 k/s, and the peak reads at least 204,000/s: 2,000/s \xd7 (1 by pick + 101 by rank)"
        ]
    )


KEYS = DESIGN.replace("calls-per-request: 101", "{stated}")
NEAR = "  near: {{kind: cache, hit-ratio: 75%}}\n  online:"


@pytest.mark.parametrize(
    ("stated", "wanted", "product"),
    [
        ("keys: 101", "204,000", "1 by pick + 101 keys by rank"),
        (
            "calls-per-request: 2..3, keys: 50..90",
            "202,000",
            "1 by pick + 2 \xd7 50 keys by rank",
        ),
        ("calls-per-request: 1, keys: 1", "4,000", "1 by pick + 1 by rank"),
    ],
)
def test_keys_of_a_call_count_each(stated: str, wanted: str, product: str):
    text = KEYS.format(limit="3 k/s", stated=stated)

    assert told(text, store_throughput) == [
        f"6 error: online serves 3 k/s, and the peak reads at least {wanted}/s: "
        f"2,000/s \xd7 ({product})"
    ]


def test_what_a_cache_answers_is_not_read():
    text = KEYS.replace("  online:", NEAR).replace("-> rank: {{", "-> near: {{")
    text = text.format(limit="3 k/s", stated="calls-per-request: 1, keys: 100") + (
        "    - near -> rank: feature-values\n"
    )

    assert told(text, store_throughput) == [
        "7 error: online serves 3 k/s, and the peak reads at least 52,000/s: 2,000/s \xd7 "
        "(1 by pick + 100 keys \xd7 0.25 by near)"
    ]


@pytest.mark.parametrize("stated", ["keys: 101", "calls-per-request: 101", "keys: 1"])
def test_the_estimate_says_the_same(stated: str):
    text = KEYS.format(limit="1/s", stated=stated)
    reads = figure(estimated(text), "store.online.reads")

    (message,) = told(text, store_throughput)
    assert f"reads at least {reads.text}: " in message


@pytest.mark.parametrize("limit", ["204 k/s", "150..204 k/s"])
def test_a_store_that_just_serves_the_peak_is_enough(limit: str):
    assert told(DESIGN.format(limit=limit), store_throughput) == []


def test_without_a_peak_nothing_is_known():
    text = DESIGN.format(limit="1/s").replace(", peak-factor: 2", "")

    assert told(text, store_throughput) == []


BY_TABLE = """\
workload: {requests-per-day: 86.4 M, peak-factor: 2}
components:
  app: {kind: client}
  home: {kind: service}
  lists:
    kind: prediction-store
    tables:
      home: {read-by: home, max-reads: %s}
      mail: {max-reads: 1/s}
flows:
  calls: [app -> home: request]
  lookups: [{lists -> home: {carries: prediction, keys: 3}}]
"""


def test_a_table_serves_those_who_read_it_alone() -> None:
    assert told(BY_TABLE % "6 k/s", store_throughput) == []
    assert told(BY_TABLE % "5 k/s", store_throughput) == [
        "8 error: table home of lists serves 5 k/s, and the peak reads at least "
        f"6,000/s: 2,000/s {TIMES} 3 keys by home"
    ]
