"""Limits of what a model may do by itself: steps, tokens, windows."""

import pytest

from designkit.checks.rule import Rule
from designkit.checks.rules.language.no_step_limit import no_step_limit
from designkit.checks.rules.language.no_token_budget import no_token_budget
from designkit.checks.rules.language.no_trace import no_trace
from designkit.checks.rules.language.unbounded_context import unbounded_context
from tests.rule_examples import told

DESIGN = """\
components:
  app: {{kind: client}}
  gate: {{kind: gateway{gate}}}
  work: {{kind: agent{work}}}
  memory: {{kind: session-memory{memory}}}
  door: {{kind: llm-gateway}}
  model: {{kind: hosted-model}}
flows:
  calls: [app -> gate -> work: request, work -> door -> model: prompt]
  lookups: [memory -> work: passages]
"""
KNOWN = ", max-tokens: 1 k"
LOOP = ", control: agent"


def told_of(rule: Rule, work: str, gate: str = "", memory: str = KNOWN) -> list[str]:
    return told(DESIGN.format(work=work, gate=gate, memory=memory), rule)


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (
            LOOP,
            [
                "4 warning: the model of work chooses each next step, and nothing ends "
                "it"
            ],
        ),
        (
            f"{LOOP}, max-steps: none",
            ["4 error: the model of work chooses each next step, and nothing ends it"],
        ),
        (f"{LOOP}, max-steps: 40", []),
        (f"{LOOP}, deadline: 15 min", []),
        (f"{LOOP}, budget-per-task: 2 USD", []),
        (", control: workflow", []),
        ("", []),
    ],
)
def test_a_loop_of_a_model_has_an_end(work: str, expected: list[str]) -> None:
    assert told_of(no_step_limit, work) == expected


@pytest.mark.parametrize(
    ("limit", "found"),
    [("deadline: 15 min", False), ("max-steps: 40", True)],
)
def test_a_limit_is_inherited_if_it_ends_the_others_too(
    limit: str, found: bool
) -> None:
    text = f"""\
components:
  app: {{kind: client}}
  plan: {{kind: agent, control: agent, {limit}}}
  dig: {{kind: agent, control: agent}}
  model: {{kind: hosted-model}}
flows:
  calls: [app -> plan -> dig: request, plan -> model: prompt, dig -> model: prompt]
"""
    assert bool(told(text, no_step_limit)) is found


@pytest.mark.parametrize(
    ("work", "gate", "found"),
    [
        pytest.param("", "", True, id="nothing is said"),
        pytest.param(", max-tokens: 60 k", "", False, id="of a task"),
        pytest.param("", ", rate-limit: 20/min", False, id="of a caller"),
        pytest.param(", max-steps: 6", "", True, id="steps of any length"),
    ],
)
def test_what_one_person_can_spend(work: str, gate: str, found: bool) -> None:
    assert bool(told_of(no_token_budget, work, gate)) is found


@pytest.mark.parametrize(
    ("work", "memory", "found"),
    [
        pytest.param(f"{LOOP}, max-steps: 9", KNOWN, True, id="a loop"),
        pytest.param(f"{LOOP}, trim: compact", KNOWN, False, id="it is trimmed"),
        pytest.param(f"{LOOP}, max-tokens: 60 k", KNOWN, False, id="it ends before"),
        pytest.param("", "", True, id="a memory of any length"),
        pytest.param("", KNOWN, False, id="a memory of some tokens"),
    ],
)
def test_what_grows_is_trimmed(work: str, memory: str, found: bool) -> None:
    assert bool(told_of(unbounded_context, work, memory=memory)) is found


@pytest.mark.parametrize(
    ("streams", "found"),
    [
        pytest.param("work -> traces: trace", False, id="kept"),
        pytest.param("work -> traces", False, id="probably kept"),
        pytest.param("work -> watch: trace", True, id="seen, and not kept"),
        pytest.param("work -> watch: trace, watch -> traces: metric", True, id="sums"),
    ],
)
def test_traces_are_kept(streams: str, found: bool) -> None:
    text = f"""\
components:
  work: {{kind: agent}}
  traces: {{kind: lake}}
  watch: {{kind: monitor}}
flows: {{streams: [{streams}]}}
"""
    assert bool(told(text, no_trace)) is found
