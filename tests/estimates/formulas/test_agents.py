"""Agents: what is left of success over many steps, and what success costs."""

import pytest

from designkit.estimates.formulas.agents import (
    all_of,
    chain_success,
    cost_of_attempts,
    cost_with_person,
    retried_step,
    solved_in,
    step_needed,
    tries_of_step,
)


@pytest.mark.parametrize(
    ("step", "steps", "success"),
    [(0.95, 10, 0.598737), (0.95, 20, 0.358486), (0.99, 20, 0.817907)],
)
def test_steps_multiply(step: float, steps: float, success: float) -> None:
    assert chain_success(step, steps) == pytest.approx(success, rel=1e-6)


def test_failures_that_are_seen_can_be_tried_again() -> None:
    step = retried_step(0.95, 0.8, 1)

    assert step == pytest.approx(0.988)
    assert tries_of_step(0.95, 0.8, 1) == pytest.approx(1.04)
    assert chain_success(step, 10) == pytest.approx(0.886277, rel=1e-6)
    assert chain_success(step, 20) == pytest.approx(0.785487, rel=1e-6)


def test_failures_that_are_not_seen_stay() -> None:
    assert retried_step(0.95, 0, 5) == 0.95
    assert tries_of_step(0, 1, 2) == 3


@pytest.mark.parametrize(("steps", "step"), [(10, 0.989519), (20, 0.994746)])
def test_a_target_asks_for_better_steps(steps: float, step: float) -> None:
    assert step_needed(0.9, steps) == pytest.approx(step, rel=1e-6)


def test_success_in_a_row_is_rarer() -> None:
    assert all_of(8, 6, 4) == pytest.approx(0.214286, rel=2e-6)
    assert all_of(8, 3, 4) == 0
    assert pytest.approx(0.133, abs=5e-4) == 0.604**4


def test_a_task_may_be_tried_again() -> None:
    cost = 0.22929

    assert solved_in(0.6, 3) == pytest.approx(0.936)
    assert cost_of_attempts(cost, 0.6, 3) == pytest.approx(0.357692, rel=2e-6)
    assert cost_with_person(cost, 0.6, 3, 5) == pytest.approx(0.677692, rel=1e-6)
    assert cost_with_person(cost, 0.6, 1, 5) == pytest.approx(2.229290, rel=1e-6)


@pytest.mark.parametrize("values", [(8, 9, 4), (8, 6, 9), (0, 0, 1), (1e5, 1, 1)])
def test_trials_are_what_was_tried(values: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="must"):
        all_of(*values)
