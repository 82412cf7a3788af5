"""Tools that act: who may make them act, how often, and with whose rights."""

import pytest

from designkit.checks.rule import Rule
from designkit.checks.rules.language.authorised_by_prompt import authorised_by_prompt
from designkit.checks.rules.language.injection_boundary import injection_boundary
from designkit.checks.rules.language.irreversible_without_approval import (
    irreversible_without_approval,
)
from designkit.checks.rules.language.lethal_trifecta import lethal_trifecta
from designkit.checks.rules.language.open_sandbox import open_sandbox
from designkit.checks.rules.language.tool_with_service_identity import (
    tool_with_service_identity,
)
from designkit.checks.rules.language.tool_without_idempotence import (
    tool_without_idempotence,
)
from tests.rule_examples import told

DESIGN = """\
components:
  app: {{kind: client}}
  work: {{kind: agent, control: {control}}}
  model: {{kind: hosted-model}}
  mails: {{kind: source-db{mails}}}
  guard: {{kind: guardrail{guard}}}
  desk: {{kind: review-queue}}
  send: {{kind: tool{send}}}
flows:
  calls:
    - app -> work: request
    - work -> model: prompt
    - {call}
    - send -> work: tool-result
  streams:
    - mails -> work: event
    - {decision}
"""
STRAIGHT = "work -> send: tool-call"
GUARDED = "work -> guard -> send: tool-call"
OTHERS = ", trust: user"
ACTS = ", effect: reversible"
FINAL = ", effect: irreversible"


def told_of(
    rule: Rule,
    send: str = ACTS,
    *,
    mails: str = OTHERS,
    call: str = STRAIGHT,
    guard: str = "",
    control: str = "agent",
    decision: str = "app -> mails: decision",
) -> list[str]:
    decision = "desk -> app: decision" if decision.startswith("app") else decision
    text = DESIGN.format(
        send=send,
        mails=mails,
        call=call,
        guard=guard,
        control=control,
        decision=decision,
    )
    return told(text, rule)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        pytest.param(
            {},
            [
                "8 error: send acts when work asks, which reads what others write at "
                "mails; nothing stands between"
            ],
            id="a mail may send mails",
        ),
        pytest.param(
            {"send": ""},
            [
                "8 warning: send may act (its effect is not said) when work asks, which "
                "reads what others write at mails; nothing stands between"
            ],
            id="nobody says what it does",
        ),
        pytest.param({"send": ", effect: none"}, [], id="it only reads"),
        pytest.param({"mails": ", trust: own"}, [], id="nobody else writes them"),
        pytest.param({"mails": ""}, [], id="a database of one's own"),
        pytest.param({"call": GUARDED}, [], id="something stands between"),
        pytest.param({"send": f"{ACTS}, approval: always"}, [], id="a person agrees"),
        pytest.param(
            {"send": f"{ACTS}, approval: above-limit, limit: 50 USD"},
            [],
            id="the loss is bounded",
        ),
        pytest.param({"control": "workflow"}, [], id="code chooses the steps"),
    ],
)
def test_text_of_others_makes_nothing_act(
    keys: dict[str, str], expected: list[str]
) -> None:
    assert told_of(injection_boundary, **keys) == expected


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param({"call": GUARDED, "guard": ", mode: watch"}, id="it only watches"),
        pytest.param({"send": f"{ACTS}, approval: above-limit"}, id="above what?"),
        pytest.param({"control": "workflow", "send": FINAL}, id="for good"),
        pytest.param({"send": f"{ACTS}, trust: outside"}, id="beside its own results"),
    ],
)
def test_what_looks_safe_and_is_not(keys: dict[str, str]) -> None:
    assert len(told_of(injection_boundary, **keys)) == 1


def test_models_that_two_share_carry_no_text_from_one_to_the_other() -> None:
    text = """\
components:
  app: {kind: client}
  reader: {kind: agent}
  actor: {kind: agent, control: agent}
  model: {kind: hosted-model}
  web: {kind: tool, effect: none, reach: open}
  send: {kind: tool, effect: irreversible}
flows:
  calls:
    - app -> reader, actor: request
    - reader, actor -> model: prompt
    - model -> reader, actor: completion
    - reader -> web: tool-call
    - web -> reader: tool-result
    - actor -> send: tool-call
"""
    assert told(text, injection_boundary) == []
    handed_on = text + "    - reader -> actor: request\n"
    assert len(told(handed_on, injection_boundary)) == 1


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        pytest.param({}, 1, id="the model tries again"),
        pytest.param(
            {"send": f"{ACTS}, idempotency-key: task"}, 0, id="known by a key"
        ),
        pytest.param({"send": f"{ACTS}, idempotent: true"}, 0, id="acts once"),
        pytest.param({"send": f"{ACTS}, idempotent: false"}, 1, id="acts twice"),
        pytest.param({"send": ", effect: none"}, 0, id="it only reads"),
        pytest.param({"control": "workflow"}, 0, id="nobody sends it again"),
        pytest.param(
            {
                "control": "workflow",
                "call": "work -> send: {carries: tool-call, retries: 2}",
            },
            1,
            id="it is retried",
        ),
    ],
)
def test_a_call_that_is_sent_twice_acts_once(keys: dict[str, str], found: int) -> None:
    assert len(told_of(tool_without_idempotence, **keys)) == found


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        pytest.param({"send": FINAL}, 1, id="nobody says who agrees"),
        pytest.param({"send": f"{FINAL}, approval: never"}, 1, id="nobody"),
        pytest.param({"send": f"{FINAL}, approval: always"}, 0, id="a person"),
        pytest.param({}, 0, id="it can be undone"),
        pytest.param(
            {"send": FINAL, "call": GUARDED, "decision": "desk -> guard: decision"},
            0,
            id="the guardrail waits for people",
        ),
        pytest.param({"send": FINAL, "call": GUARDED}, 1, id="it asks nobody"),
    ],
)
def test_what_is_for_good_is_agreed_to(keys: dict[str, str], found: int) -> None:
    assert len(told_of(irreversible_without_approval, **keys)) == found


@pytest.mark.parametrize(
    ("send", "found"),
    [
        (", pii: personal, acts-as: service", 1),
        (", pii: personal, acts-as: user", 0),
        (", acts-as: service", 0),
    ],
)
def test_personal_data_are_read_with_the_rights_of_a_person(
    send: str, found: int
) -> None:
    assert len(told_of(tool_with_service_identity, send)) == found


@pytest.mark.parametrize(
    ("send", "found"),
    [
        (", approval: above-limit", 1),
        (", approval: above-limit, limit: 50 USD", 0),
        (", approval: always", 0),
    ],
)
def test_a_limit_stands_at_the_tool(send: str, found: int) -> None:
    assert len(told_of(authorised_by_prompt, send)) == found


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        pytest.param({"send": ", reach: open"}, 1, id="all three meet"),
        pytest.param({"send": ", reach: internal"}, 0, id="no way out"),
        pytest.param({"send": ", reach: open", "call": GUARDED}, 0, id="checked"),
        pytest.param(
            {"send": ", reach: open, trust: own", "mails": ", pii: personal"},
            0,
            id="nobody else writes",
        ),
    ],
)
def test_three_that_should_not_meet(keys: dict[str, str], found: int) -> None:
    mails = keys.pop("mails", ", pii: personal, trust: user")

    assert len(told_of(lethal_trifecta, mails=mails, **keys)) == found


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        ("network: allow-list, secrets: none, time-limit: 1 min", []),
        ("network: none, secrets: none, time-limit: 1 min", []),
        (
            "network: open, secrets: deploy key",
            [
                "2 error: code in box can read secrets",
                "2 error: code in box reaches the whole network",
                "2 warning: nothing ends code that runs in box",
            ],
        ),
        (
            "time-limit: 1 min",
            ["2 warning: box does not say what its code can reach"],
        ),
    ],
)
def test_code_of_a_model_is_shut_in(box: str, expected: list[str]) -> None:
    text = f"""\
components:
  box: {{kind: code-sandbox, {box}}}
  work: {{kind: agent}}
flows: {{calls: [work -> box: tool-call]}}
"""
    assert sorted(told(text, open_sandbox)) == expected
