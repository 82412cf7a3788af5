"""A guard against what others write is measured by attacks."""

import pytest

from designkit.checks.rules.completeness.no_attack_set import no_attack_set
from tests.rule_examples import told

GUARDED = """\
components:
  page: {{kind: source-db, trust: {trust}}}
  ask: {{kind: agent}}
  check: {{kind: guardrail{guard}}}
flows:
  streams: [page -> check -> ask: event]
{sets}
"""
TASKS = "evaluation: {sets: [{id: tasks, purpose: task}]}"


def guarded(trust: str = "user", guard: str = "", sets: str = "") -> str:
    return GUARDED.format(trust=trust, guard=guard, sets=sets)


UNTRIED = "nothing attacks check before others do"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(guarded(), [f"4 info: {UNTRIED}"], id="no sets are stated"),
        pytest.param(
            guarded(sets=TASKS), [f"4 warning: {UNTRIED}"], id="sets, and no attacks"
        ),
        pytest.param(
            guarded(trust="own", sets=TASKS), [], id="only we write what it reads"
        ),
        pytest.param(
            guarded(trust="own", guard=", miss-rate: 20%", sets=TASKS),
            [f"4 warning: {UNTRIED}"],
            id="it says what it misses",
        ),
        pytest.param(
            guarded(guard=", mode: watch", sets=TASKS), [], id="it only watches"
        ),
        pytest.param(
            guarded(sets=TASKS.replace("purpose: task", "purpose: attack")),
            [],
            id="a set of attacks",
        ),
        pytest.param(
            guarded(sets=TASKS.replace("task}", "task, attack-share: 10%}")),
            [],
            id="a part of the tasks",
        ),
        pytest.param(
            guarded(sets=TASKS.replace(", purpose: task", "")),
            [],
            id="a set that may be one",
        ),
    ],
)
def test_a_guard_is_attacked_before_others_do(text: str, expected: list[str]) -> None:
    assert told(text, no_attack_set) == expected
