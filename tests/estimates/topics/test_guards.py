"""Guardrails in a row, and streams that they hold back."""

import pytest

from tests.computed import estimated, figure, of_topic, told
from tests.language_designs import RENTED

GUARDED = RENTED.replace(
    "  words:",
    """  look: {kind: guardrail, side: input, miss-rate: 20%, false-alarm-rate: 1%}
  mask: {kind: guardrail, side: input, miss-rate: 30%, false-alarm-rate: 0.5%}
  seen: {kind: guardrail, side: input, miss-rate: 1%, mode: watch}
  check:
    {kind: guardrail, side: output, window-tokens: 50, latency: {p50: 20 ms, p99: 60 ms}}
  words:""",
).replace(
    "    - chat -> gate -> assist: request",
    "    - chat -> gate -> look -> mask -> seen -> assist: request",
)
GUARDED = GUARDED.replace(
    "assist -> chat: response", "assist -> check -> chat: response"
)


def test_mistakes_add_up_and_misses_multiply() -> None:
    """1 - 0.99 * 0.995 = 1.495%; 0.2 * 0.3 = 6%; what only watches stops nothing."""
    found = estimated(GUARDED)

    assert figure(found, "guards.false-alarms").value == pytest.approx(0.01495)
    assert told(found, "guards.misses") == ("look * mask", "20% * 30%", "6%")


def test_words_are_seen_when_the_window_was_read() -> None:
    """The first token after 1.97 s, 49 more at 20 ms, and 60 ms to read them."""
    found = estimated(GUARDED)
    first = figure(found, "answers.first-token").value

    shown = figure(found, "guards.check.first-shown").value
    assert shown == pytest.approx(first + 49 * 0.02 + 0.06)


def test_without_guardrails_there_is_nothing_to_say() -> None:
    assert of_topic(estimated(RENTED), "guards") == []
