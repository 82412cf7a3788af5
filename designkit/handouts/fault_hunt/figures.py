"""Numbers as an author may have them wrong: by a factor, or by a unit."""

import math
from collections.abc import Iterator

from designkit.quantities.quantity import AMOUNT, Dimension, Quantity, units_of

LADDERS = (
    ("ms", "s", "min", "h", "d"),
    ("B", "kB", "MB", "GB", "TB", "PB"),
    ("k", "M", "bn", "T"),
    ("/s", "k/s", "M/s"),
    ("mJ", "J", "kJ"),
    ("mWh", "Wh", "kWh"),
    ("mW", "W", "kW"),
)
"""Units that are taken for one another, each with its neighbours."""

NEARLY_ALL = 0.9
"""A share from here on is a promise, and what counts is how much is left out of it."""


def scaled_text(quantity: Quantity, factor: float) -> str:
    """Write `factor` times a quantity as its author would; the same where it cannot be.

    Of a share near one the rest grows: ten times 99.99% is 99.9%. A share stays a
    share, and a number without a unit stays whole; one too large to grow stays itself.
    """
    if quantity.is_endless:
        return quantity.text
    number, unit = _amount(quantity)
    if not math.isfinite(number * factor):
        return quantity.text
    if not unit and quantity.dimension in (Dimension.COUNT, Dimension.COST):
        return _whole(number, factor) or quantity.text
    if quantity.dimension is Dimension.FRACTION:
        return _share(quantity, number, unit, factor)
    return _written(number * factor, unit)


def neighbours(quantity: Quantity) -> Iterator[str]:
    """Give the quantity with the units next to its own."""
    if quantity.is_endless:
        return
    number, unit = _amount(quantity)
    for ladder in LADDERS:
        if unit in ladder and unit in units_of(quantity.dimension):
            at = ladder.index(unit)
            for other in (*ladder[max(at - 1, 0) : at], *ladder[at + 1 : at + 2]):
                if other in units_of(quantity.dimension):
                    yield _written(number, other)


def _share(quantity: Quantity, number: float, unit: str, factor: float) -> str:
    whole = number / quantity.high if quantity.high else 0.0
    value = number * factor
    if quantity.high >= NEARLY_ALL:
        value = whole - (whole - number) * factor
    return _written(value, unit) if 0 < value < whole else quantity.text


def _whole(number: float, factor: float) -> str:
    return f"{max(round(number * factor), 1)}" if number.is_integer() else ""


def _written(number: float, unit: str) -> str:
    gap = "" if unit.startswith(("%", "/")) else " "
    return f"{number:.4g}{gap}{unit}".strip()


def _amount(quantity: Quantity) -> tuple[float, str]:
    """Return the number and the unit as they are written; of a range, its high end."""
    found = AMOUNT.fullmatch(quantity.text.split("..")[-1].strip())
    assert found is not None  # the quantity was read from this text
    return float(found["number"].replace(",", "")), (found["unit"] or "").strip()
