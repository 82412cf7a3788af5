"""What an answer costs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.estimates.formulas.cost import paid_utilisation, per_month, per_thousand

RATE = (66 * 0.40 + 12) / 3600
REQUESTS = 500e6 / 86_400


def test_all_parts_are_paid_by_the_requests() -> None:
    assert per_thousand(RATE, REQUESTS) == pytest.approx(0.0018432, rel=1e-6)


def test_calls_that_are_paid_one_by_one_come_on_top() -> None:
    assert per_thousand(RATE, REQUESTS, 0.0002) == pytest.approx(0.2018432, rel=1e-6)


def test_many_predictions_share_the_cost_of_a_request() -> None:
    cost = per_thousand(RATE, REQUESTS * 500)

    assert cost == pytest.approx(3.6864e-6, rel=1e-6)


def test_a_month_has_730_hours() -> None:
    assert per_month(RATE) == pytest.approx(28_032, rel=1e-9)


def test_what_is_bought_for_the_peak_idles_at_night() -> None:
    assert paid_utilisation(REQUESTS, REQUESTS * 3, 0.6) == pytest.approx(0.2)
    assert paid_utilisation(REQUESTS, REQUESTS, 0.6) == 0.6


@settings(deadline=None, max_examples=50)
@given(st.floats(0, 1), st.floats(1e-12, 1e30), st.floats(0, 1))
def test_no_more_than_the_target_works(part: float, peak: float, target: float) -> None:
    assert 0 <= paid_utilisation(part * peak, peak, target) <= target


def test_no_requests_have_no_cost_each() -> None:
    with pytest.raises(ValueError, match="the request rate must lie above 0"):
        per_thousand(1, 0)


def test_nothing_is_earned_by_running() -> None:
    with pytest.raises(ValueError, match="the cost must lie not below 0"):
        per_month(-1)


def test_no_average_is_above_its_peak() -> None:
    with pytest.raises(ValueError, match="not lie above the peak"):
        paid_utilisation(3, 2, 0.6)
