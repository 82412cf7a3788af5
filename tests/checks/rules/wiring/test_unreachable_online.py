import pytest

from designkit.checks.rules.wiring.unreachable_online import unreachable_online
from tests.rule_examples import told

CALLED = """\
components:
  app: {kind: client}
  log: {kind: event-log}
  gateway: {kind: gateway}
  search: {kind: ann-index}
  score: {kind: model-server}
  decide: {kind: decision-engine}
  deploy: {kind: deployer}
flows:
  calls:
    - app -> gateway: request
"""
LOST = "no call or lookup leads from a client to "


@pytest.mark.parametrize(
    ("flows", "lost"),
    [
        pytest.param("  control: [deploy -> score: model]", ["score"], id="only fed"),
        pytest.param(
            "  streams: [gateway -> score: request]",
            ["score"],
            id="a stream waits for nobody",
        ),
        pytest.param(
            "  streams: [log -> score: event, score -> decide: prediction]",
            [],
            id="works on a stream, and so does what follows",
        ),
        pytest.param(
            "  batches: [gateway -> score: prediction]",
            [],
            id="a batch feeds it",
        ),
        pytest.param(
            "  lookups: [search -> score: candidates]",
            ["search"],
            id="the first of a chain is named, the rest follows from it",
        ),
        pytest.param(
            "  lookups: [score -> search: embedding, search -> gateway: candidates]",
            [],
            id="at the far end of a chain of lookups",
        ),
    ],
)
def test_a_model_for_requests_is_called(flows: str, lost: list[str]):
    found = told(f"{CALLED}{flows}\n", unreachable_online)

    assert [line.partition(LOST)[2] for line in found] == lost


def test_without_requests_there_is_nothing_to_reach():
    text = (
        CALLED.replace("calls:", "streams:") + "  control: [deploy -> score: model]\n"
    )

    assert told(text, unreachable_online) == []


def test_a_model_that_a_judge_asks_answers_no_request() -> None:
    text = """\
components:
  app: {kind: client}
  ask: {kind: agent}
  model: {kind: hosted-model}
  grade: {kind: judge}
  second: {kind: hosted-model}
flows:
  calls: [app -> ask: request, ask -> model: prompt / completion]
  batches: [grade -> second: prompt, second -> grade: completion]
"""

    assert told(text, unreachable_online) == []
