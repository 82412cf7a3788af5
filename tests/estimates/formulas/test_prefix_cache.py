"""What it saves to keep the beginning of prompts."""

import pytest

from designkit.estimates.formulas.prefix_cache import (
    prefix_break_even,
    prefix_hits,
    prefix_saving,
)

FIVE_MINUTES = 300
HOUR = 3_600


def test_most_of_a_prompt_is_read_for_a_tenth() -> None:
    saved = prefix_saving(2 / 3, 0.9, 0.1, 1.25)

    assert saved == pytest.approx(0.523333, rel=1e-6)


@pytest.mark.parametrize(
    ("write", "hits"), [(1.25, 0.217391), (2, 0.526316), (1, 0), (0.5, 0)]
)
def test_keeping_pays_from_a_hit_ratio_on(write: float, hits: float) -> None:
    even = prefix_break_even(0.1, write)

    assert even == pytest.approx(hits, rel=2e-6)
    assert prefix_saving(0.5, even, 0.1, max(1, write)) == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize(
    ("a_minute", "lifetime", "hits"),
    [
        (1, FIVE_MINUTES, 0.993262),
        (0.2, FIVE_MINUTES, 0.632121),
        (0.05, FIVE_MINUTES, 0.221199),
        (0.05, HOUR, 0.950213),
    ],
)
def test_what_is_asked_often_is_found_again(
    a_minute: float, lifetime: float, hits: float
) -> None:
    assert prefix_hits(a_minute / 60, lifetime) == pytest.approx(hits, rel=1e-6)


def test_nothing_is_saved_where_reading_costs_as_much() -> None:
    with pytest.raises(ValueError, match="read price must lie below"):
        prefix_break_even(1, 1.25)
