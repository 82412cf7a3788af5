"""How long a new item waits for the index."""

import pytest
from inline_snapshot import snapshot

from designkit.checks.rules.domain.index_older_than_item_slo import (
    index_older_than_item_slo,
)
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
objectives: {freshness: {index: 90 min}}
components:
  encode: {kind: embedding-job, interval: 1 h, runtime: 10 min}
  build: {kind: index-builder, interval: 10 min, runtime: 6 min}
  ann: {kind: ann-index}
  words: {kind: inverted-index, refresh: 5 min}
  log: {kind: event-log}
flows:
  batches:
    - encode -> build: embedding
    - build -> ann, words: index
""",
            snapshot(
                [
                    "4 error: a new item waits 1 h 31 min (encode 1 h + 10 min, "
                    "build 10 min + 6 min, words 5 min), but index is "
                    "promised within 90 min"
                ]
            ),
            id="vector, build and refresh together",
        ),
        pytest.param(
            """\
objectives: {freshness: {index: 91 min}}
components:
  encode: {kind: embedding-job, interval: 1 h, runtime: 10 min}
  build: {kind: index-builder, interval: 10 min, runtime: 6 min}
  ann: {kind: ann-index}
  words: {kind: inverted-index, refresh: 5 min}
  log: {kind: event-log}
flows:
  batches:
    - encode -> build: embedding
    - build -> ann, words: index
""",
            snapshot([]),
            id="just in time",
        ),
        pytest.param(
            """\
objectives: {freshness: {ann: 1 h, velocity: 1 s}}
components:
  encode: {kind: embedding-job, interval: 1 h, runtime: 10 min}
  build: {kind: index-builder, interval: 1 h}
  ann: {kind: ann-index}
  words: {kind: inverted-index, refresh: 5 min}
  log: {kind: event-log}
flows:
  batches:
    - encode -> build: embedding
    - build -> ann, words: index
""",
            snapshot(
                [
                    "4 error: a new item waits 2 h 15 min (encode 1 h + 10 min, "
                    "build 1 h, words 5 min), but ann is promised within 1 h"
                ]
            ),
            id="promised for the index itself",
        ),
        pytest.param(
            """\
objectives: {freshness: {words: 1 h, ann: 30 min}}
components:
  encode: {kind: embedding-job, interval: 1 h, runtime: 10 min}
  build: {kind: index-builder, interval: 1 h}
  ann: {kind: ann-index}
  words: {kind: inverted-index, refresh: 5 min}
  log: {kind: event-log}
flows:
  batches:
    - encode -> build: embedding
    - build -> ann, words: index
""",
            snapshot(
                [
                    "4 error: a new item waits 2 h 15 min (encode 1 h + 10 min, "
                    "build 1 h, words 5 min), but ann is promised within "
                    "30 min"
                ]
            ),
            id="the strictest promise",
        ),
        pytest.param(
            """\
objectives: {freshness: {velocity: 1 s}}
components:
  encode: {kind: embedding-job, interval: 1 h, runtime: 10 min}
  build: {kind: index-builder, interval: 1 h}
  ann: {kind: ann-index}
  words: {kind: inverted-index, refresh: 5 min}
  log: {kind: event-log}
flows:
  batches:
    - encode -> build: embedding
    - build -> ann, words: index
""",
            snapshot([]),
            id="nothing promised about items",
        ),
        pytest.param(
            """\
objectives: {freshness: {index: 2 h}}
components:
  encode: {kind: embedding-job, interval: 1 h, runtime: 10 min}
  build: {kind: index-builder}
  ann: {kind: ann-index}
  words: {kind: inverted-index, refresh: 5 min}
  log: {kind: event-log}
flows:
  batches:
    - encode -> build: embedding
    - build -> ann, words: index
""",
            snapshot(
                [
                    "4 warning: build does not say how often it builds, but "
                    "index is promised within 2 h"
                ]
            ),
            id="interval not said",
        ),
        pytest.param(
            """\
objectives: {freshness: {index: 2 h}}
components:
  encode: {kind: embedding-job, interval: 1 h, runtime: 10 min}
  build: {kind: index-builder, interval: none}
  ann: {kind: ann-index}
  words: {kind: inverted-index, refresh: 5 min}
  log: {kind: event-log}
flows:
  batches:
    - encode -> build: embedding
    - build -> ann, words: index
""",
            snapshot(
                [
                    "4 error: build does not say how often it builds, but "
                    "index is promised within 2 h"
                ]
            ),
            id="interval refused",
        ),
        pytest.param(
            """\
objectives: {freshness: {index: 1 min}}
components:
  encode: {kind: embedding-job, interval: 1 h, runtime: 10 min}
  build: {kind: index-builder, interval: 1 h}
  ann: {kind: ann-index}
  words: {kind: inverted-index, refresh: 5 min}
  log: {kind: event-log}
flows:
  batches:
    - encode -> build: embedding
    - build -> ann, words: index
  streams:
    - log -> words: event
""",
            snapshot([]),
            id="items are streamed",
        ),
    ],
)
def test_a_new_item_is_found_as_soon_as_promised(
    text: str, expected: list[str]
) -> None:
    assert told(text, index_older_than_item_slo) == expected


FAR = """\
objectives: {freshness: {ann: 90 min}}
components:
  encode: {kind: embedding-job, interval: %s}
  people: {kind: embedding-job, interval: %s}
  vectors: {kind: offline-store}
  build: {kind: index-builder, interval: 10 min}
  ann: {kind: ann-index}
flows:
  batches:
    - encode, people -> vectors -> build: embedding
    - build -> ann: index
"""


@pytest.mark.parametrize(
    ("encode", "people", "expected"),
    [
        pytest.param(
            "2 h",
            "1 d",
            [
                "6 error: a new item waits 2 h 10 min (encode 2 h, build 10 min), but "
                "ann is promised within 90 min"
            ],
            id="all of them too late",
        ),
        pytest.param("1 h", "1 d", [], id="one of them may be meant"),
    ],
)
def test_a_vector_is_waited_for_over_a_store(
    encode: str, people: str, expected: list[str]
) -> None:
    assert told(FAR % (encode, people), index_older_than_item_slo) == expected
