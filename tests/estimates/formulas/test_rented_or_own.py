"""From what volume on a language model of one's own costs less than a rented one."""

import pytest

from designkit.estimates.formulas.cost import paid_utilisation
from designkit.estimates.formulas.decoding import (
    MBU,
    MFU,
    prefill_work,
    request_work_time,
    step_time,
)
from designkit.estimates.formulas.rented_or_own import break_even_requests, own_price
from designkit.estimates.formulas.replicas import replicas_needed
from designkit.estimates.formulas.tokens_price import call_price
from designkit.estimates.formulas.training import work_time

MONTH = 2 * 3.50 * 730 + 5_000
"""Two cards, and people who look after them."""


@pytest.mark.parametrize(
    ("read", "written", "requests"),
    [(2, 10, 1_444_286), (1, 5, 2_888_571), (0.10, 0.50, 28_885_714)],
)
def test_owning_pays_from_a_volume_on(
    read: float, written: float, requests: float
) -> None:
    rented = call_price(2_000, 0, 0, 300, read, 0, 0, written)

    assert break_even_requests(MONTH, rented) == pytest.approx(requests, rel=1e-6)


def test_a_half_busy_server_is_dear() -> None:
    work = _work()
    idle = paid_utilisation(1, 3, 0.6)

    assert work == pytest.approx(0.385182, rel=2e-6)
    assert own_price(3.50 / 3_600, work, 1) == pytest.approx(0.000374, rel=2e-3)
    price = own_price(3.50 / 3_600, work, idle)
    assert price == pytest.approx(0.001872, rel=3e-4)
    smallest = call_price(2_000, 0, 0, 300, 0.10, 0, 0, 0.50)
    middle = call_price(2_000, 0, 0, 300, 2, 0, 0, 10)
    assert price / smallest == pytest.approx(5.3, abs=0.06)
    assert price / middle == pytest.approx(0.27, abs=0.01)


def _work() -> float:
    """Return the seconds of an H200 for 2,000 tokens in and 300 out, 100 at once."""
    prefill = work_time(prefill_work(70.6e9, 80, 8_192, 2_000), 1979e12, MFU)
    step = step_time(100, 2_150, 70.6e9, 70.6e9, 163_840, 1979e12 * MFU, 4.8e12 * MBU)
    return request_work_time(prefill, 300, step, 100)


def test_a_small_student_carries_what_a_teacher_cannot() -> None:
    peak = 40e6 / 86_400 * 3
    one = work_time(2 * 0.3e9 * 250, 989e12, 0.3)

    assert peak * 60 == pytest.approx(83_333, rel=1e-5)
    assert 0.03 * peak * 60 == pytest.approx(2_500, rel=1e-5)
    assert 1 / one == pytest.approx(1_978, rel=1e-4)
    assert replicas_needed(peak * one, 1) == 2
    assert (2 + 1) * 3 * 24 == 216


def test_what_is_idle_has_no_price() -> None:
    with pytest.raises(ValueError, match="utilisation must lie above 0"):
        own_price(1, 1, 0)
    with pytest.raises(ValueError, match="rented price must lie above 0"):
        break_even_requests(1, 0)
