"""Streamed answers: the first token, the last one, and their promises."""

import pytest

from tests.computed import estimated, figure, lacking, of_topic, told
from tests.language_designs import RENTED


def test_the_first_token_waits_for_all_before_it() -> None:
    assert told(estimated(RENTED), "answers.first-token") == (
        "gate + assist + words + door + main",
        "10 ms + 20 ms + 120 ms + 10 ms + 1.8 s",
        "1,960 ms",
    )


def test_a_prompt_that_does_not_wait_for_passages_is_sent_at_once() -> None:
    at_once = RENTED.replace(", after: words", "")

    assert figure(estimated(at_once), "answers.first-token").text == "1,840 ms"


def test_the_last_token_comes_token_by_token() -> None:
    """600 ms + 399 * 20 ms = 8.58 s; 1.96 s + 400 * 20 ms = 9.96 s, of 10 s."""
    found = estimated(RENTED)

    assert figure(found, "answers.main.call").value == pytest.approx(8.58)
    assert figure(found, "answers.last-token").value == pytest.approx(9.96)
    assert figure(found, "answers.answer-share").value == pytest.approx(0.996)
    assert figure(found, "answers.first-token-share").value == pytest.approx(0.98)


def test_p99s_rarely_meet() -> None:
    likely = figure(estimated(RENTED), "answers.first-token-likely").value

    assert 1.8 < likely < 1.96


def test_hops_without_a_median_are_named() -> None:
    unsaid = RENTED.replace(
        "first-token: {p50: 600 ms, p99: 1.8 s}", "first-token: {p99: 1.8 s}"
    )

    assert lacking(estimated(unsaid), "answers.first-token-likely") == (
        "needs components.main.first-token.p50 (time from the call to its first token: "
        "the median)"
    )


def test_without_a_first_token_there_is_no_stream() -> None:
    silent = RENTED.replace("    first-token: {p50: 600 ms, p99: 1.8 s}\n", "")

    assert of_topic(estimated(silent), "answers") == []
