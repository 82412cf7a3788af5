"""Releases that reach everybody at once."""

import pytest

from designkit.checks.rules.release.big_bang import big_bang
from tests.rule_examples import told

ALL = "deploy releases to everybody at once: its strategy is"


@pytest.mark.parametrize(
    ("tier", "strategy", "expected"),
    [
        pytest.param(2, "blue-green", f"2 warning: {ALL} blue-green", id="tier 2"),
        pytest.param(1, "blue-green", f"2 error: {ALL} blue-green", id="tier 1"),
        pytest.param(
            2,
            "[blue-green, holdout]",
            f"2 warning: {ALL} blue-green, then holdout",
            id="two steps",
        ),
        pytest.param(1, "none", f"2 error: {ALL} none", id="none"),
    ],
)
def test_a_release_without_a_small_step_is_found(
    tier: int, strategy: str, expected: str
) -> None:
    deployer = f"{{kind: deployer, strategy: {strategy}}}"
    text = f"tier: {tier}\ncomponents: {{deploy: {deployer}}}\n"

    assert told(text, big_bang) == [expected]


@pytest.mark.parametrize(("tier", "level"), [(1, "warning"), (3, "info")])
def test_an_unstated_strategy_is_a_question(tier: int, level: str) -> None:
    text = f"tier: {tier}\ncomponents: {{deploy: {{kind: deployer}}}}\n"

    assert told(text, big_bang) == [
        f"2 {level}: deploy does not say in which steps a new model meets traffic"
    ]
