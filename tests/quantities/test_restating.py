"""Tests of other values for stated numbers: in the unit and the style of the design."""

import pytest

from designkit.quantities.quantity import Dimension, parse_quantity
from designkit.quantities.restating import StatedUnit, stated_unit


@pytest.mark.parametrize(
    ("text", "dimension", "unit"),
    [
        ("45 ms", Dimension.DURATION, StatedUnit("ms", 1e-3)),
        ("12%", Dimension.FRACTION, StatedUnit("%", 0.01, "")),
        ("5 M..8 M", Dimension.COUNT, StatedUnit("M", 1e6)),
        ("30", Dimension.COUNT, StatedUnit("", 1.0, "")),
        ("3 USD/h", Dimension.MONEY_RATE, StatedUnit("USD/h", 1 / 3600)),
        ("1,000 kB", Dimension.BYTES, StatedUnit("kB", 1e3)),
    ],
)
def test_a_number_keeps_its_unit(
    text: str, dimension: Dimension, unit: StatedUnit
) -> None:
    assert stated_unit(parse_quantity(text, dimension)) == unit


@pytest.mark.parametrize("number", [0.0, 1.0, 12.3456, 1234567.0, 2.5e-7, 3e21])
@pytest.mark.parametrize(
    ("text", "dimension"),
    [("45 ms", Dimension.DURATION), ("12%", Dimension.FRACTION), ("30", "count")],
)
def test_what_is_written_is_read_as_the_same(
    number: float, text: str, dimension: str
) -> None:
    unit = stated_unit(parse_quantity(text, Dimension(dimension)))
    read = parse_quantity(unit.write(number), Dimension(dimension))
    assert read.value == float(f"{number:.6g}") * unit.worth
    assert read.text == unit.write(number)
