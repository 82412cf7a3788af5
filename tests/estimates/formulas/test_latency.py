"""How long a call takes, and how long calls take one after another."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.estimates.formulas.latency import WIDEST, Lognormal, added

GATEWAY = Lognormal.fitted(5, 15)
HOPS = (GATEWAY, Lognormal.fitted(8, 30), Lognormal.fitted(12, 40))

wide = st.floats(1e-12, 1e30)
quantiles = st.floats(1e-12, 1 - 1e-12)
times = st.builds(
    Lognormal, st.floats(1e-12, 1e30), st.floats(0, WIDEST) | st.just(0.0)
)


def test_a_fit_goes_through_its_percentiles() -> None:
    assert GATEWAY.median == 5
    assert GATEWAY.spread == pytest.approx(math.log(3) / 2.326348, rel=1e-6)
    assert GATEWAY.quantile(0.5) == pytest.approx(5)
    assert GATEWAY.quantile(0.99) == pytest.approx(15)


def test_the_budget_is_the_sum_of_the_p99() -> None:
    assert sum(hop.quantile(0.99) for hop in HOPS) == pytest.approx(85)


def test_hops_one_after_another_are_rarely_all_slow() -> None:
    whole = added(HOPS)

    assert whole.mean == pytest.approx(28.710779, rel=1e-7)
    assert math.sqrt(whole.variance) == pytest.approx(9.964713, rel=1e-7)
    assert whole.quantile(0.5) == pytest.approx(27.123578, rel=1e-7)
    assert whole.quantile(0.99) == pytest.approx(59.440004, rel=1e-7)


@pytest.mark.parametrize(
    ("q", "simulated"),
    [
        pytest.param(0.5, 27.02, id="p50"),
        pytest.param(0.95, 47.22, id="p95"),
        pytest.param(0.99, 60.39, id="p99"),
    ],
)
def test_four_million_draws_say_much_the_same(q: float, simulated: float) -> None:
    assert added(HOPS).quantile(q) == pytest.approx(simulated, rel=0.02)


def test_a_wide_hop_has_a_mean_far_above_its_median() -> None:
    time = Lognormal(2, 1.5)

    assert time.mean == pytest.approx(2 * math.exp(1.125))
    assert time.variance == pytest.approx(4 * math.exp(2.25) * (math.exp(2.25) - 1))


def test_cdf_and_tail_are_the_shares_of_calls_on_either_side() -> None:
    assert GATEWAY.cdf(15) == pytest.approx(0.99)
    assert GATEWAY.tail(15) == pytest.approx(0.01)
    assert (GATEWAY.cdf(0), GATEWAY.tail(0)) == (0, 1)


def test_the_far_tail_is_exact() -> None:
    time = GATEWAY.exceeded_by(1e-30)

    assert GATEWAY.tail(time) == pytest.approx(1e-30, rel=1e-9, abs=0)
    assert GATEWAY.exceeded_by(0.01) == pytest.approx(15)


def test_a_time_without_spread_never_changes() -> None:
    steady = Lognormal.fitted(7, 7)

    assert (steady.mean, steady.variance) == (7, 0)
    assert (steady.quantile(0.001), steady.quantile(0.999)) == (7, 7)
    assert (steady.cdf(6.999), steady.cdf(7), steady.cdf(8)) == (0, 1, 1)
    assert (steady.tail(6.999), steady.tail(7), steady.tail(8)) == (1, 0, 0)


def test_no_time_at_all_is_a_time() -> None:
    nothing = Lognormal.fitted(0, 0)

    assert (nothing.mean, nothing.variance, nothing.quantile(0.99)) == (0, 0, 0)
    assert (nothing.cdf(0), nothing.tail(0), nothing.cdf(1)) == (1, 0, 1)


def test_steady_hops_add_up_exactly() -> None:
    assert added([Lognormal.fitted(7, 7), Lognormal.fitted(5, 5)]) == Lognormal(12, 0)


def test_a_steady_hop_delays_the_others() -> None:
    later = added([*HOPS, Lognormal.fitted(10, 10)])

    assert later.mean == pytest.approx(38.710779, rel=1e-7)
    assert math.sqrt(later.variance) == pytest.approx(9.964713, rel=1e-7)


@pytest.mark.parametrize("hops", [(), (Lognormal(0, 0),) * 2])
def test_no_hop_takes_no_time(hops: tuple[Lognormal, ...]) -> None:
    assert added(hops) == Lognormal(0, 0)


@pytest.mark.parametrize(
    ("p50", "p99", "message"),
    [
        pytest.param(5, 4.9, "does not lie below", id="p99 below p50"),
        pytest.param(1, 20_000, "over 10,000 times", id="two kinds of calls"),
        pytest.param(1e-12, 1e30, "over 10,000 times", id="any kinds of calls"),
        pytest.param(0, 5, "the p50 must lie above 0", id="half take no time"),
        pytest.param(-1, 5, "the p50 must lie not below 0", id="before it began"),
        pytest.param(1, math.inf, "the p99 must lie not below 0", id="never"),
        pytest.param(math.nan, 5, "the p50 must lie not below 0", id="no number"),
    ],
)
def test_percentiles_that_no_time_has_are_refused(
    p50: float, p99: float, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        Lognormal.fitted(p50, p99)


@pytest.mark.parametrize("spread", [-0.1, WIDEST + 1e-9, math.inf, math.nan])
def test_a_spread_that_no_call_has_is_refused(spread: float) -> None:
    with pytest.raises(ValueError, match="the spread lies between 0 and 4"):
        Lognormal(1, spread)


@pytest.mark.parametrize("q", [0, 1, 99, -1, math.nan])
def test_what_is_no_quantile_is_refused(q: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        GATEWAY.quantile(q)
    with pytest.raises(ValueError, match="between 0 and 1"):
        GATEWAY.exceeded_by(q)


@pytest.mark.parametrize("time", [-1, math.inf, math.nan])
def test_a_time_before_the_call_is_refused(time: float) -> None:
    with pytest.raises(ValueError, match="the time must lie not below 0"):
        GATEWAY.cdf(time)
    with pytest.raises(ValueError, match="the time must lie not below 0"):
        GATEWAY.tail(time)


@settings(deadline=None, max_examples=50)
@given(times, quantiles, quantiles)
def test_a_quantile_grows_with_the_share(
    time: Lognormal, one: float, two: float
) -> None:
    fewer, more = sorted((one, two))

    assert time.quantile(fewer) <= time.quantile(more) * (1 + 1e-12)


@settings(deadline=None, max_examples=50)
@given(times, st.floats(0.001, 0.999))
def test_cdf_and_quantile_undo_each_other(time: Lognormal, q: float) -> None:
    if time.spread > 1e-6:
        assert time.cdf(time.quantile(q)) == pytest.approx(q, rel=1e-6)


@settings(deadline=None, max_examples=50)
@given(st.lists(times, min_size=1, max_size=8))
def test_a_sum_is_not_over_before_its_largest_hop(hops: list[Lognormal]) -> None:
    longest = max(hop.median for hop in hops)

    assert added(hops).quantile(0.99) >= longest * (1 - 1e-9)


@settings(deadline=None, max_examples=50)
@given(times)
def test_a_single_hop_is_its_own_sum(hop: Lognormal) -> None:
    alone = added([hop])

    assert alone.median == pytest.approx(hop.median)
    assert alone.spread == pytest.approx(hop.spread)


@settings(deadline=None, max_examples=50)
@given(st.lists(times, min_size=1, max_size=8))
def test_means_and_variances_add_up(hops: list[Lognormal]) -> None:
    whole = added(hops)

    assert whole.mean == pytest.approx(sum(hop.mean for hop in hops))
    assert whole.variance == pytest.approx(sum(hop.variance for hop in hops))


@settings(deadline=None, max_examples=200)
@given(wide, wide, wide, quantiles)
def test_times_are_finite_or_refused(
    p50: float, p99: float, time: float, q: float
) -> None:
    try:
        fitted = Lognormal.fitted(p50, p99)
    except ValueError:
        assert p99 < p50 or p99 > 10_000 * p50
        return
    told = fitted.mean, fitted.quantile(q), fitted.exceeded_by(q)

    assert all(0 < number < math.inf for number in told)
    assert 0 <= fitted.variance < math.inf
    assert fitted.cdf(time) + fitted.tail(time) == pytest.approx(1)
