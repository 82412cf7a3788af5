"""Which engines act by themselves, and how much a missing limit matters."""

import pytest
from inline_snapshot import snapshot

from designkit.checks.rules.monitoring.no_action_limit import no_action_limit
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
tier: 2
components:
  score: {kind: model-server}
  review: {kind: review-queue}
  decide: {kind: decision-engine, actions: [allow, suspend]}
""",
            snapshot(
                [
                    "5 info: decide acts by itself, and no limit stops it when "
                    "it acts too often"
                ]
            ),
            id="not said",
        ),
        pytest.param(
            """\
tier: 1
components:
  score: {kind: model-server}
  review: {kind: review-queue}
  decide: {kind: decision-engine}
""",
            snapshot(
                [
                    "5 warning: decide acts by itself, and no limit stops it "
                    "when it acts too often"
                ]
            ),
            id="not said where money is at stake",
        ),
        pytest.param(
            """\
tier: 1
components:
  score: {kind: model-server}
  review: {kind: review-queue}
  decide: {kind: decision-engine, actions: [suspend], accepted-by: review}
""",
            snapshot([]),
            id="a person accepts each",
        ),
        pytest.param(
            """\
tier: 2
components:
  score: {kind: model-server}
  review: {kind: review-queue}
  decide: {kind: decision-engine, actions: [allow, suspend], action-limit: none}
""",
            snapshot(
                [
                    "5 warning: decide acts by itself, and no limit stops it "
                    "when it acts too often"
                ]
            ),
            id="said to be absent",
        ),
        pytest.param(
            """\
tier: 1
components:
  score: {kind: model-server}
  review: {kind: review-queue}
  decide: {kind: decision-engine, action-limit: none}
""",
            snapshot(
                [
                    "5 error: decide acts by itself, and no limit stops it when "
                    "it acts too often"
                ]
            ),
            id="said to be absent where money is at stake",
        ),
        pytest.param(
            """\
tier: 1
components:
  score: {kind: model-server}
  review: {kind: review-queue}
  decide: {kind: decision-engine, actions: [review, flag]}
""",
            snapshot([]),
            id="it only asks people",
        ),
        pytest.param(
            """\
tier: 1
components:
  score: {kind: model-server}
  review: {kind: review-queue}
  decide: {kind: decision-engine}
flows:
  streams:
    - decide -> review: review-task
""",
            snapshot([]),
            id="all it gives is work for people",
        ),
        pytest.param(
            """\
tier: 2
components:
  score: {kind: model-server}
  review: {kind: review-queue}
  decide: {kind: decision-engine, actions: [allow, decline]}
""",
            snapshot([]),
            id="nobody is hurt by it",
        ),
        pytest.param(
            """\
tier: 2
components:
  score: {kind: model-server}
  bids: {kind: auction}
  decide: {kind: decision-engine, actions: [bid, pass], action-limit: none}
""",
            snapshot(
                [
                    "5 warning: decide acts by itself, and no limit stops it when it "
                    "acts too often"
                ]
            ),
            id="it spends",
        ),
    ],
)
def test_whoever_acts_alone_needs_a_limit(text: str, expected: list[str]) -> None:
    assert told(text, no_action_limit) == expected


def test_at_tier_1_every_act_needs_a_limit_whatever_it_is_called() -> None:
    text = """\
components:
  decide: {kind: decision-engine, actions: [write price], action-limit: none}
"""
    told_of = (
        "2 %s: decide acts by itself, and no limit stops it when it acts too often"
    )

    assert told(f"{text}tier: 1\n", no_action_limit) == [told_of % "error"]
    assert told(f"{text}tier: 2\n", no_action_limit) == []


TOOL = """\
tier: {tier}
components:
  work: {{kind: agent, control: {control}}}
  check: {{kind: guardrail}}
  close: {{kind: tool{stated}}}
flows: {{calls: [work -> check: tool-call, check -> close: tool-call]}}
"""
ENDLESS = "close acts by itself, and no limit stops it when it acts too often"
REVERSIBLE, FINAL = ", effect: reversible", ", effect: irreversible"


@pytest.mark.parametrize(
    ("tier", "control", "stated", "expected"),
    [
        pytest.param(2, "agent", REVERSIBLE, [f"5 info: {ENDLESS}"], id="unsaid"),
        pytest.param(1, "agent", REVERSIBLE, [f"5 warning: {ENDLESS}"], id="tier 1"),
        pytest.param(
            2,
            "agent",
            f"{REVERSIBLE}, action-limit: none",
            [f"5 warning: {ENDLESS}"],
            id="none",
        ),
        pytest.param(2, "workflow", FINAL, [f"5 info: {ENDLESS}"], id="not undone"),
        pytest.param(2, "workflow", REVERSIBLE, [], id="code calls it, once"),
        pytest.param(
            2, "agent", f"{FINAL}, approval: always", [], id="a person agrees"
        ),
        pytest.param(
            2, "agent", f"{REVERSIBLE}, action-limit: 400/h", [], id="bounded"
        ),
        pytest.param(1, "agent", ", effect: none", [], id="it only reads"),
        pytest.param(1, "agent", "", [], id="what it does is not said"),
    ],
)
def test_a_tool_that_a_model_calls_has_a_limit(
    tier: int, control: str, stated: str, expected: list[str]
) -> None:
    text = TOOL.format(tier=tier, control=control, stated=stated)

    assert told(text, no_action_limit) == expected
