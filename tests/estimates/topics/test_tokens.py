"""Windows and limits."""

import pytest

from tests.computed import estimated, figure, lacking, of_topic, told
from tests.language_designs import LOOP, RENTED


def test_a_peak_uses_part_of_each_limit() -> None:
    """15/s * 2 = 1,800 a minute of 4,000; * 2,000 new = 3.6 M of 2 M; * 400 = 720 k."""
    found = estimated(RENTED)

    assert told(found, "tokens.main.requests-limit-share") == (
        "peak qps * door calls / limit",
        "15/s * 2 / 4 k/min",
        "45%",
    )
    assert figure(found, "tokens.main.input-limit-share").value == pytest.approx(1.8)
    assert figure(found, "tokens.main.output-limit-share").value == pytest.approx(1.8)


def test_cached_input_may_count() -> None:
    counting = RENTED.replace("cached-counts: false", "cached-counts: true")

    assert told(estimated(counting), "tokens.main.input-limit-share") == (
        "peak qps * door calls * input tokens / limit",
        "15/s * 2 * 6 k / 2 M/min",
        "540%",
    )


def test_a_long_call_fills_part_of_the_window() -> None:
    assert told(estimated(RENTED), "tokens.main.window-share") == (
        "(input tokens + longest answer) / window",
        "(9 k + 1 k) / 16 k",
        "62.5%",
    )


def test_a_window_is_compared_with_the_parts_of_a_prompt() -> None:
    parts = RENTED.replace("    input-tokens: {p50: 6 k, p95: 9 k}\n", "")

    assert told(estimated(parts), "tokens.main.window-share")[:2] == (
        "(prompt + longest answer) / window",
        "(5,900 + 1 k) / 16 k",
    )


def test_one_of_two_models_has_to_state_its_part() -> None:
    two = RENTED.replace("  door:", "  spare: {kind: hosted-model}\n  door:").replace(
        "door -> main: prompt", "door -> main, spare: prompt"
    )

    assert lacking(estimated(two), "tokens.main.requests-limit-share") == (
        "needs flows.door->main.calls-per-request (calls in one request)"
    )


def test_nobody_has_limits_who_states_none() -> None:
    bare = "components: {app: {kind: client}, m: {kind: hosted-model}}"

    assert of_topic(estimated(bare), "tokens") == []


def test_a_loop_counts_only_what_no_step_read_before() -> None:
    """0.3472 tasks a second, 20 calls of 40,300 / 20 new tokens: 13,993 a second."""
    limited = LOOP.replace(
        "    output-tokens",
        "    limit-input-tokens: 1 M/min\n    cached-counts: false\n    output-tokens",
    )
    found = estimated(limited)

    share = figure(found, "tokens.main.input-limit-share").value
    assert share == pytest.approx(10_000 * 3 / 86_400 * 40_300 * 60 / 1e6)


def test_of_a_loop_that_keeps_what_it_read_only_new_tokens_count() -> None:
    """40,300 new tokens of a task in 20 calls; 0.5/s * 20 calls = 600 a minute."""
    limited = LOOP.replace(
        "    kind: hosted-model\n",
        "    kind: hosted-model\n    cached-counts: false\n"
        "    limit-input-tokens: 2 M/min\n",
    )

    assert told(estimated(limited), "tokens.main.input-limit-share")[0] == (
        "peak qps * steps * new tokens of a task / steps / limit"
    )


def test_events_count_where_no_request_waits() -> None:
    """120 k a day at 24 times the mean are 2,000 a minute of 3,000."""
    text = """
workload: {peak-factor: 24}
components:
  log: {kind: event-log}
  look: {kind: agent}
  llm: {kind: hosted-model, limit-requests: 3 k/min}
flows:
  calls: [look -> llm: prompt / completion]
  streams: ["log -> look: {carries: event, rate: 120 k/day}"]
"""
    found = estimated(
        text.replace('"', "").replace("[log", "\n    - log").replace("}]", "}")
    )

    assert figure(found, "agents.look.events-peak").value == pytest.approx(
        33.333, rel=1e-3
    )
    assert figure(found, "tokens.llm.requests-limit-share").value == pytest.approx(
        2 / 3
    )
