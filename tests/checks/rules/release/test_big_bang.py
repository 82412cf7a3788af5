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


@pytest.mark.parametrize(
    "environments",
    ["{canary: {share: 5%}, all: {share: 100%}}", "{one-region: {share: 1%}}"],
)
def test_an_environment_with_some_of_the_traffic_is_a_step(environments: str) -> None:
    text = f"components: {{d: {{kind: deployer, environments: {environments}}}}}\n"

    assert told(text, big_bang) == []


@pytest.mark.parametrize(
    "environments",
    [
        "{staging: {bake: 1 d}, all: {share: 100%}}",
        "{all: {share: 100%}, canary: {share: 5%}}",
    ],
)
def test_environments_without_one_before_everybody_are_no_steps(
    environments: str,
) -> None:
    text = f"components: {{d: {{kind: deployer, environments: {environments}}}}}\n"

    assert told(text, big_bang) == [
        "1 warning: d releases to everybody at once: no environment before all has a "
        "part of the traffic"
    ]


def test_an_environment_without_traffic_says_nothing_of_steps() -> None:
    text = "components: {d: {kind: deployer, environments: {staging: {bake: 1 d}}}}\n"

    assert told(text, big_bang) == [
        "1 info: d does not say in which steps a new model meets traffic"
    ]
