"""How long a record of a decision is kept, against how long it may be asked for."""

import pytest

from designkit.checks.rules.governance.no_audit_trail import no_audit_trail
from designkit.checks.rules.governance.short_audit import short_audit
from tests.rule_examples import told

DESIGN = """\
tier: %s
components:
  decide: {kind: decision-engine, actions: [%s]}
  audit: {kind: audit-log, retention: %s}
"""
LATE = "problem: {label: {name: default, delay: {p50: 200 d, p95: 380 d}}}\n"
SOON = "problem: {label: {name: report, delay: {p50: 1 d, p95: 5 d}}}\n"


@pytest.mark.parametrize(
    ("tier", "action", "kept", "more", "expected"),
    [
        pytest.param(
            1,
            "approve",
            "1 y",
            LATE,
            "4 warning: audit keeps records 1 y, and 380 d pass until labels arrive "
            "(p95)",
            id="a year looks long",
        ),
        pytest.param(
            1,
            "approve",
            "90 d",
            SOON,
            "4 warning: audit keeps records 90 d, and 180 d are owed",
            id="eighteen times the delay",
        ),
        pytest.param(
            3,
            "suspend",
            "179 d",
            "",
            "4 warning: audit keeps records 179 d, and 180 d are owed",
            id="it falls on somebody",
        ),
        pytest.param(1, "approve", "180 d", SOON, "", id="half a year looks short"),
        pytest.param(1, "approve", "380 d", LATE, "", id="as long as labels take"),
        pytest.param(1, "approve", "300 d..400 d", LATE, "", id="perhaps long enough"),
        pytest.param(2, "boost", "30 d", LATE, "", id="nobody contests an order"),
        pytest.param(1, "approve", "none", LATE, "", id="not said: of another rule"),
    ],
)
def test_a_record_is_there_when_it_is_asked_for(
    tier: int, action: str, kept: str, more: str, expected: str
):
    text = DESIGN % (tier, action, kept) + more

    assert told(text, short_audit) == ([expected] if expected else [])


@pytest.mark.parametrize("tier", [1, 2, 3])
def test_one_of_two_rules_says_that_a_record_is_short(tier: int):
    text = DESIGN % (tier, "boost", "30 d")
    both = [*told(text, short_audit), *told(text, no_audit_trail)]

    assert len([found for found in both if "keeps records 30 d" in found]) == 1
