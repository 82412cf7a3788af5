"""What a cache can hold back."""

from collections.abc import Callable
from itertools import pairwise
from math import fsum, log, pi, sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.estimates.formulas.cache import effective_latency, hit_bound

EULER = 0.5772156649015329
"""What 1 + 1/2 + ... + 1/n has above the logarithm."""

ZETA = -1.4603545088095868
"""Riemann's function at 1/2."""

wide = st.floats(1, 1e30)
exponents = st.floats(0, 5)

few = settings(deadline=None, max_examples=50)


def plain(entries: int, keys: int, exponent: float) -> float:
    """Return the bound by its definition."""
    read = [rank**-exponent for rank in range(1, keys + 1)]
    return fsum(read[:entries]) / fsum(read)


@pytest.mark.parametrize(("exponent", "expected"), [(1, 0.6800383), (0.8, 0.3624072)])
def test_the_head_of_the_keys_is_most_of_the_reads(
    exponent: float, expected: float
) -> None:
    assert hit_bound(1e4, 1e6, exponent) == pytest.approx(expected, rel=1e-7)


def test_a_hit_is_fast_and_a_miss_is_not() -> None:
    latency = effective_latency(hit_bound(1e4, 1e6, 1), 0.001, 0.010)

    assert latency == pytest.approx(3.8796549e-3, rel=1e-7)
    assert effective_latency(0, 0.001, 0.010) == 0.010


@pytest.mark.parametrize("exponent", [0, 0.5, 0.99, 1, 1 + 1e-9, 1.2, 2, 5, 40])
@pytest.mark.parametrize(
    ("entries", "keys"), [(1, 7), (99, 100), (100, 101), (250, 3_000), (5_000, 40_000)]
)
def test_the_bound_is_that_of_the_plain_sum(
    entries: int, keys: int, exponent: float
) -> None:
    bound = hit_bound(entries, keys, exponent)

    assert bound == pytest.approx(plain(entries, keys, exponent), rel=1e-12)


@pytest.mark.parametrize("keys", [1e9, 1e30])
@pytest.mark.parametrize(
    ("exponent", "series"),
    [
        pytest.param(1, lambda n: log(n) + EULER + 1 / (2 * n), id="logarithm"),
        pytest.param(0.5, lambda n: 2 * sqrt(n) + ZETA + 1 / (2 * sqrt(n)), id="root"),
        pytest.param(2, lambda n: pi**2 / 6 - 1 / n, id="limit"),
    ],
)
def test_many_keys_are_as_the_known_series_say(
    keys: float, exponent: float, series: Callable[[float], float]
) -> None:
    bound = hit_bound(1, keys, exponent)

    assert bound == pytest.approx(1 / series(keys), rel=1e-13)


def test_keys_that_are_read_alike_are_hit_as_they_are_held() -> None:
    assert hit_bound(1e28, 1e30, 0) == pytest.approx(0.01)


@pytest.mark.parametrize("exponent", [101, 1e30])
def test_one_key_may_be_all_of_the_reads(exponent: float) -> None:
    assert hit_bound(1, 1e30, exponent) == 1


@pytest.mark.parametrize(
    ("entries", "expected"), [(0, 0), (0.9, 0), (10, 1), (1e30, 1)]
)
def test_a_cache_holds_whole_entries_up_to_all(entries: float, expected: float) -> None:
    assert hit_bound(entries, 10, 1) == expected


@few
@given(st.floats(0, 1e30), wide, exponents)
def test_the_bound_is_a_share(entries: float, keys: float, exponent: float) -> None:
    assert 0 <= hit_bound(entries, keys, exponent) <= 1


@few
@given(st.lists(st.floats(0, 1e30), min_size=2), wide, exponents)
def test_more_entries_never_hit_less(
    sizes: list[float], keys: float, exponent: float
) -> None:
    bounds = [hit_bound(entries, keys, exponent) for entries in sorted(sizes)]

    assert all(less <= more * (1 + 1e-12) for less, more in pairwise(bounds))


@few
@given(st.integers(1, 300), exponents)
def test_one_entry_more_hits_more(entries: int, exponent: float) -> None:
    more = hit_bound(entries + 1, 1_000, exponent)

    assert hit_bound(entries, 1_000, exponent) < more or more == pytest.approx(1)


@few
@given(st.floats(0, 1e6), st.floats(1, 1e30), st.floats(0, 2), st.floats(0, 2))
def test_a_steeper_head_never_hits_less(
    entries: float, keys: float, one: float, other: float
) -> None:
    flat, steep = sorted((one, other))

    assert hit_bound(entries, keys, flat) <= hit_bound(entries, keys, steep) + 1e-12


@few
@given(st.floats(0, 1), st.floats(0, 1e30), st.floats(0, 1e30))
def test_the_mean_lies_between_hit_and_miss(
    ratio: float, hit: float, miss: float
) -> None:
    latency = effective_latency(ratio, hit, miss)

    assert min(hit, miss) * (1 - 1e-9) <= latency <= max(hit, miss) * (1 + 1e-9)


@pytest.mark.parametrize(
    ("entries", "keys", "exponent", "said"),
    [(-1, 10, 1, "entries"), (1, 0, 1, "number of keys"), (1, 10, -1, "exponent")],
)
def test_what_is_no_cache_is_refused(
    entries: float, keys: float, exponent: float, said: str
) -> None:
    with pytest.raises(ValueError, match=f"the {said} must lie"):
        hit_bound(entries, keys, exponent)


def test_no_more_than_all_are_hits() -> None:
    with pytest.raises(ValueError, match="the hit ratio"):
        effective_latency(1.1, 0.001, 0.010)
