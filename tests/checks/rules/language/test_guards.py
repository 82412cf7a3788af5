"""Guardrails: what happens while they are down, and whether they see what they check."""

import pytest

from designkit.checks.rules.language.guard_beside_the_path import guard_beside_the_path
from designkit.checks.rules.language.guard_fail_mode_unstated import (
    guard_fail_mode_unstated,
)
from designkit.checks.rules.language.memory_poisoning import memory_poisoning
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


PATH = """\
components:
  app: {{kind: client}}
  assist: {{kind: agent}}
  check: {{kind: guardrail, side: {side}}}
  web: {{kind: tool}}
flows:
  calls:
{ways}
"""
ANSWERED = "assist -> app: response"


@pytest.mark.parametrize(
    ("side", "ways", "expected"),
    [
        pytest.param(
            "output",
            ["app -> check -> assist: request", ANSWERED],
            ["4 warning: check checks the output side and is given only request"],
            id="answers go past it",
        ),
        pytest.param(
            "output",
            ["app -> check -> assist: request"],
            [],
            id="the answer is implied",
        ),
        pytest.param(
            "output", ["app -> assist: request", "assist -> check -> app: response"], []
        ),
        pytest.param("input", ["app -> check -> assist: request", ANSWERED], []),
        pytest.param(
            "input", ["web -> check -> assist: tool-result"], [], id="read too"
        ),
        pytest.param(
            "tool",
            ["app -> check -> assist: request", ANSWERED],
            ["4 warning: check checks the tool side and is given only request"],
        ),
        pytest.param(
            "retrieval", ["app -> check -> assist", ANSWERED], [], id="nothing is said"
        ),
    ],
)
def test_a_guardrail_is_given_what_it_checks(
    side: str, ways: list[str], expected: list[str]
) -> None:
    text = PATH.format(side=side, ways="\n".join(f"    - {way}" for way in ways))

    assert told(text, guard_beside_the_path) == expected


MEMORY = """\
components:
  app: {{kind: client}}
  assist: {{kind: agent}}
  web: {{kind: tool, trust: {trust}}}
  check: {{kind: guardrail, mode: block}}
  notes: {{kind: session-memory{stated}}}
flows:
  calls:
    - app -> assist: request
    - assist -> web: tool-call
    - web -> assist: tool-result
  streams: ['{way}: event']
"""
STRAIGHT = "assist -> notes"
READS = "notes keeps what assist writes, which reads what others wrote at web"


@pytest.mark.parametrize(
    ("stated", "trust", "way", "expected"),
    [
        pytest.param("", "outside", STRAIGHT, [f"6 info: {READS}"], id="unsaid"),
        pytest.param(
            ", author: model",
            "outside",
            STRAIGHT,
            [f"6 warning: {READS}"],
            id="model",
        ),
        pytest.param(", author: model", "own", STRAIGHT, [], id="own text only"),
        pytest.param(", author: people", "outside", STRAIGHT, [], id="people"),
        pytest.param(
            ", author: model, ttl: 30 min",
            "outside",
            STRAIGHT,
            [],
            id="one session",
        ),
        pytest.param(
            ", author: model",
            "outside",
            "assist -> check -> notes",
            [],
            id="checked",
        ),
        pytest.param(
            ", author: model", "outside", "app -> notes", [], id="told by the user"
        ),
    ],
)
def test_what_others_wrote_is_not_remembered(
    stated: str, trust: str, way: str, expected: list[str]
) -> None:
    text = MEMORY.format(stated=stated, trust=trust, way=way).replace("'", "")

    assert told(text, memory_poisoning) == expected
