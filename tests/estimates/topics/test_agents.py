"""Agents over their steps."""

import pytest

from tests.computed import estimated, figure, lacking, of_topic, told
from tests.language_designs import LOOP, RENTED


def test_a_prompt_has_parts() -> None:
    assert told(estimated(RENTED), "agents.assist.prompt") == (
        "system tokens + history tokens + passages * passage tokens",
        "4 k + 1 k + 6 * 150",
        "5,900",
    )


def test_each_step_reads_what_came_before() -> None:
    """20 * 8,000 + 1,700 * 190 = 483,000; new 8,000 + 19 * 1,700 = 40,300."""
    found = estimated(LOOP)

    assert of_topic(found, "agents") == [
        "agents.mend.prompt",
        "agents.mend.task-input",
        "agents.mend.call-input",
        "agents.mend.task-new",
        "agents.mend.task-time",
        "agents.mend.deadline-share",
        "agents.mend.run-never-fails",
        "agents.mend.step-success",
    ]
    assert told(found, "agents.mend.task-input") == (
        "steps * prompt + (tokens of a result + output tokens) * steps * (steps - 1) / 2",
        "20 * 8,000 + (1.5 k + 200) * 20 * (20 - 1) / 2",
        "483,000",
    )
    assert figure(found, "agents.mend.call-input").value == 24_150
    assert figure(found, "agents.mend.task-new").value == 40_300


def test_steps_take_time_one_after_another() -> None:
    """20 * (2 s + 199 * 20 ms) = 119.6 s, of two minutes."""
    found = estimated(LOOP)

    assert figure(found, "agents.mend.task-time").value == pytest.approx(119.6)
    share = figure(found, "agents.mend.deadline-share").value
    assert share == pytest.approx(119.6 / 120)


def test_steps_multiply() -> None:
    """0.95^20 = 0.358486; for 60% of tasks a step has to succeed in 97.5%."""
    found = estimated(LOOP)

    fails = figure(found, "agents.mend.run-never-fails").value
    assert fails == pytest.approx(0.358486, rel=1e-6)
    step = figure(found, "agents.mend.step-success").value
    assert step**20 == pytest.approx(0.6)


def test_a_tool_that_states_no_tokens_is_named() -> None:
    unsaid = LOOP.replace(", result-tokens: {p50: 1.5 k}", "")

    assert lacking(estimated(unsaid), "agents.mend.task-input") == (
        "needs components.run.result-tokens.p50 (tokens of what one call returns: "
        "the median)"
    )


def test_a_loop_without_a_tool_says_so() -> None:
    alone = LOOP.replace("    - run -> mend: tool-result\n", "").replace(
        "    - mend -> run: tool-call\n", ""
    )

    assert lacking(estimated(alone), "agents.mend.task-input") == "mend has no tool"


def test_the_last_call_of_a_long_task_reads_most() -> None:
    """8,000 + 39 * 1,700."""
    long = LOOP.replace("steps: {p50: 20}", "steps: {p50: 20, p95: 40}")

    assert figure(estimated(long), "agents.mend.longest-prompt").value == 74_300


def test_a_workflow_without_a_tool_reads_each_prompt_anew() -> None:
    alone = LOOP.replace("    - run -> mend: tool-result\n", "").replace(
        "{kind: agent,", "{kind: agent, control: workflow,"
    )

    assert of_topic(estimated(alone), "agents") == [
        "agents.mend.prompt",
        "agents.mend.task-time",
        "agents.mend.deadline-share",
        "agents.mend.step-success",
    ]
