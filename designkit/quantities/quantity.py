"""Numbers with units, as a design writes them: ``100 ms``, ``5 M..8 M``, ``99.9%``."""

import math
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from designkit.quantities.units import (
    EXAMPLES,
    FOR_EVER,
    MEANT,
    NAMES,
    POINTS,
    SIGNED,
    Dimension,
    units_of,
)
from designkit.quantities.writing import shown
from designkit.text.look_alikes import as_it_looks

__all__ = [
    "EXAMPLES",
    "NAMES",
    "Dimension",
    "Origin",
    "Quantity",
    "QuantityError",
    "parse_quantity",
    "units_of",
]

MOST_KEPT = 2000
"""Texts whose meaning is kept: a design has some 300 numbers, and many are the same."""

NUMBER = r"[-+]?(?:(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?)"
AMOUNT = re.compile(
    rf"(?P<number>{NUMBER}(?:[eE][-+]?[0-9]+)?)\s*(?P<unit>[^0-9\s.,+-].*)?", re.DOTALL
)


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
    fraction of one, an amount of money, money per second, joules, watts. A change is a
    part of what changes, or, with `POINTS` for its currency, of one. What is kept for
    ever has infinite ends. `note` is the id of the source, the derivation, or the
    reason of the assumption, as `origin` says.
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
        return self.low if self.low == self.high else self.low / 2 + self.high / 2

    @property
    def is_range(self) -> bool:
        """Whether the design gave two ends."""
        return self.low != self.high

    @property
    def is_endless(self) -> bool:
        """Whether it is a time without end: what is kept for ever."""
        return math.isinf(self.high)

    @property
    def is_in_points(self) -> bool:
        """Whether it is a change in percentage points, and not a relative one."""
        return self.currency == POINTS

    def __str__(self) -> str:
        """Return the quantity as its author wrote it."""
        return self.text


@lru_cache(maxsize=MOST_KEPT)
def parse_quantity(text: str, dimension: Dimension) -> Quantity:
    """Read `text` as a quantity of `dimension`; look-alikes are read as they look.

    Raises:
        QuantityError: it has no number or no unit, a unit of another dimension, a sign
            where there is none, or a value that no computer holds.
    """
    plain = as_it_looks(text)
    if plain != text:
        with suppress(QuantityError):
            return _parsed(plain, dimension)
    return _parsed(text, dimension)


def _parsed(text: str, dimension: Dimension) -> Quantity:
    if dimension is Dimension.RETENTION and _tidy(text) in FOR_EVER:
        return Quantity(math.inf, math.inf, dimension, FOR_EVER[0])
    ends = text.split("..")
    if len(ends) == 1:
        number, currency = _amount(text, dimension)
        return Quantity(number, number, dimension, _tidy(text), currency)
    if len(ends) > 2 or "..." in text or not all(end.strip() for end in ends):
        raise QuantityError(f"{_shown(text)} is no range; a range has two ends: 5..8")
    return _range(ends[0], ends[1], text, dimension)


def _range(first: str, second: str, text: str, dimension: Dimension) -> Quantity:
    high, currency = _amount(second, dimension)
    low, other = _amount(_with_unit(first, second), dimension)
    if other != currency:
        plain = "%" if dimension is Dimension.CHANGE else "no currency"
        both = " and ".join(it or plain for it in (other, currency))
        raise QuantityError(f"{_shown(text)} mixes {both}; use one")
    if low > high:
        raise QuantityError(f"the range {_shown(text)} runs downwards; swap its ends")
    return Quantity(low, high, dimension, _tidy(text), currency)


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _shown(text: str) -> str:
    return shown(_tidy(text))


def _with_unit(first: str, second: str) -> str:
    """Give the low end the unit of the high end when it has none of its own."""
    low, high = AMOUNT.fullmatch(first.strip()), AMOUNT.fullmatch(second.strip())
    if low and high and not low["unit"] and high["unit"]:
        return f"{first} {high['unit']}"
    return first


def _amount(text: str, dimension: Dimension) -> tuple[float, str]:
    match = AMOUNT.fullmatch(text.strip())
    if not match:
        raise QuantityError(
            f"{_shown(text)} is not {NAMES[dimension]}; "
            f"write it like {EXAMPLES[dimension]}"
        )
    factor, currency = _factor(_tidy(match["unit"] or ""), dimension, _shown(text))
    value = float(match["number"].replace(",", "")) * factor
    if not math.isfinite(value):
        raise QuantityError(f"{_shown(text)} is too large; check its exponent")
    if value < 0 and dimension not in SIGNED:
        raise QuantityError(f"{_shown(text)} is negative; {NAMES[dimension]} never is")
    return value, currency


def _factor(unit: str, dimension: Dimension, text: str) -> tuple[float, str]:
    """Return what one `unit` is worth in the base unit, and the currency if any."""
    units = units_of(dimension)
    if unit in units:
        return units[unit]
    if not unit:
        raise QuantityError(
            f"{text} needs a unit; {NAMES[dimension]} is written like "
            f"{EXAMPLES[dimension]}"
        )
    raise QuantityError(
        f"{shown(unit)} is not a unit of {_bare(dimension)}; {_instead(unit, units)}"
    )


def _bare(dimension: Dimension) -> str:
    return NAMES[dimension].removeprefix("an ").removeprefix("a ")


def _instead(unit: str, units: Mapping[str, tuple[float, str]]) -> str:
    """Say which unit was probably meant, else which there are."""
    if unit == "m":
        return "min is for minutes, M for millions"
    meant = MEANT.get(unit.lower(), "")
    alike = [name for name in units if name and name.lower() == unit.lower()]
    per_second = [name for name in (f"{meant or unit}/s",) if name in units]
    likely = [meant] if meant in units and meant else alike or per_second
    return f"did you mean {' or '.join(likely)}?" if likely else f"use {_names(units)}"


def _names(units: Mapping[str, tuple[float, str]]) -> str:
    """List the units for a message, the short forms only."""
    plain = [name for name in units if name and " " not in name]
    return ", ".join(plain if len(plain) <= 12 else [*plain[:11], "…"])
