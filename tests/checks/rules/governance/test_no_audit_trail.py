"""Which records stand up later."""

import pytest
from inline_snapshot import snapshot

from designkit.checks.rules.governance.no_audit_trail import no_audit_trail
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
components:
  score: {kind: model-server}
  audit: {kind: audit-log, retention: 180 d}
""",
            snapshot([]),
            id="six months",
        ),
        pytest.param(
            """\
components:
  score: {kind: model-server}
  decide: {kind: decision-engine}
  audit: {kind: audit-log, retention: 179 d}
""",
            snapshot(
                [
                    "3 warning: decide decides about people and leaves nothing in an "
                    "audit-log",
                ]
            ),
            id="the time is a matter of another rule",
        ),
        pytest.param(
            """\
components:
  decide: {kind: decision-engine}
  shown: {kind: prediction-log}
  explain: {kind: explainer}
  audit: {kind: audit-log, immutable: true}
flows:
  streams:
    - decide -> audit: decision
""",
            snapshot(["5 info: audit does not say how long a record is kept"]),
            id="retention not said",
        ),
        pytest.param(
            """\
components:
  decide: {kind: decision-engine}
  shown: {kind: prediction-log}
  explain: {kind: explainer}
  audit: {kind: audit-log, retention: none}
flows:
  streams:
    - decide -> audit: decision
""",
            snapshot(["5 warning: audit does not say how long a record is kept"]),
            id="retention refused",
        ),
        pytest.param(
            """\
components:
  decide: {kind: decision-engine}
  shown: {kind: prediction-log}
  explain: {kind: explainer}
  audit: {kind: audit-log, retention: 1 y, immutable: false}
flows:
  streams:
    - decide -> audit: decision
""",
            snapshot(["5 warning: the records of audit can be altered afterwards"]),
            id="records that can be changed",
        ),
        pytest.param(
            """\
components:
  decide: {kind: decision-engine}
  shown: {kind: prediction-log}
  explain: {kind: explainer}
  audit: {kind: audit-log, retention: 1 y}
flows:
  streams:
    - decide -> shown: decision
    - shown -> audit: decision
""",
            snapshot([]),
            id="over the decision log",
        ),
        pytest.param(
            """\
components:
  decide: {kind: decision-engine}
  shown: {kind: prediction-log}
  explain: {kind: explainer}
  audit: {kind: audit-log, retention: 1 y}
flows:
  streams:
    - decide -> shown: decision
""",
            snapshot(
                [
                    "2 warning: decide decides about people and leaves nothing in an "
                    "audit-log"
                ]
            ),
            id="only elsewhere",
        ),
        pytest.param(
            """\
tier: 2
components:
  rank: {kind: model-server}
  decide: {kind: decision-engine, actions: [boost, decline]}
""",
            snapshot([]),
            id="nobody is hurt by it",
        ),
        pytest.param(
            """\
tier: 2
components:
  rank: {kind: model-server}
  decide: {kind: decision-engine, actions: [boost, suspend]}
""",
            snapshot(
                [
                    "4 warning: decide decides about people and leaves nothing in an "
                    "audit-log"
                ]
            ),
            id="a sanction falls on somebody in any tier",
        ),
        pytest.param(
            """\
tier: 3
components:
  score: {kind: model-server}
  audit: {kind: audit-log, retention: 30 d}
""",
            snapshot(["4 warning: audit keeps records 30 d, less than 180 d"]),
            id="a record that is kept is kept long enough",
        ),
    ],
)
def test_a_decision_leaves_a_record_that_lasts(text: str, expected: list[str]) -> None:
    assert told(text, no_audit_trail) == expected


WAYS = """\
components:
  app: {kind: client}
  decide: {kind: decision-engine}
  shown: {kind: prediction-log}
  log: {kind: event-log}
  orders: {kind: source-db}
  changes: {kind: stream-ingest}
  lake: {kind: lake}
  audit: {kind: audit-log, retention: 400 d, immutable: true}
flows:
  streams: [%s]
"""


@pytest.mark.parametrize(
    ("flows", "is_found"),
    [
        pytest.param("decide -> shown -> audit: decision", False, id="a log"),
        pytest.param(
            "decide -> log: decision, log -> audit: audit-record",
            False,
            id="a log of events",
        ),
        pytest.param(
            "decide -> orders: decision, orders -> changes: event, "
            "changes -> lake: raw-table, lake -> audit: audit-record",
            False,
            id="the changes of a table",
        ),
        pytest.param("decide -> audit: {note: all of them}", False, id="untyped"),
        pytest.param(
            "decide -> app: decision, app -> log: event, log -> audit: audit-record",
            True,
            id="what a client did then",
        ),
        pytest.param("decide -> audit: metric", True, id="only numbers"),
    ],
)
def test_a_decision_is_on_record_however_it_gets_there(flows: str, is_found: bool):
    found = told(WAYS % flows, no_audit_trail)

    assert found == (
        ["3 warning: decide decides about people and leaves nothing in an audit-log"]
        if is_found
        else []
    )
