"""Stores that are read more than they can bear."""

import pytest
from inline_snapshot import snapshot

from designkit.rules.serving.store_throughput import store_throughput
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


@pytest.mark.parametrize("limit", ["204 k/s", "150..204 k/s"])
def test_a_store_that_just_serves_the_peak_is_enough(limit: str):
    assert told(DESIGN.format(limit=limit), store_throughput) == []


def test_without_a_peak_nothing_is_known():
    text = DESIGN.format(limit="1/s").replace(", peak-factor: 2", "")

    assert told(text, store_throughput) == []
