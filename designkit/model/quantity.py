"""Numbers with units, as a design writes them: ``100 ms``, ``50 M..80 M``, ``99.99%``."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Dimension(StrEnum):
    """What a number measures; each dimension has one base unit."""

    COUNT = "count"
    FRACTION = "fraction"
    DURATION = "duration"
    BYTES = "bytes"
    RATE = "rate"
    BYTE_RATE = "byte-rate"
    MONEY = "money"
    MONEY_RATE = "money-rate"


SECONDS = MappingProxyType(
    {
        "ns": 1e-9,
        "us": 1e-6,
        "µs": 1e-6,
        "ms": 1e-3,
        "s": 1.0,
        "min": 60.0,
        "h": 3600.0,
        "d": 86_400.0,
        "w": 604_800.0,
        "y": 31_536_000.0,
    }
)
"""Seconds in each unit of time; a year has 365 days."""

SCALES = MappingProxyType({"": 1.0, "k": 1e3, "M": 1e6, "bn": 1e9, "T": 1e12})
"""Multipliers of a count: ``30 M`` is thirty million, ``2 bn`` two thousand million."""

BYTES = MappingProxyType(
    {
        "B": 1.0,
        "kB": 1e3,
        "MB": 1e6,
        "GB": 1e9,
        "TB": 1e12,
        "PB": 1e15,
        "KiB": 2.0**10,
        "MiB": 2.0**20,
        "GiB": 2.0**30,
        "TiB": 2.0**40,
    }
)
"""Bytes in each unit: decimal by default, binary with an ``i``."""

CURRENCIES = ("USD", "EUR", "GBP", "JPY", "CNY", "INR")

PERIODS = MappingProxyType(
    {
        "s": 1.0,
        "min": 60.0,
        "h": 3600.0,
        "d": 86_400.0,
        "day": 86_400.0,
        "week": 604_800.0,
        "month": 2_628_000.0,
        "year": 31_536_000.0,
    }
)
"""Seconds in each period that may follow a slash; a month is 730 hours."""

EXAMPLES: Mapping[Dimension, str] = MappingProxyType(
    {
        Dimension.COUNT: "30 M",
        Dimension.FRACTION: "0.1%",
        Dimension.DURATION: "100 ms",
        Dimension.BYTES: "4 kB",
        Dimension.RATE: "5 k/s",
        Dimension.BYTE_RATE: "2 TB/day",
        Dimension.MONEY: "5 USD",
        Dimension.MONEY_RATE: "3 USD/h",
    }
)
"""One well-written value of each dimension, for messages and the schema."""

NUMBER = r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:[eE][-+]?\d+)?"
AMOUNT = re.compile(rf"\s*(?P<number>{NUMBER})\s*(?P<unit>[^\d\s.,+-].*?)?\s*\Z")


class QuantityError(ValueError):
    """A text that is no quantity of the wanted dimension; the message says why."""


class Origin(StrEnum):
    """Where a figure comes from; a figure without a tag is simply stated."""

    STATED = "stated"
    SOURCE = "source"
    DERIVED = "derived"
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, or a range of numbers, in the base unit of its dimension.

    Base units: seconds, bytes, things, things per second, bytes per second, a
    fraction of one, an amount of money, money per second. `note` is the id of the
    source, the derivation, or the reason of the assumption, as `origin` says.
    """

    low: float
    high: float
    dimension: Dimension
    text: str
    currency: str = ""
    origin: Origin = Origin.STATED
    note: str = ""

    @property
    def value(self) -> float:
        """The middle of the range; the number itself when there is no range."""
        return self.low if self.low == self.high else (self.low + self.high) / 2

    @property
    def is_range(self) -> bool:
        """Whether the design gave two ends."""
        return self.low != self.high

    def __str__(self) -> str:
        return self.text


def parse_quantity(text: str, dimension: Dimension) -> Quantity:
    """Read `text` as a quantity of `dimension`.

    Raises:
        QuantityError: it has no number, no unit, or a unit of another dimension.
    """
    first, dots, second = text.partition("..")
    if not dots:
        number, currency = _amount(text, dimension)
        return Quantity(number, number, dimension, _tidy(text), currency)
    high, currency = _amount(second, dimension)
    low, _ = _amount(_with_unit(first, second), dimension)
    if low > high:
        raise QuantityError(f"the range {_tidy(text)} runs downwards")
    return Quantity(low, high, dimension, _tidy(text), currency)


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _with_unit(first: str, second: str) -> str:
    """Give the low end the unit of the high end when it has none of its own."""
    low, high = AMOUNT.match(first), AMOUNT.match(second)
    if low and high and not low["unit"] and high["unit"]:
        return f"{first} {high['unit']}"
    return first


def _amount(text: str, dimension: Dimension) -> tuple[float, str]:
    match = AMOUNT.match(text)
    if not match or not match["number"] or match["number"] in "+-":
        raise QuantityError(
            f"{_tidy(text)!r} is not a {dimension}; write it like {EXAMPLES[dimension]}"
        )
    factor, currency = _factor(_tidy(match["unit"] or ""), dimension, _tidy(text))
    return float(match["number"].replace(",", "")) * factor, currency


def _factor(unit: str, dimension: Dimension, text: str) -> tuple[float, str]:
    """Return what one `unit` is worth in the base unit, and the currency if any."""
    units = units_of(dimension)
    if unit in units:
        return units[unit]
    if not unit:
        raise QuantityError(
            f"{text!r} needs a unit: a {dimension} is written like "
            f"{EXAMPLES[dimension]}"
        )
    raise QuantityError(f"{unit!r} is not a unit of {dimension}; use {_names(units)}")


def _names(units: Mapping[str, tuple[float, str]]) -> str:
    """List the units for a message, the short forms only."""
    plain = [name for name in units if name and (" " not in name)]
    return ", ".join(plain if len(plain) <= 12 else [*plain[:11], "…"])


def units_of(dimension: Dimension) -> Mapping[str, tuple[float, str]]:
    """Return every unit of `dimension` with its worth in the base unit."""
    return UNITS[dimension]


def _counts() -> dict[str, tuple[float, str]]:
    return {name: (scale, "") for name, scale in SCALES.items()}


def _rates() -> dict[str, tuple[float, str]]:
    return {
        f"{scale}/{period}": (factor / seconds, "")
        for period, seconds in PERIODS.items()
        for scale, factor in SCALES.items()
    }


def _byte_rates() -> dict[str, tuple[float, str]]:
    return {
        f"{unit}/{period}": (factor / seconds, "")
        for period, seconds in PERIODS.items()
        for unit, factor in BYTES.items()
    }


def _money() -> dict[str, tuple[float, str]]:
    return {
        f"{scale} {currency}".strip(): (factor, currency)
        for scale, factor in SCALES.items()
        for currency in CURRENCIES
    }


def _money_rates() -> dict[str, tuple[float, str]]:
    return {
        f"{unit}/{period}": (factor / seconds, currency)
        for unit, (factor, currency) in _money().items()
        for period, seconds in PERIODS.items()
    }


UNITS: Mapping[Dimension, Mapping[str, tuple[float, str]]] = MappingProxyType(
    {
        Dimension.COUNT: _counts(),
        Dimension.FRACTION: {"%": (0.01, ""), "bp": (0.0001, ""), "bps": (0.0001, "")},
        Dimension.DURATION: {name: (worth, "") for name, worth in SECONDS.items()},
        Dimension.BYTES: {name: (worth, "") for name, worth in BYTES.items()},
        Dimension.RATE: _rates(),
        Dimension.BYTE_RATE: _byte_rates(),
        Dimension.MONEY: _money(),
        Dimension.MONEY_RATE: _money_rates(),
    }
)
"""Every unit of every dimension, with its worth in the base unit and its currency."""
