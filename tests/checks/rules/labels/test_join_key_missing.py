"""Keys by which an outcome finds its prediction."""

import pytest

from designkit.checks.rules.labels.join_key_missing import join_key_missing
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
components:
  served: {kind: prediction-log, join-key: request-id}
  join: {kind: label-joiner, join-key: session}
  log: {kind: event-log}
flows:
  streams: [served -> log: event]
  batches:
    - log -> join: event
""",
            [
                "3 warning: join joins by session, and served keeps request-id",
            ],
            id="past a log that passes events on",
        ),
        pytest.param(
            """\
components:
  served: {kind: prediction-log, join-key: Request_ID}
  join: {kind: label-joiner, join-key: request-id}
  log: {kind: event-log}
flows:
  streams: [served -> log: event]
  batches:
    - log -> join: event
""",
            [],
            id="the same, spelt otherwise",
        ),
        pytest.param(
            """\
components:
  served: {kind: prediction-log, join-key: request-id}
  join: {kind: label-joiner, join-key: request-id and item}
  log: {kind: event-log}
flows:
  streams: [served -> log: event]
  batches:
    - log -> join: event
""",
            [],
            id="a part of a longer key",
        ),
        pytest.param(
            """\
components:
  served: {kind: prediction-log}
  join: {kind: label-joiner, join-key: session}
  log: {kind: event-log}
flows:
  streams: [served -> log: event]
  batches:
    - log -> join: event
""",
            [],
            id="a log that does not say",
        ),
        pytest.param(
            """\
components:
  served: {kind: prediction-log, join-key: request-id}
  join: {kind: label-joiner}
  log: {kind: event-log}
flows:
  streams: [served -> log: event]
  batches:
    - log -> join: event
""",
            [],
            id="a join that does not say",
        ),
    ],
)
def test_what_is_found_and_what_is_right(text: str, expected: list[str]) -> None:
    assert told(text, join_key_missing) == expected
