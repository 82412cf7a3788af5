"""Three answers to the day without a score."""

import pytest
from inline_snapshot import snapshot

from designkit.checks.rules.domain.fail_mode_unstated import fail_mode_unstated
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
components:
  decide: {kind: decision-engine}
""",
            snapshot(["2 warning: decide does not say what it does without a score"]),
            id="not said",
        ),
        pytest.param(
            """\
components:
  decide: {kind: decision-engine, fail-mode: none}
""",
            snapshot(["2 error: decide does not say what it does without a score"]),
            id="refused",
        ),
        pytest.param(
            """\
components:
  decide: {kind: decision-engine, fail-mode: open}
""",
            snapshot([]),
            id="said",
        ),
    ],
)
def test_an_engine_says_what_it_does_without_a_score(
    text: str, expected: list[str]
) -> None:
    assert told(text, fail_mode_unstated) == expected
