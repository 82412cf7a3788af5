"""Values as they are shown inside a message."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designkit.quantities.writing import (
    shown_bytes,
    shown_count,
    shown_duration,
    shown_fraction,
    shown_latency,
    shown_number,
)


@pytest.mark.parametrize(
    ("fraction", "text"),
    [
        (0.0, "0%"),
        (0.001, "0.1%"),
        (1 / 3, "33.3%"),
        (0.5, "50%"),
        (0.9995, "99.95%"),
        (0.99998, "99.998%"),
        (1.0, "100%"),
        (1.25, "125%"),
        (-0.02, "-2%"),
        (1e-300, "0%"),
        (1e290, "1e+292%"),
    ],
)
def test_a_fraction_is_told_apart_from_nothing_and_from_all(
    fraction: float, text: str
) -> None:
    assert shown_fraction(fraction) == text


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0.4, "0"),
        (752_703, "752,703"),
        (9_999_999, "9,999,999"),
        (14_320_000, "14.3 M"),
        (1_064_580_000, "1,065 M"),
        (2.5e10, "25 bn"),
        (3e13, "30 T"),
    ],
)
def test_a_count_is_exact_up_to_ten_millions(count: float, text: str) -> None:
    assert shown_count(count) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.0005, "0.5 ms"),
        (0.0124, "12.4 ms"),
        (0.268, "268 ms"),
        (1.25, "1,250 ms"),
        (1e60, "1e+63 ms"),
        (-0.0124, "-12.4 ms"),
        (-1.5, "-1,500 ms"),
    ],
)
def test_a_latency_is_written_in_milliseconds(seconds: float, text: str) -> None:
    assert shown_latency(seconds) == text


@given(seconds=st.floats(min_value=1e-6, max_value=1e6))
def test_a_latency_can_be_read_back(seconds: float) -> None:
    number = shown_latency(seconds).removesuffix(" ms")

    assert "e" not in number
    assert float(number.replace(",", "")) == pytest.approx(seconds * 1000, rel=0.005)


@pytest.mark.parametrize(
    ("number", "text"),
    [(3, "3"), (6.944, "6.94"), (99.96, "100"), (1_388.9, "1,389"), (1e30, "1e+30")],
)
def test_a_number_has_three_digits_that_count_or_is_a_count(
    number: float, text: str
) -> None:
    assert shown_number(number) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.25, "250 ms"),
        (0.9996, "1 s"),
        (1.5, "1.5 s"),
        (59.96, "1 min"),
        (61, "1 min 1 s"),
        (5400, "1 h 30 min"),
        (86_400, "1 d"),
        (86_700, "1 d 5 min"),
        (93_784, "1 d 2 h"),
        (10_000, "2 h 47 min"),
        (86_740, "1 d 6 min"),
        (3_599.7, "1 h"),
        (172_200, "2 d"),
        (-1.5, "-1.5 s"),
        (-86_740, "-1 d 6 min"),
    ],
)
def test_a_duration_is_written_in_its_two_largest_units(
    seconds: float, text: str
) -> None:
    assert shown_duration(seconds) == text


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0.0, "0 B"),
        (999.0, "999 B"),
        (999.6, "1 kB"),
        (562_000.0, "562 kB"),
        (117.6e9, "118 GB"),
        (999.7e9, "1 TB"),
        (2.5e15, "2.5 PB"),
        (2.5e18, "2,500 PB"),
    ],
)
def test_a_size_is_written_in_its_largest_unit(size: float, text: str) -> None:
    assert shown_bytes(size) == text
