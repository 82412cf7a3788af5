"""What a person has to accept waits for the person."""

import pytest

from designkit.checks.rules.governance.decision_past_the_person import (
    decision_past_the_person,
)
from tests.rule_examples import told

DESIGN = """\
components:
  price: {kind: optimizer%s}
  desk: {kind: review-queue}
  hotel: {kind: source-db}
  guests: {kind: client}
  kept: {kind: prediction-store}
  shown: {kind: prediction-log}
  audit: {kind: audit-log}
flows:
  batches:
    - desk -> hotel: decision
    - %s
"""
DESK = ", accepted-by: desk"
PAST = "%s gets decisions of price that desk has not accepted"


@pytest.mark.parametrize(
    ("key", "flow", "expected"),
    [
        pytest.param(
            DESK,
            "price -> desk, hotel: decision",
            [f"4 error: {PAST % 'hotel'}"],
            id="carried out before",
        ),
        pytest.param(
            DESK,
            "price -> desk, guests: decision",
            [f"5 warning: {PAST % 'guests'}"],
            id="shown to whom it concerns",
        ),
        pytest.param(
            DESK,
            "price -> hotel: decision",
            [
                f"4 error: {PAST % 'hotel'}",
                "2 warning: no decision of price reaches desk, who is to accept it",
            ],
            id="the person is left out",
        ),
        pytest.param(
            DESK,
            "price -> desk, shown, audit: decision",
            [],
            id="records look like a way past",
        ),
        pytest.param(
            DESK,
            "price -> shown -> desk: decision",
            [],
            id="by way of a log",
        ),
        pytest.param("", "price -> desk, hotel: decision", [], id="nobody is asked"),
        pytest.param(
            ", accepted-by: none", "price -> hotel: decision", [], id="nobody needs to"
        ),
    ],
)
def test_a_decision_waits_for_the_person(key: str, flow: str, expected: list[str]):
    assert sorted(told(DESIGN % (key, flow), decision_past_the_person)) == sorted(
        expected
    )
