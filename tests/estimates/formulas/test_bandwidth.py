"""What requests send through the network."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.estimates.formulas.bandwidth import (
    BITS_OF_A_BYTE,
    egress,
    feature_traffic,
)
from designkit.estimates.formulas.traffic import average_rate, peak_rate

PEAK = peak_rate(average_rate(500e6), 3)

wide = st.floats(1e-12, 1e30)


def test_answers_leave_in_bits() -> None:
    assert egress(PEAK, 20e3) == pytest.approx(2.77778e9, rel=1e-6)


def test_the_features_of_all_candidates_are_fetched() -> None:
    traffic = feature_traffic(PEAK, 500, 400, 2_000)

    assert traffic == pytest.approx(3.50694e9, rel=2e-6)
    assert traffic * BITS_OF_A_BYTE == pytest.approx(28.0556e9, rel=2e-6)


def test_inside_ten_times_as_much_moves_as_outside() -> None:
    inside = feature_traffic(PEAK, 500, 400, 2_000) * BITS_OF_A_BYTE

    assert inside / egress(PEAK, 20e3) == pytest.approx(10.1)


@pytest.mark.parametrize("amount", [-1, math.inf, math.nan])
def test_what_is_no_amount_is_refused(amount: float) -> None:
    with pytest.raises(ValueError, match="the size must lie not below 0"):
        egress(1, amount)
    with pytest.raises(ValueError, match="the entity size must lie not below 0"):
        feature_traffic(1, 1, 1, amount)


@settings(deadline=None, max_examples=50)
@given(wide, wide, wide, wide)
def test_traffic_stays_finite(
    one: float, two: float, three: float, four: float
) -> None:
    assert math.isfinite(egress(one, two))
    assert math.isfinite(feature_traffic(one, two, three, four))
