"""Whether a prompt fits the window of a model."""

import pytest

from designkit.estimates.formulas.context_budget import context_used, pieces_that_fit

WINDOW = 16_384


def test_passages_fill_what_is_left() -> None:
    rest = context_used(1_500, 4_000, 0, 0, 100, 1_000)

    assert rest == 6_600
    assert pieces_that_fit(WINDOW, rest, 400) == 22


def test_a_conversation_fills_the_window() -> None:
    rest = context_used(1_500, 0, 8, 400, 100, 1_000)

    assert pieces_that_fit(WINDOW, rest, 400) == 24


def test_nothing_fits_a_full_window() -> None:
    assert pieces_that_fit(WINDOW, WINDOW, 400) == 0
    assert pieces_that_fit(1_000, 0, 100, 0) == 10


def test_a_piece_has_tokens() -> None:
    with pytest.raises(ValueError, match="tokens of a piece"):
        pieces_that_fit(WINDOW, 0, 0)
