"""What a formula takes."""

import math

import pytest

from designkit.capacity.amounts import check_amounts, check_divisors, check_quantile


@pytest.mark.parametrize("amount", [0, 5e-324, 1, 10**30, 1e60])
def test_amounts_may_be_nothing_and_much(amount: float) -> None:
    assert check_amounts(size=amount) is None


@pytest.mark.parametrize("amount", [-1e-9, 1e61, 10**400, math.inf, math.nan])
def test_what_is_no_amount_is_refused_by_its_name(amount: float) -> None:
    with pytest.raises(ValueError, match=r"^byte rate lies between 0 and 1e\+60$"):
        check_amounts(days=1, byte_rate=amount)


@pytest.mark.parametrize("amount", [0, 1e-61, -1, 1e61, math.inf, math.nan])
def test_what_nothing_can_be_divided_by_is_refused(amount: float) -> None:
    with pytest.raises(ValueError, match=r"^workers lies above 0: between 1e-60 and"):
        check_divisors(workers=amount)


@pytest.mark.parametrize("q", [0, 1, 99, -0.5, math.nan])
def test_a_quantile_is_a_share_of_the_calls(q: float) -> None:
    with pytest.raises(ValueError, match=r"p99 is 0\.99"):
        check_quantile(q)


def test_what_can_be_asked_for_passes() -> None:
    assert check_divisors(workers=1e-60) is None
    assert check_quantile(0.99) is None
