"""Conversations with a model: a way to a person, and a word of who answers."""

import pytest

from designkit.checks.rules.language.ai_not_disclosed import ai_not_disclosed
from designkit.checks.rules.language.no_human_handover import no_human_handover
from tests.rule_examples import told

TALK = """\
workload: {{turns-per-task: {turns}}}
components:
  chat: {{kind: client}}
  gate: {{kind: gateway}}
  assist: {{kind: agent{agent}}}
  search: {{kind: agent}}
  model: {{kind: hosted-model}}
  traces: {{kind: prediction-log}}
{parts}
flows:
  calls:
    - chat -> gate -> assist: request
    - assist -> search: request
    - assist -> model: prompt
  streams:
    - assist -> traces: trace
{streams}
"""


def talk(turns: int = 5, agent: str = "", parts: str = "", streams: str = "") -> str:
    return TALK.format(turns=turns, agent=agent, parts=parts, streams=streams)


DESK = "  desk: {kind: review-queue}"
STUCK = ": assist talks with people, and none of them can reach a person"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(talk(), [f"5 warning{STUCK}"], id="several turns and no person"),
        pytest.param(talk(turns=1), [], id="one answer, and one searches on"),
        pytest.param(
            talk(parts=DESK, streams="    - assist -> desk: review-task"),
            [],
            id="the agent hands over",
        ),
        pytest.param(
            talk(parts=DESK, streams="    - chat -> desk: request"),
            [],
            id="people write to the desk themselves",
        ),
        pytest.param(
            talk(parts="  look: {kind: person}", streams="    - traces -> look: trace"),
            [f"5 warning{STUCK}"],
            id="somebody who reads traces afterwards helps nobody",
        ),
        pytest.param(
            talk(
                parts="  ticket: {kind: tool, effect: reversible}",
                streams="    - assist -> ticket: tool-call",
            ),
            [f"5 info{STUCK}"],
            id="a tool may open a case",
        ),
        pytest.param(
            "privacy: {recourse: a letter to the service}\n" + talk(),
            [f"6 info{STUCK}"],
            id="a text says how",
        ),
        pytest.param(
            "objectives: {handover-rate: 10%}\n" + talk(turns=1),
            [f"6 warning{STUCK}"],
            id="promised, and nowhere to go",
        ),
        pytest.param(
            talk().replace("gate -> assist: request", "gate: request"),
            [],
            id="nobody talks with it",
        ),
    ],
)
def test_who_talks_with_a_model_can_reach_a_person(
    text: str, expected: list[str]
) -> None:
    assert told(text, no_human_handover) == expected


AT = "people talk to a machine at assist, and"


@pytest.mark.parametrize(
    ("agent", "expected"),
    [
        ("", [f"5 info: {AT} nothing says that they know"]),
        (", disclosed: false", [f"5 warning: {AT} they are not told"]),
        (", disclosed: none", [f"5 warning: {AT} they are not told"]),
        (", disclosed: true", []),
    ],
)
def test_people_are_told_who_answers(agent: str, expected: list[str]) -> None:
    assert told(talk(agent=agent), ai_not_disclosed) == expected


def test_an_agent_that_reads_tickets_talks_with_nobody() -> None:
    text = talk().replace(
        "- chat -> gate -> assist: request", "- chat -> gate: request"
    )

    assert told(text, ai_not_disclosed) == []
