"""What events take up, and how long a backlog lasts."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.estimates.formulas.storage import (
    bytes_a_day,
    drain_time,
    kept,
    partitions_needed,
    partitions_used,
)
from designkit.estimates.formulas.traffic import average_rate, peak_rate

DAY = bytes_a_day(10e9, 200)
PEAK = peak_rate(average_rate(10e9), 3)

wide = st.floats(1e-12, 1e30)


def test_events_and_their_size_fill_a_day() -> None:
    assert DAY == 2.0e12


def test_a_table_is_copied_and_compressed() -> None:
    assert kept(DAY, 90, copies=3, compression=4) == 1.35e14


def test_a_log_is_copied_alone() -> None:
    assert kept(DAY, 7, copies=3) == 4.2e13


def test_a_log_at_peak_has_a_rate_in_events_and_one_in_bytes() -> None:
    assert pytest.approx(347_222.222, rel=1e-9) == PEAK
    assert pytest.approx(69.4444e6, rel=1e-6) == PEAK * 200


@pytest.mark.parametrize(
    ("bytes_each", "events_each", "expected"),
    [
        pytest.param(10e6, 10_000, 35, id="consumers are the bottleneck"),
        pytest.param(1e6, 10_000, 70, id="bytes are the bottleneck"),
    ],
)
def test_partitions_carry_both_rates(
    bytes_each: float, events_each: float, expected: int
) -> None:
    needed = partitions_needed(
        PEAK * 200, PEAK, bytes_each=bytes_each, events_each=events_each
    )

    assert needed == expected


def test_what_rounding_adds_is_no_partition() -> None:
    assert partitions_needed(2.1, 0, bytes_each=0.7, events_each=1) == 3


def test_nothing_needs_no_partition() -> None:
    assert partitions_needed(0, 0, bytes_each=1, events_each=1) == 0


def test_a_limit_that_is_left_out_does_not_count() -> None:
    assert partitions_needed(18.4e6, 9.2e6, bytes_each=2.5e6) == 8
    assert partitions_needed(18.4e6, 9.2e6, events_each=5e6) == 2
    assert partitions_used(18.4e6, 9.2e6, bytes_each=2.5e6) == pytest.approx(7.36)
    assert partitions_needed(18.4e6, 9.2e6) == 0


def test_a_backlog_drains_by_what_capacity_is_left() -> None:
    assert drain_time(600, 115_740, 200_000) == pytest.approx(824.16, abs=0.005)


def test_without_an_outage_there_is_no_backlog() -> None:
    assert drain_time(0, 100, 101) == 0


@pytest.mark.parametrize("capacity", [0, 99, 100])
def test_a_backlog_that_never_drains_is_refused(capacity: float) -> None:
    with pytest.raises(ValueError, match="never drains"):
        drain_time(600, 100, capacity)


@pytest.mark.parametrize("amount", [-1, math.inf, math.nan])
def test_what_is_no_amount_is_refused(amount: float) -> None:
    with pytest.raises(ValueError, match="the size must lie not below 0"):
        bytes_a_day(1, amount)
    with pytest.raises(ValueError, match="the days must lie not below 0"):
        kept(1, amount)
    with pytest.raises(ValueError, match="the event rate must lie not below 0"):
        partitions_needed(1, amount, bytes_each=1, events_each=1)
    with pytest.raises(ValueError, match="the outage must lie not below 0"):
        drain_time(amount, 1, 2)


def test_what_takes_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="the compression must lie above 0"):
        kept(1, 1, compression=0)
    with pytest.raises(ValueError, match="the events each must lie above 0"):
        partitions_needed(1, 1, bytes_each=1, events_each=0)


@settings(deadline=None, max_examples=50)
@given(wide, wide, wide, wide)
def test_sizes_stay_finite(one: float, two: float, three: float, four: float) -> None:
    assert math.isfinite(kept(one, two, copies=three, compression=four))
    assert partitions_needed(one, two, bytes_each=three, events_each=four) >= 1


@settings(deadline=None, max_examples=50)
@given(wide, wide, wide)
def test_a_backlog_drains_in_some_time_or_never(
    outage: float, rate: float, capacity: float
) -> None:
    slower, faster = sorted((rate, capacity))
    if slower == faster:
        return
    needed = drain_time(outage, slower, faster)

    assert math.isfinite(needed)
    assert drain_time(outage, slower, 2 * faster) <= needed
