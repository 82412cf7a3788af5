"""What a provider's limits carry, and how many calls retries make of one."""

import pytest

from designkit.estimates.formulas.rate_limits import (
    attempts,
    counted_tokens,
    limit_share,
    most_attempts,
)

MINUTE = 60


@pytest.mark.parametrize(
    ("tokens", "limit", "a_minute", "share"),
    [
        pytest.param(1, 4e3, 1_440, 0.36, id="requests"),
        pytest.param(2_000, 2e6, 2.88e6, 1.44, id="input"),
        pytest.param(400, 400e3, 576e3, 1.44, id="output"),
        pytest.param(1_000, 400e3, 1.44e6, 3.60, id="the longest answer is set aside"),
    ],
)
def test_a_peak_uses_part_of_a_limit(
    tokens: float, limit: float, a_minute: float, share: float
) -> None:
    assert limit_share(12, 2, tokens, limit / MINUTE) == pytest.approx(share)
    assert limit_share(12, 2, tokens, 1) * MINUTE == pytest.approx(a_minute)


def test_what_is_kept_may_not_count() -> None:
    assert counted_tokens(10e6, 0.8, 0) == pytest.approx(2e6)
    assert counted_tokens(10e6, 0.8, 1) == 10e6


@pytest.mark.parametrize(
    ("failure", "calls"), [(0.05, 1.0525), (0.3, 1.39), (0.9, 2.71), (1, 3), (0, 1)]
)
def test_retries_add_calls(failure: float, calls: float) -> None:
    assert attempts(failure, 2) == pytest.approx(calls)


def test_retries_of_retries_multiply() -> None:
    assert most_attempts([2, 3]) == 12
    assert most_attempts([]) == 1


def test_a_limit_allows_something() -> None:
    with pytest.raises(ValueError, match="limit must lie above 0"):
        limit_share(1, 1, 1, 0)
