"""How old a count over minutes may be."""

import pytest
from inline_snapshot import snapshot

from designkit.checks.rules.domain.slow_velocity import slow_velocity
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
components:
  stream: {kind: stream-transform, slide: 40 s, watermark: 10 s, lag: 10 s}
  nightly: {kind: batch-transform, interval: 24 h}
  copy: {kind: materializer, interval: 1 h}
  hourly: {kind: batch-transform}
  offline: {kind: offline-store}
  online: {kind: online-store}
  score: {kind: model-server}
  decide: {kind: decision-engine, actions: [allow, decline]}
flows:
  batches:
    - nightly -> offline -> copy: feature-table
    - copy -> online: feature-values
  streams:
    - stream -> online: feature-values
  lookups:
    - online -> score: feature-values
features:
  counts: {online-by: stream, window: 1 h}
""",
            snapshot([]),
            id="a minute",
        ),
        pytest.param(
            """\
components:
  stream: {kind: stream-transform, slide: 40 s, watermark: 10 s, lag: 11 s}
  nightly: {kind: batch-transform, interval: 24 h}
  copy: {kind: materializer, interval: 1 h}
  hourly: {kind: batch-transform}
  offline: {kind: offline-store}
  online: {kind: online-store}
  score: {kind: model-server}
  decide: {kind: decision-engine, actions: [allow, decline]}
flows:
  batches:
    - nightly -> offline -> copy: feature-table
    - copy -> online: feature-values
  streams:
    - stream -> online: feature-values
  lookups:
    - online -> score: feature-values
features:
  counts: {online-by: stream, window: 1 h}
""",
            snapshot(
                [
                    "19 error: counts is up to 1 min 1 s old (stream 40 s + 10 s + 11 "
                    "s), and an attack takes minutes"
                ]
            ),
            id="a second more",
        ),
        pytest.param(
            """\
components:
  stream: {kind: stream-transform, slide: 40 s, watermark: 10 s, lag: 11 s}
  nightly: {kind: batch-transform, interval: 24 h}
  copy: {kind: materializer, interval: 1 h}
  hourly: {kind: batch-transform}
  offline: {kind: offline-store}
  online: {kind: online-store}
  score: {kind: model-server}
  decide: {kind: decision-engine, actions: [allow, decline]}
flows:
  batches:
    - nightly -> offline -> copy: feature-table
    - copy -> online: feature-values
  streams:
    - stream -> online: feature-values
  lookups:
    - online -> score: feature-values
features:
  counts: {online-by: stream, window: 61 min}
""",
            snapshot([]),
            id="a longer window",
        ),
        pytest.param(
            """\
components:
  stream: {kind: stream-transform, slide: 40 s, watermark: 10 s, lag: 11 s}
  nightly: {kind: batch-transform, interval: 24 h}
  copy: {kind: materializer, interval: 1 h}
  hourly: {kind: batch-transform}
  offline: {kind: offline-store}
  online: {kind: online-store}
  score: {kind: model-server}
  decide: {kind: decision-engine, actions: [allow, decline]}
flows:
  batches:
    - nightly -> offline -> copy: feature-table
    - copy -> online: feature-values
  streams:
    - stream -> online: feature-values
  lookups:
    - online -> score: feature-values
features:
  counts: {name: Card velocity, online-by: stream, window: 24 h}
""",
            snapshot([]),
            id="a count over a day, whatever it is called",
        ),
        pytest.param(
            """\
components:
  stream: {kind: stream-transform, slide: 40 s, watermark: 10 s, lag: 1 s}
  nightly: {kind: batch-transform, interval: 24 h}
  copy: {kind: materializer, interval: 1 h}
  hourly: {kind: batch-transform}
  offline: {kind: offline-store}
  online: {kind: online-store}
  score: {kind: model-server}
  decide: {kind: decision-engine, actions: [allow, decline]}
flows:
  batches:
    - nightly -> offline -> copy: feature-table
    - copy -> online: feature-values
  streams:
    - stream -> online: feature-values
  lookups:
    - online -> score: feature-values
features:
  counts: {online-by: copy, offline-by: nightly, window: 1 h}
""",
            snapshot(
                [
                    "19 error: counts is up to 1 d 1 h old (nightly 24 h, copy 1 h), "
                    "and an attack takes minutes"
                ]
            ),
            id="a copy of a nightly table",
        ),
        pytest.param(
            """\
components:
  stream: {kind: stream-transform, slide: 40 s, watermark: 10 s, lag: 1 s}
  nightly: {kind: batch-transform, interval: 24 h}
  copy: {kind: materializer, interval: 1 h}
  hourly: {kind: batch-transform}
  offline: {kind: offline-store}
  online: {kind: online-store}
  score: {kind: model-server}
  decide: {kind: decision-engine, actions: [allow, decline]}
flows:
  batches:
    - nightly -> offline -> copy: feature-table
    - copy -> online: feature-values
  streams:
    - stream -> online: feature-values
  lookups:
    - online -> score: feature-values
features:
  counts: {online-by: hourly, window: 1 h}
""",
            snapshot(
                [
                    "19 warning: counts comes from the batch job hourly, which does "
                    "not say how often it runs"
                ]
            ),
            id="a job that does not say when",
        ),
        pytest.param(
            """\
components:
  stream: {kind: stream-transform, slide: 40 s, watermark: 10 s, lag: 1 s}
  nightly: {kind: batch-transform, interval: 24 h}
  copy: {kind: materializer, interval: 1 h}
  hourly: {kind: batch-transform}
  offline: {kind: offline-store}
  online: {kind: online-store}
  score: {kind: model-server}
  decide: {kind: decision-engine, actions: [allow, decline]}
flows:
  batches:
    - nightly -> offline -> copy: feature-table
    - copy -> online: feature-values
  streams:
    - stream -> online: feature-values
  lookups:
    - online -> score: feature-values
features:
  counts: {offline-by: nightly, window: 1 h}
""",
            snapshot([]),
            id="nobody makes it online",
        ),
        pytest.param(
            """\
components:
  stream: {kind: stream-transform, slide: 40 s, watermark: 10 s, lag: 11 s}
  nightly: {kind: batch-transform, interval: 24 h}
  copy: {kind: materializer, interval: 1 h}
  hourly: {kind: batch-transform}
  offline: {kind: offline-store}
  online: {kind: online-store}
  score: {kind: model-server}
  decide: {kind: decision-engine, actions: [allow, review]}
flows:
  batches:
    - nightly -> offline -> copy: feature-table
    - copy -> online: feature-values
  streams:
    - stream -> online: feature-values
  lookups:
    - online -> score: feature-values
features:
  counts: {online-by: stream, window: 1 h}
""",
            snapshot([]),
            id="nothing is refused",
        ),
    ],
)
def test_what_counts_minutes_is_counted_within_the_minute(
    text: str, expected: list[str]
) -> None:
    assert told(text, slow_velocity) == expected
