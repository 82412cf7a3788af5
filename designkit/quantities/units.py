"""The units in which a design writes numbers, and what each is worth."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Dimension(StrEnum):
    """What a number measures; each dimension has one base unit."""

    COUNT = "count"
    FRACTION = "fraction"
    DURATION = "duration"
    RETENTION = "retention"
    BYTES = "bytes"
    RATE = "rate"
    BYTE_RATE = "byte-rate"
    MONEY = "money"
    MONEY_RATE = "money-rate"
    COST = "cost"
    CHANGE = "change"
    ENERGY = "energy"
    POWER = "power"


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
        "mo": 2_628_000.0,
        "y": 31_536_000.0,
        "month": 2_628_000.0,
        "months": 2_628_000.0,
        "year": 31_536_000.0,
        "years": 31_536_000.0,
    }
)
"""Seconds in each unit of time; a year has 365 days, a month the twelfth of it."""

FOR_EVER = ("for ever", "forever")
"""How a time to keep something is written that has no end."""

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

JOULES = MappingProxyType(
    {
        "uJ": 1e-6,
        "µJ": 1e-6,
        "mJ": 1e-3,
        "J": 1.0,
        "kJ": 1e3,
        "mWh": 3.6,
        "Wh": 3_600.0,
        "kWh": 3.6e6,
    }
)
"""Joules in each unit of energy: a watt-hour is 3,600 of them."""

WATTS = MappingProxyType(
    {"uW": 1e-6, "µW": 1e-6, "mW": 1e-3, "W": 1.0, "kW": 1e3, "MW": 1e6}
)
"""Watts in each unit of power, joules a second."""

POINTS = "pp"
"""Percentage points: a rate of 5% that changes by 0.2 pp becomes 5.2%."""

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
        Dimension.RETENTION: "90 d",
        Dimension.BYTES: "4 kB",
        Dimension.RATE: "5 k/s",
        Dimension.BYTE_RATE: "2 TB/day",
        Dimension.MONEY: "5 USD",
        Dimension.MONEY_RATE: "3 USD/h",
        Dimension.COST: "5 USD",
        Dimension.CHANGE: "2%",
        Dimension.ENERGY: "15 Wh",
        Dimension.POWER: "300 mW",
    }
)
"""One well-written value of each dimension, for messages and the schema."""

NAMES: Mapping[Dimension, str] = MappingProxyType(
    {
        Dimension.COUNT: "a count",
        Dimension.FRACTION: "a fraction",
        Dimension.DURATION: "a duration",
        Dimension.RETENTION: "a retention time",
        Dimension.BYTES: "a size",
        Dimension.RATE: "a rate",
        Dimension.BYTE_RATE: "a data rate",
        Dimension.MONEY: "an amount of money",
        Dimension.MONEY_RATE: "a price per time",
        Dimension.COST: "a cost, with or without a currency",
        Dimension.CHANGE: "a change",
        Dimension.ENERGY: "an energy",
        Dimension.POWER: "a power",
    }
)
"""Each dimension in a sentence."""

SIGNED = frozenset(
    {Dimension.FRACTION, Dimension.MONEY, Dimension.COST, Dimension.CHANGE}
)
"""What may be less than nothing: a load can shrink, an error can earn money."""

MEANT: Mapping[str, str] = MappingProxyType(
    {
        "sec": "s",
        "secs": "s",
        "second": "s",
        "seconds": "s",
        "mins": "min",
        "minute": "min",
        "minutes": "min",
        "hr": "h",
        "hrs": "h",
        "hour": "h",
        "hours": "h",
        "day": "d",
        "days": "d",
        "week": "w",
        "weeks": "w",
        "mn": "M",
        "mio": "M",
        "million": "M",
        "b": "bn",
        "billion": "bn",
        "thousand": "k",
        "percent": "%",
        "point": POINTS,
        "points": POINTS,
        "percentage point": POINTS,
        "percentage points": POINTS,
        "ppt": POINTS,
        "qps": "/s",
        "rps": "/s",
        "joule": "J",
        "joules": "J",
        "watt": "W",
        "watts": "W",
        "$": "USD",
        "€": "EUR",
        "£": "GBP",
        "¥": "JPY",
        "₹": "INR",
    }
)
"""Units that people write, and how they are written here."""


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
        Dimension.RETENTION: {name: (worth, "") for name, worth in SECONDS.items()},
        Dimension.BYTES: {name: (worth, "") for name, worth in BYTES.items()},
        Dimension.RATE: _rates(),
        Dimension.BYTE_RATE: _byte_rates(),
        Dimension.MONEY: _money(),
        Dimension.MONEY_RATE: _money_rates(),
        Dimension.COST: _counts() | _money(),
        Dimension.CHANGE: {"%": (0.01, ""), POINTS: (0.01, POINTS)},
        Dimension.ENERGY: {name: (worth, "") for name, worth in JOULES.items()},
        Dimension.POWER: {name: (worth, "") for name, worth in WATTS.items()},
    }
)
"""Every unit of every dimension, with its worth in the base unit and its currency.

What a currency is to an amount of money, points are to a change: they cannot be mixed.
"""
