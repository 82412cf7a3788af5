"""What an event is."""

import pytest

from designkit.checks.rules.wiring.no_event_schema import no_event_schema
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
components:
  app: {kind: client}
  log: {kind: event-log}
  one: {kind: stream-transform}
  two: {kind: lake}
flows:
  streams:
    - app -> log: event
    - log -> one, two: event
""",
            [
                "3 info: one and two read log, and nothing fixes what an event is",
            ],
            id="no word",
        ),
        pytest.param(
            """\
components:
  app: {kind: client}
  log: {kind: event-log, schema: none}
  one: {kind: stream-transform}
  two: {kind: lake}
flows:
  streams:
    - app -> log: event
    - log -> one, two: event
""",
            [
                "3 warning: one and two read log, and nothing fixes what an event is",
            ],
            id="none",
        ),
        pytest.param(
            """\
components:
  app: {kind: client}
  log: {kind: event-log, schema: Avro}
  one: {kind: stream-transform}
  two: {kind: lake}
flows:
  streams:
    - app -> log: event
    - log -> one, two: event
""",
            [],
            id="fixed",
        ),
        pytest.param(
            """\
components:
  app: {kind: client}
  log: {kind: event-log}
  one: {kind: stream-transform}
  two: {kind: lake}
flows:
  streams:
    - app -> log: {carries: event, contract: v4}
    - log -> one, two: event
""",
            [],
            id="agreed with the writer",
        ),
        pytest.param(
            """\
components:
  app: {kind: client}
  log: {kind: event-log}
  one: {kind: stream-transform}
  two: {kind: lake}
flows:
  streams:
    - app -> log: event
    - log -> one: event
""",
            [],
            id="one reader",
        ),
    ],
)
def test_what_is_found_and_what_is_right(text: str, expected: list[str]) -> None:
    assert told(text, no_event_schema) == expected
