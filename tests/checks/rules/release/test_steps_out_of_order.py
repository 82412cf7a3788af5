"""Whom the steps of a release reach, one after the other."""

import pytest

from designkit.checks.rules.release.steps_out_of_order import steps_out_of_order
from tests.rule_examples import told

DESIGN = "components:\n  go: {kind: deployer, strategy: [%s]}\n"


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ("canary, shadow", "shadow comes after canary, which reaches more people"),
        (
            "shadow, blue-green, canary",
            "canary comes after blue-green, which reaches more people",
        ),
        ("ramp, shadow", "shadow comes after ramp, which reaches more people"),
        ("shadow, ramp, ab", ""),
        ("holdout, canary, ramp", ""),
        ("shadow, interleaving, canary, ab", ""),
        ("shadow, canary, ab, ramp", ""),
        ("shadow, blue-green", ""),
        ("canary, ramp, holdout", ""),
        ("canary", ""),
    ],
)
def test_each_step_reaches_no_fewer_than_the_last(steps: str, expected: str) -> None:
    found = told(DESIGN % steps, steps_out_of_order)

    assert found == ([f"2 warning: {expected}"] if expected else [])


@pytest.mark.parametrize(
    ("steps", "design", "is_found"),
    [
        pytest.param("shadow, ab", "switchback", True, id="another test"),
        pytest.param("shadow, interleaving, ab", "ab", False, id="one of two"),
        pytest.param("shadow, canary", "ab", False, id="the test is no step"),
        pytest.param("shadow, ab", "none", False, id="no experiment is designed"),
    ],
)
def test_a_release_tests_as_the_experiment_is_designed(
    steps: str, design: str, is_found: bool
) -> None:
    text = f"{DESIGN % steps}experiment: {{design: {design}, unit: user}}\n"

    assert bool(told(text, steps_out_of_order)) is is_found
