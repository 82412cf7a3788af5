"""What a call costs that is billed by the token."""

import pytest

from designkit.estimates.formulas.tokens_price import (
    call_price,
    cascade_accuracy,
    cascade_cost,
)

PRICES = {
    "input_price": 2,
    "cached_price": 0.20,
    "written_price": 2.50,
    "output_price": 10,
}
SMALLEST = {
    "input_price": 0.10,
    "cached_price": 0.01,
    "written_price": 0,
    "output_price": 0.50,
}


@pytest.mark.parametrize(
    ("fresh", "cached", "written", "discount", "price"),
    [
        pytest.param(6_000, 0, 0, 0, 0.0160, id="nothing is kept"),
        pytest.param(2_000, 4_000, 0, 0, 0.0088, id="the prefix is read"),
        pytest.param(2_000, 0, 4_000, 0, 0.0180, id="the prefix is written"),
        pytest.param(6_000, 0, 0, 0.5, 0.0080, id="in a batch"),
    ],
)
def test_a_call_pays_by_the_token(
    fresh: float, cached: float, written: float, discount: float, price: float
) -> None:
    paid = call_price(fresh, cached, written, 400, **PRICES, discount=discount)

    assert paid == pytest.approx(price, rel=1e-6)


def test_forty_million_labels_a_day() -> None:
    small = call_price(250, 900, 0, 30, **SMALLEST)
    middle = call_price(250, 900, 0, 30, **PRICES)

    assert small == pytest.approx(0.000049, rel=1e-6)
    assert 40e6 * small == pytest.approx(1_960, rel=1e-6)
    assert 40e6 * middle == pytest.approx(39_200, rel=1e-6)
    assert 2e6 * middle / 2 == pytest.approx(980, rel=1e-6)


def test_a_cascade_pays_dearly_for_what_is_doubtful() -> None:
    assert 40e6 * cascade_cost(0, 0.000049, 0.03) == pytest.approx(58.80, rel=1e-6)
    assert cascade_cost(0.001, 0.01, 0.2) == pytest.approx(0.003)
    assert cascade_accuracy(0.95, 0.9, 0.2) == pytest.approx(0.94)


def test_nobody_is_paid_for_reading() -> None:
    with pytest.raises(ValueError, match="input price must lie not below 0"):
        call_price(1, 0, 0, 0, -1, 0, 0, 0)
