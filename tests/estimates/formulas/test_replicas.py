"""How many replicas carry a load."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.estimates.formulas.replicas import (
    batch_rate,
    busy_share,
    offered_load,
    replicas_needed,
    rescaled,
    with_spare_zone,
)

LOAD = offered_load(500e6 / 86_400 * 3, 0.012)


def test_rate_times_time_is_what_is_in_work() -> None:
    assert pytest.approx(208.3333, rel=1e-6) == LOAD


def test_replicas_carry_the_load_at_the_target() -> None:
    assert replicas_needed(LOAD, 8) == 44


def test_a_third_of_the_replicas_may_go_down() -> None:
    assert with_spare_zone(44, 3) == 66


def test_an_autoscaler_goes_back_to_its_target() -> None:
    assert rescaled(44, 0.85) == 63


@pytest.mark.parametrize(
    ("batch", "expected"), [(1, 444.444444), (8, 2_000), (32, 3_200)]
)
def test_larger_batches_do_more(batch: float, expected: float) -> None:
    rate = batch_rate(batch, fixed=0.002, per_call=0.00025)

    assert rate == pytest.approx(expected)


def test_what_rounding_adds_is_no_replica() -> None:
    assert replicas_needed(0.1 + 0.2, 1, target=0.3) == 1


def test_without_places_all_is_busy() -> None:
    assert busy_share(1, 0, 8) == math.inf


@pytest.mark.parametrize(
    ("concurrency", "target"),
    [
        pytest.param(0, 0.6, id="no place"),
        pytest.param(8, 0, id="nothing may be busy"),
        pytest.param(8, 1.1, id="more than all may be busy"),
    ],
)
def test_what_no_number_of_replicas_can_do_is_refused(
    concurrency: float, target: float
) -> None:
    with pytest.raises(ValueError, match="a replica has places"):
        replicas_needed(1, concurrency, target=target)


def test_one_zone_has_no_other() -> None:
    with pytest.raises(ValueError, match="where there are two"):
        with_spare_zone(4, 1)


@settings(deadline=None, max_examples=50)
@given(st.floats(0.01, 1e6), st.integers(1, 64), st.floats(0.1, 1))
def test_the_replicas_are_enough_and_one_less_is_not(
    load: float, concurrency: int, target: float
) -> None:
    needed = replicas_needed(load, concurrency, target=target)

    assert busy_share(load, needed, concurrency) <= target * (1 + 1e-6)
    assert busy_share(load, needed - 1, concurrency) > target


@settings(deadline=None, max_examples=50)
@given(st.floats(0, 1e6), st.floats(0, 1e6))
def test_more_load_never_needs_fewer(one: float, other: float) -> None:
    less, more = sorted((one, other))

    assert replicas_needed(less, 8) <= replicas_needed(more, 8)
