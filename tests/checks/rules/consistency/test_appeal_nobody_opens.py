"""Who opens an appeal."""

import pytest

from designkit.checks.rules.consistency.appeal_nobody_opens import appeal_nobody_opens
from tests.rule_examples import told

DESIGN = """\
components:
  app: {kind: client}
  decide: {kind: decision-engine}
  explain: {kind: explainer}
  appeal: {kind: appeal-process}
  review: {kind: review-queue}
flows:
  streams: [appeal -> review: review-task%s]
"""
FOUND = "5 warning: nobody can open a case of appeal: nothing that arrives is one"


@pytest.mark.parametrize(
    ("flows", "expected"),
    [
        pytest.param(", explain -> appeal: explanation", [FOUND], id="reasons alone"),
        pytest.param(
            ", explain -> appeal: explanation, app -> appeal: event", [], id="an event"
        ),
        pytest.param(", decide -> appeal: decision", [], id="decisions are sent on"),
        pytest.param(", app -> appeal", [], id="not said"),
        pytest.param("", [], id="nothing arrives, which is told elsewhere"),
    ],
)
def test_somebody_opens_a_case(flows: str, expected: list[str]) -> None:
    assert told(DESIGN % flows, appeal_nobody_opens) == expected
