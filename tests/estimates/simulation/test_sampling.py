"""Times drawn from a lognormal law."""

import math
from itertools import islice
from random import Random
from statistics import fmean, quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designkit.estimates.formulas.latency import Lognormal
from designkit.estimates.simulation.sampling import draws, lognormal_through

TIMES = st.floats(1e-6, 1e3)
SPREADS = st.floats(0, 4)


class Fixed(Random):
    """A source of the one number that it is given."""

    def __init__(self, number: float) -> None:
        super().__init__()
        self.number = number

    def random(self) -> float:
        return self.number


def test_it_goes_through_its_percentiles():
    time = lognormal_through(5, 20)

    assert time.median == 5
    assert time.spread == pytest.approx(0.5959102, rel=1e-6)
    assert time.mean == pytest.approx(5 * math.exp(0.5959102**2 / 2), rel=1e-6)


def test_equal_percentiles_are_always_the_same_time():
    time = lognormal_through(5, 5)

    assert time == Lognormal(5, 0.0)
    assert time.mean == 5
    assert [*islice(draws(time, Random(0)), 3)] == [5, 5, 5]


def test_nothing_stated_takes_no_time():
    assert lognormal_through(0, 0) == Lognormal(0.0, 0.0)


@pytest.mark.parametrize(
    ("p50", "p99", "message"),
    [
        pytest.param(2, 1, "its p50 is above its p99", id="downwards"),
        pytest.param(1e-3, 11, "more than 10,000 times its p50", id="too wide"),
        pytest.param(0, 1, "more than 10,000 times its p50", id="from nothing"),
        pytest.param(-1, 1, "between nothing and 30 years", id="negative"),
        pytest.param(1, 1e30, "between nothing and 30 years", id="ages"),
        pytest.param(1, math.inf, "between nothing and 30 years", id="endless"),
        pytest.param(math.nan, 1, "between nothing and 30 years", id="no number"),
    ],
)
def test_percentiles_that_make_no_sense_are_refused(
    p50: float, p99: float, message: str
):
    with pytest.raises(ValueError, match=message):
        lognormal_through(p50, p99)


def test_its_draws_have_its_percentiles():
    drawn = quantiles(islice(draws(lognormal_through(5, 20), Random(1)), 50_000), n=100)

    assert drawn[49] == pytest.approx(5, rel=0.01)
    assert drawn[98] == pytest.approx(20, rel=0.02)


@pytest.mark.parametrize(
    ("part", "expected"), [pytest.param(0.5, 14.82738), pytest.param(0.99, 35.49871)]
)
def test_the_slowest_of_twenty_has_the_twentieth_power_of_the_law(
    part: float, expected: float
):
    longest = draws(lognormal_through(5, 20), Fixed(1 - part), 20)

    assert next(longest) == pytest.approx(expected, rel=1e-6)


def test_the_slowest_of_endlessly_many_is_finite():
    assert math.isfinite(next(draws(Lognormal(1, 4), Fixed(0.0), 10**300)))


@given(TIMES, SPREADS, TIMES)
def test_another_mean_keeps_the_shape(median: float, spread: float, mean: float):
    scaled = Lognormal(median, spread).with_mean(mean)

    assert scaled.spread == spread
    assert scaled.mean == pytest.approx(mean)


@given(TIMES, SPREADS, st.integers(1, 1000), st.integers(0, 1000))
def test_more_shards_are_never_faster(
    median: float, spread: float, shards: int, more: int
):
    time = Lognormal(median, spread)
    few, many = (
        next(draws(time, Fixed(0.3), n)) for n in (shards + 1, shards + more + 1)
    )

    assert 0 <= few <= many < math.inf


def test_the_slowest_of_two_is_drawn_as_the_longer_of_two_draws():
    time, pair = lognormal_through(5, 20), Random(2)
    ones = zip(draws(time, pair), draws(time, pair), strict=False)
    longer = fmean(max(both) for both in islice(ones, 50_000))

    assert fmean(islice(draws(time, Random(3), 2), 50_000)) == pytest.approx(
        longer, rel=0.01
    )
