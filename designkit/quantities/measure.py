"""What a figure is measured in, and how people write it: ``1,389/s``, ``64.9 GB``."""

from collections.abc import Callable
from dataclasses import dataclass

from designkit.quantities.clock import shown_clock
from designkit.quantities.quantity import Dimension
from designkit.quantities.writing import (
    shown_bytes,
    shown_duration,
    shown_energy,
    shown_fraction,
    shown_latency,
    shown_number,
    shown_power,
)

BIT_SCALES = ((1e12, "Tbit/s"), (1e9, "Gbit/s"), (1e6, "Mbit/s"), (1e3, "kbit/s"))


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of figures: its symbol for programs, and how a value is written."""

    symbol: str
    show: Callable[[float], str]

    def shown(self, low: float, high: float) -> str:
        """Write a value, or a range where its ends are written differently."""
        first, last = self.show(low), self.show(high)
        return first if first == last else f"{first}..{last}"


def _shown_rate(rate: float) -> str:
    return f"{shown_number(rate)}/s"


def _shown_byte_rate(rate: float) -> str:
    return f"{shown_bytes(rate)}/s"


def _shown_bit_rate(rate: float) -> str:
    for worth, unit in BIT_SCALES:
        if rate >= 0.9995 * worth:
            return f"{shown_number(rate / worth)} {unit}"
    return f"{shown_number(rate)} bit/s"


def _shown_points(change: float) -> str:
    return f"{shown_number(change * 100)} pp"


COUNT = Unit("count", shown_number)
FRACTION = Unit("fraction", shown_fraction)
POINTS = Unit("pp", _shown_points)
DURATION = Unit("s", shown_duration)
LATENCY = Unit("s", shown_latency)
CLOCK = Unit("s after midnight", shown_clock)
BYTES = Unit("B", shown_bytes)
RATE = Unit("/s", _shown_rate)
BYTE_RATE = Unit("B/s", _shown_byte_rate)
BIT_RATE = Unit("bit/s", _shown_bit_rate)
ENERGY = Unit("J", shown_energy)
POWER = Unit("W", shown_power)


def money(currency: str, per: str = "") -> Unit:
    """Return the unit of an amount of `currency`, or of one in each `per`."""
    symbol = f"{currency}/{per}" if per else currency
    return Unit(symbol, lambda amount: f"{shown_amount(amount)} {symbol}")


RATIO = Unit("", shown_number)
"""The unit of costs of which only the ratio counts."""


def shown_amount(amount: float) -> str:
    """Write an amount of money: two digits after the point, or three that count."""
    if abs(amount) >= 1_000:
        return shown_number(amount)
    return f"{amount:.2f}" if abs(amount) >= 0.1 or not amount else f"{amount:.3g}"


UNITS = {
    Dimension.COUNT: COUNT,
    Dimension.FRACTION: FRACTION,
    Dimension.DURATION: DURATION,
    Dimension.RETENTION: DURATION,
    Dimension.BYTES: BYTES,
    Dimension.RATE: RATE,
    Dimension.BYTE_RATE: BYTE_RATE,
    Dimension.CHANGE: FRACTION,
    Dimension.ENERGY: ENERGY,
    Dimension.POWER: POWER,
}
"""The unit of each dimension that is no money; quantities are in its base unit."""


def unit_of(dimension: Dimension, currency: str = "") -> Unit:
    """Return the unit in which a quantity of `dimension` holds its value."""
    if dimension in (Dimension.MONEY, Dimension.COST):
        return money(currency) if currency else RATIO
    if dimension is Dimension.CHANGE and currency:
        return POINTS
    if dimension is Dimension.MONEY_RATE:
        return money(currency, "s")
    return UNITS[dimension]
