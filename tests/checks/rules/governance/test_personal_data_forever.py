"""Which personal data has no end."""

import pytest
from inline_snapshot import snapshot

from designkit.checks.rules.governance.personal_data_forever import (
    personal_data_forever,
)
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
components:
  lake: {kind: lake, pii: personal, retention: forever}
  audit: {kind: audit-log, pii: sensitive, retention: for ever}
  log: {kind: event-log, pii: personal, retention: 100 y}
""",
            snapshot(
                [
                    "2 warning: lake keeps personal data for ever; state a time after "
                    "which it is deleted",
                    "3 error: audit keeps sensitive data for ever; state a time after "
                    "which it is deleted",
                ]
            ),
            id="personal and sensitive",
        ),
        pytest.param(
            """\
tier: 1
components:
  log:
    kind: prediction-log
    pii: personal
    retention: {value: for ever, assumed: nobody asked}
""",
            snapshot(
                [
                    "6 error: log keeps personal data for ever; state a time after "
                    "which it is deleted"
                ]
            ),
            id="tier 1",
        ),
        pytest.param(
            """\
components:
  accounts: {kind: source-db, pii: personal}
  log: {kind: event-log, retention: 7 d}
  lake: {kind: lake, retention: for ever}
  sums: {kind: lake, retention: for ever, pii: none}
  features: {kind: offline-store, retention: for ever}
flows:
  streams:
    - accounts -> log: event
  batches:
    - log -> lake: event
    - log -> sums: event
    - lake -> features: feature-table
""",
            snapshot(
                [
                    "4 info: lake keeps for ever what comes from accounts, which "
                    "holds personal data, and does not say whether that is in it"
                ]
            ),
            id="handed on",
        ),
        pytest.param(
            """\
components:
  lake: {kind: lake, retention: for ever}
""",
            snapshot([]),
            id="nothing personal",
        ),
        pytest.param(
            """\
components:
  lake: {kind: lake, retention: 1 y}
privacy: {data: [names], retention: for ever}
features:
  health: {pii: sensitive}
""",
            snapshot(
                [
                    "3 error: the design keeps personal data for ever; state a time "
                    "for each purpose"
                ]
            ),
            id="promised for the whole",
        ),
    ],
)
def test_what_is_told(text: str, expected: list[str]) -> None:
    assert told(text, personal_data_forever) == expected
