"""Figures are written as people write them."""

import pytest

from designkit.quantities.measure import (
    BIT_RATE,
    BYTE_RATE,
    BYTES,
    COUNT,
    DURATION,
    ENERGY,
    FRACTION,
    LATENCY,
    POWER,
    RATE,
    Unit,
    money,
    unit_of,
)
from designkit.quantities.quantity import Dimension


@pytest.mark.parametrize(
    ("unit", "value", "text"),
    [
        (COUNT, 3, "3"),
        (COUNT, 6.944, "6.94"),
        (COUNT, 0.0694, "0.0694"),
        (COUNT, 7_137_879, "7,137,879"),
        (COUNT, 23_917_098, "23.9 M"),
        (COUNT, 1e30, "1e+30"),
        (RATE, 1388.9, "1,389/s"),
        (RATE, 15.3e6, "15.3 M/s"),
        (FRACTION, 0.9999, "99.99%"),
        (FRACTION, 1.447, "144.7%"),
        (DURATION, 3_150_000, "36 d 11 h"),
        (DURATION, 1e12, "3.17e+04 y"),
        (LATENCY, 1.25, "1,250 ms"),
        (LATENCY, 0.0357, "35.7 ms"),
        (BYTES, 416e9, "416 GB"),
        (BYTES, 1e30, "1e+30 B"),
        (BYTE_RATE, 6.25e6, "6.25 MB/s"),
        (BIT_RATE, 2.7778e9, "2.78 Gbit/s"),
        (BIT_RATE, 12, "12 bit/s"),
        (ENERGY, 0.04, "40 mJ"),
        (ENERGY, 3e-8, "0.03 µJ"),
        (ENERGY, 700, "700 J"),
        (ENERGY, 54_000, "15 Wh"),
        (ENERGY, 9e6, "2.5 kWh"),
        (POWER, 0.3, "300 mW"),
        (POWER, 1_400, "1.4 kW"),
        (POWER, 0, "0 W"),
        (money("USD"), 0.0018432, "0.00184 USD"),
        (money("EUR"), 0.214, "0.21 EUR"),
        (money("USD", "month"), 28_032, "28,032 USD/month"),
        (money("USD"), 0, "0.00 USD"),
    ],
)
def test_a_value_is_written_in_a_unit_of_its_size(
    unit: Unit, value: float, text: str
) -> None:
    assert unit.shown(value, value) == text


def test_a_range_has_two_ends_if_they_can_be_told_apart() -> None:
    assert RATE.shown(1_157.4, 2_777.8) == "1,157/s..2,778/s"
    assert RATE.shown(1_157.41, 1_157.42) == "1,157/s"


@pytest.mark.parametrize("dimension", Dimension)
def test_every_dimension_has_a_unit(dimension: Dimension) -> None:
    assert unit_of(dimension, "USD").show(1)
