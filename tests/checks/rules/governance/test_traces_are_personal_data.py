"""Traces hold what people wrote, and are kept for a stated time."""

import pytest

from designkit.checks.rules.governance.traces_are_personal_data import (
    traces_are_personal_data,
)
from tests.rule_examples import told

DESIGN = """\
components:
  app: {{kind: client}}
  plant: {{kind: source-db}}
  gate: {{kind: gateway}}
  assist: {{kind: agent}}
  bus: {{kind: event-log}}
  traces: {{kind: prediction-log{stated}}}
flows:
  calls: [{asker}]
  streams: [assist -> bus: trace, bus -> traces: trace]
"""
PERSON = "app -> gate -> assist: request"
MACHINE = "plant -> assist: request"


@pytest.mark.parametrize(
    ("stated", "asker", "expected"),
    [
        pytest.param(
            "",
            PERSON,
            ["7 info: traces keeps what people wrote, and does not say how long"],
            id="unsaid",
        ),
        pytest.param(
            ", retention: for ever",
            PERSON,
            ["7 warning: traces keeps for ever what people wrote"],
            id="for ever",
        ),
        pytest.param(", retention: 30 d", PERSON, [], id="a month"),
        pytest.param(", pii: none", PERSON, [], id="masked"),
        pytest.param(
            ", pii: personal, retention: for ever", PERSON, [], id="DK761 says"
        ),
        pytest.param("", MACHINE, [], id="nobody talks to it"),
    ],
)
def test_what_people_wrote_is_kept_for_a_time(
    stated: str, asker: str, expected: list[str]
) -> None:
    text = DESIGN.format(stated=stated, asker=asker)

    assert told(text, traces_are_personal_data) == expected
