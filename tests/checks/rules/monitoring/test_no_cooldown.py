"""Trainings that start each other."""

import pytest

from designkit.checks.rules.monitoring.no_cooldown import no_cooldown
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
components:
  again: {kind: retrain-trigger, triggers: [schedule, performance]}
""",
            [
                "2 info: performance starts a training at again, and nothing keeps it from starting the next one at once",
            ],
            id="no word",
        ),
        pytest.param(
            """\
components:
  again: {kind: retrain-trigger, triggers: [drift], cooldown: none}
""",
            [
                "2 warning: drift starts a training at again, and nothing keeps it from starting the next one at once",
            ],
            id="none",
        ),
        pytest.param(
            """\
components:
  again: {kind: retrain-trigger, triggers: [drift]}
models: {m: {retrain: {cooldown: 1 d}}}
""",
            [],
            id="said of the model",
        ),
        pytest.param(
            """\
components:
  again: {kind: retrain-trigger, triggers: [schedule]}
""",
            [],
            id="by the clock",
        ),
    ],
)
def test_what_is_found_and_what_is_right(text: str, expected: list[str]) -> None:
    assert told(text, no_cooldown) == expected
