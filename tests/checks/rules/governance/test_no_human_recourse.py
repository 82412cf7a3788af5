"""What counts as a way to reach a person."""

import pytest
from inline_snapshot import snapshot

from designkit.checks.rules.governance.no_human_recourse import no_human_recourse
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
components:
  decide: {kind: decision-engine}
""",
            snapshot(
                [
                    "2 error: decide decides about people, and none of them can "
                    "reach a person: there is no appeal-process and no "
                    "review-queue"
                ]
            ),
            id="nobody",
        ),
        pytest.param(
            """\
components:
  decide: {kind: decision-engine}
privacy: {recourse: by letter}
""",
            snapshot(
                [
                    "2 warning: decide decides about people, and none of them "
                    "can reach a person: there is no appeal-process and no "
                    "review-queue"
                ]
            ),
            id="said in words only",
        ),
        pytest.param(
            """\
components:
  decide: {kind: decision-engine}
privacy: {recourse: none}
""",
            snapshot(
                [
                    "2 error: decide decides about people, and none of them can "
                    "reach a person: there is no appeal-process and no "
                    "review-queue"
                ]
            ),
            id="refused",
        ),
        pytest.param(
            """\
components:
  decide: {kind: decision-engine}
  review: {kind: review-queue}
""",
            snapshot([]),
            id="a queue",
        ),
        pytest.param(
            """\
components:
  score: {kind: model-server}
""",
            snapshot([]),
            id="nothing is decided",
        ),
        pytest.param(
            """\
tier: 2
components:
  decide: {kind: decision-engine, actions: [boost, decline]}
""",
            snapshot([]),
            id="nobody is hurt by it",
        ),
    ],
)
def test_a_refused_person_can_reach_somebody(text: str, expected: list[str]) -> None:
    assert told(text, no_human_recourse) == expected
