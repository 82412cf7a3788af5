"""How long a request takes that calls many at once."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.estimates.formulas.fan_out import (
    any_slow,
    first_of,
    hedged,
    leaf_quantile,
    slowest_of,
)
from designkit.estimates.formulas.latency import WIDEST, Lognormal

LEAF = Lognormal.fitted(5, 20)
STEADY = Lognormal.fitted(5, 5)
P95 = LEAF.quantile(0.95)

wide = st.floats(1e-12, 1e30)
quantiles = st.floats(1e-12, 1 - 1e-12)
fan_outs = st.integers(1, 1_000)
leaves = st.builds(Lognormal, st.floats(1e-12, 1e30), st.floats(0, WIDEST))


def test_most_requests_see_a_slow_leaf_of_a_hundred() -> None:
    assert any_slow(100) == pytest.approx(0.6339677, abs=5e-8)


def test_one_leaf_is_as_slow_as_it_is() -> None:
    assert any_slow(1, 0.95) == pytest.approx(0.05)
    assert leaf_quantile(1, 0.95) == pytest.approx(0.95)
    assert slowest_of(LEAF, 1) == pytest.approx(20)


@pytest.mark.parametrize(
    ("n", "expected"),
    [pytest.param(100, 0.9998995, id="100"), pytest.param(10, 0.9989955, id="10")],
)
def test_leaves_must_be_better_than_the_whole(n: int, expected: float) -> None:
    assert leaf_quantile(n) == pytest.approx(expected, abs=5e-8)


@pytest.mark.parametrize(
    ("q", "expected"),
    [pytest.param(0.5, 14.82738, id="p50"), pytest.param(0.99, 35.49871, id="p99")],
)
def test_the_slowest_of_twenty_is_slow(q: float, expected: float) -> None:
    assert slowest_of(LEAF, 20, q=q) == pytest.approx(expected, abs=5e-6)


def test_not_waiting_for_the_last_saves_most() -> None:
    assert first_of(LEAF, 19, of=20) == pytest.approx(21.24854, abs=5e-6)


def test_waiting_for_all_is_waiting_for_the_slowest() -> None:
    assert first_of(LEAF, 20, of=20) == pytest.approx(slowest_of(LEAF, 20))


def test_the_first_of_two_is_late_only_if_both_are() -> None:
    assert LEAF.tail(first_of(LEAF, 1, of=2)) == pytest.approx(0.1)


@pytest.mark.parametrize(
    ("q", "alone", "twice"),
    [
        pytest.param(0.99, 20, 17.69489, id="p99"),
        pytest.param(0.999, 31.52998, 22.27437, id="p999"),
    ],
)
def test_asking_again_cuts_the_tail(q: float, alone: float, twice: float) -> None:
    assert pytest.approx(13.32475, abs=5e-6) == P95
    assert LEAF.quantile(q) == pytest.approx(alone, abs=5e-6)
    assert hedged(LEAF, P95, q=q) == pytest.approx(twice, abs=5e-6)


def test_asking_again_at_the_p95_costs_a_twentieth_more() -> None:
    assert LEAF.tail(P95) == pytest.approx(0.05)


def test_asking_twice_at_once_is_the_first_of_two() -> None:
    assert hedged(LEAF, 0) == pytest.approx(first_of(LEAF, 1, of=2))


def test_asking_again_too_late_changes_nothing() -> None:
    assert hedged(LEAF, 21) == pytest.approx(20)


def test_steady_leaves_are_all_done_at_once() -> None:
    assert slowest_of(STEADY, 20) == 5
    assert first_of(STEADY, 19, of=20) == 5
    assert hedged(STEADY, 1) == 5


def test_leaves_that_take_no_time_are_done() -> None:
    nothing = Lognormal(0, 0)

    assert slowest_of(nothing, 20) == 0
    assert first_of(nothing, 19, of=20) == 0
    assert hedged(nothing, 1) == 0


@pytest.mark.parametrize("n", [0, 0.5, -1, math.inf, math.nan])
def test_a_request_without_leaves_is_refused(n: float) -> None:
    with pytest.raises(ValueError, match="lea"):
        any_slow(n)
    with pytest.raises(ValueError, match="lea"):
        leaf_quantile(n)
    with pytest.raises(ValueError, match="lea"):
        slowest_of(LEAF, n)


@pytest.mark.parametrize(("k", "of"), [(0, 20), (21, 20), (1, 0), (1, 1_001)])
def test_waiting_for_what_was_not_asked_is_refused(k: int, of: int) -> None:
    with pytest.raises(ValueError, match="at most 1,000 leaves"):
        first_of(LEAF, k, of=of)


@pytest.mark.parametrize("q", [0, 1, 99, -1, math.nan])
def test_what_is_no_quantile_is_refused(q: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        any_slow(20, q)
    with pytest.raises(ValueError, match="between 0 and 1"):
        leaf_quantile(20, q)
    with pytest.raises(ValueError, match="between 0 and 1"):
        slowest_of(LEAF, 20, q=q)
    with pytest.raises(ValueError, match="between 0 and 1"):
        first_of(LEAF, 19, of=20, q=q)
    with pytest.raises(ValueError, match="between 0 and 1"):
        hedged(LEAF, 1, q=q)


@pytest.mark.parametrize("delay", [-1, math.inf, math.nan])
def test_asking_again_before_asking_is_refused(delay: float) -> None:
    with pytest.raises(ValueError, match="the delay must lie not below 0"):
        hedged(LEAF, delay)


@settings(deadline=None, max_examples=50)
@given(leaves, fan_outs, quantiles)
def test_another_leaf_never_shortens_the_tail(
    leaf: Lognormal, n: int, q: float
) -> None:
    assert any_slow(n, q) <= any_slow(n + 1, q)
    assert leaf_quantile(n, q) <= leaf_quantile(n + 1, q)
    assert slowest_of(leaf, n, q=q) <= slowest_of(leaf, n + 1, q=q) * (1 + 1e-9)


@settings(deadline=None, max_examples=50)
@given(leaves, st.data(), st.floats(0.01, 0.999))
def test_waiting_for_fewer_is_never_longer(
    leaf: Lognormal, data: st.DataObject, q: float
) -> None:
    of = data.draw(st.integers(2, 100))
    k = data.draw(st.integers(1, of - 1))

    fewer, more = first_of(leaf, k, of=of, q=q), first_of(leaf, k + 1, of=of, q=q)
    assert fewer <= more * (1 + 1e-9)
    assert more <= slowest_of(leaf, of, q=q) * (1 + 1e-9)


@settings(deadline=None, max_examples=50)
@given(leaves, quantiles, quantiles, st.integers(1, 50))
def test_quantiles_grow_with_the_share(
    leaf: Lognormal, one: float, two: float, n: int
) -> None:
    low, high = sorted((one, two))
    delay = leaf.quantile(0.9)

    assert slowest_of(leaf, n, q=low) <= slowest_of(leaf, n, q=high) * (1 + 1e-12)
    assert first_of(leaf, n, of=50, q=low) <= first_of(leaf, n, of=50, q=high)
    assert hedged(leaf, delay, q=low) <= hedged(leaf, delay, q=high)


@settings(deadline=None, max_examples=50)
@given(leaves, wide, st.floats(0.001, 0.999))
def test_asking_again_never_takes_longer(
    leaf: Lognormal, delay: float, q: float
) -> None:
    assert hedged(leaf, delay, q=q) <= leaf.quantile(q) * (1 + 1e-9)


@settings(deadline=None, max_examples=100)
@given(leaves, wide, wide, quantiles)
def test_times_are_finite(leaf: Lognormal, n: float, delay: float, q: float) -> None:
    fan_out = max(1, n)

    assert 0 <= any_slow(fan_out, q) <= 1
    assert 0 < leaf_quantile(fan_out, q) <= 1
    assert 0 < slowest_of(leaf, fan_out, q=q) < math.inf
    assert 0 <= hedged(leaf, delay, q=q) < math.inf
