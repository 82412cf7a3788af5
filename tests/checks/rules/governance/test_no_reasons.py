"""How much missing reasons matter, and where they may come from."""

import pytest
from inline_snapshot import snapshot

from designkit.checks.rules.governance.no_reasons import no_reasons
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
tier: 1
components:
  decide: {kind: decision-engine, actions: [allow, decline]}
""",
            snapshot(
                ["3 warning: decide decides about people, and no explainer says why"]
            ),
            id="payments are refused",
        ),
        pytest.param(
            """\
tier: 3
components:
  decide: {kind: decision-engine, actions: [suspend]}
""",
            snapshot(
                ["3 warning: decide decides about people, and no explainer says why"]
            ),
            id="accounts are suspended",
        ),
        pytest.param(
            """\
tier: 1
components:
  app: {kind: client}
  decide: {kind: decision-engine, actions: [raise, lower]}
""",
            snapshot([]),
            id="prices are chosen",
        ),
        pytest.param(
            """\
components:
  app: {kind: client}
  decide: {kind: decision-engine}
flows:
  streams:
    - decide -> app: explanation
""",
            snapshot([]),
            id="the engine itself gives them",
        ),
        pytest.param(
            """\
tier: 1
components:
  decide: {kind: decision-engine, actions: [allow, decline]}
  log: {kind: prediction-log, fields: [score, action, reasons]}
""",
            snapshot([]),
            id="they are kept with the decision",
        ),
    ],
)
def test_reasons_are_owed_where_people_are_refused(
    text: str, expected: list[str]
) -> None:
    assert told(text, no_reasons) == expected


MADE = """\
tier: 1
components:
  applicant: {kind: person}
  desk: {kind: review-queue}
  decide: {kind: decision-engine, actions: [approve, refuse]}
  explain: {kind: explainer}
  letters: {kind: service}
  log: {kind: prediction-log%s}
  audit: {kind: audit-log}
flows:
  streams:
    - decide -> letters: decision
    - letters -> applicant: response
%s
"""
UNTOLD = "the reasons of explain reach nobody whom the decision concerns"


@pytest.mark.parametrize(
    ("fields", "flows", "expected"),
    [
        pytest.param("", "explain -> audit: explanation", ["warning"], id="a record"),
        pytest.param("", "explain -> log: explanation", ["warning"], id="a log"),
        pytest.param(
            ", fields: [score, reasons]",
            "explain -> log: explanation",
            ["info"],
            id="kept, so that they can be asked for",
        ),
        pytest.param("", "explain -> letters: explanation", [], id="by letter"),
        pytest.param("", "explain -> desk: explanation", [], id="who decides on"),
        pytest.param(
            "",
            "explain -> log: explanation\n    - log -> desk: decision",
            [],
            id="over the log",
        ),
    ],
)
def test_reasons_reach_somebody(fields: str, flows: str, expected: list[str]) -> None:
    found = told(MADE % (fields, f"    - {flows}"), no_reasons)

    assert found == [f"6 {level}: {UNTOLD}" for level in expected]
