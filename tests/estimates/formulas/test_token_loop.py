"""The tokens of a conversation or a loop."""

import pytest

from designkit.estimates.formulas.token_loop import loop_input, loop_new
from designkit.estimates.formulas.tokens_price import call_price


def test_a_chat_sends_what_came_before() -> None:
    assert loop_input(10, 4_000, 100, 300, sent_along=100) == 59_000


def test_an_agent_pays_mostly_for_reading_again() -> None:
    read = loop_input(20, 8_000, 1_500, 200)
    new = loop_new(20, 8_000, 1_500, 200)

    assert (read, new) == (483_000, 40_300)
    assert call_price(read, 0, 0, 4_000, 2, 0.2, 2.5, 10) == pytest.approx(1.006)
    kept = call_price(0, read - new, new, 4_000, 2, 0.2, 2.5, 10)
    assert kept == pytest.approx(0.22929, rel=1e-6)


def test_one_call_is_its_prompt() -> None:
    assert loop_input(1, 4_000, 100, 300) == loop_new(1, 4_000, 100, 300) == 4_000


def test_there_is_a_call() -> None:
    with pytest.raises(ValueError, match="number of calls"):
        loop_input(0, 1, 1, 1)
