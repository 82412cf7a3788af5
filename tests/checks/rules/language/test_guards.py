"""Guardrails: what happens while they are down, and whether they see what they check."""

import pytest

from designkit.checks.rules.language.guard_fail_mode_unstated import (
    guard_fail_mode_unstated,
)
from tests.rule_examples import told

DESIGN = """\
components:
  assist: {{kind: agent}}
  check: {{kind: guardrail{stated}}}
  refund: {{kind: tool{effect}}}
flows:
  calls: [assist -> check -> refund: tool-call]
"""
ACTS = ", effect: irreversible"
UNCHECKED = ["3 error: while check is down, refund can be called unchecked"]


@pytest.mark.parametrize(
    ("stated", "effect", "expected"),
    [
        pytest.param(
            "",
            "",
            ["3 warning: check does not say what happens while it is down"],
            id="nothing said",
        ),
        pytest.param(
            ", fail-mode: none",
            "",
            ["3 error: check does not say what happens while it is down"],
            id="nobody thought of it",
        ),
        pytest.param(", fail-mode: open", ACTS, UNCHECKED, id="open, and it acts"),
        pytest.param(
            ", fail-mode: open", ", effect: none", [], id="open, it only reads"
        ),
        pytest.param(
            ", fail-mode: open", f"{ACTS}, approval: always", [], id="a person agrees"
        ),
        pytest.param(", fail-mode: closed", ACTS, [], id="closed"),
        pytest.param(", mode: watch", ACTS, [], id="it only watches"),
    ],
)
def test_a_guardrail_says_what_happens_while_it_is_down(
    stated: str, effect: str, expected: list[str]
) -> None:
    text = DESIGN.format(stated=stated, effect=effect)

    assert told(text, guard_fail_mode_unstated) == expected
