"""The scale of a figure: round values around all that it takes, evenly apart."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import count
from math import ceil, floor, log10

from designkit.quantities.bounds import SMALLEST
from designkit.quantities.durations import DAY, MINUTE, YEAR
from designkit.quantities.measure import COUNT, DURATION, Unit

MOST_TICKS = 6
FLAT = 0.05
"""A figure that moves by less than this part of itself looks still from zero on."""

CLOCK = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800)
HOURS = (3600, 7200, 10_800, 21_600, 43_200)
DAYS = (1, 2, 5, 10, 20, 50, 100, 200)
"""In which steps people divide a time: up to half an hour and half a day, both in
seconds, then in days; years are divided like other numbers."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Round values, the first at or below the least, the last at or above the most.

    Twelve digits of the least and the most count; what is hardly anything is nothing.
    """

    ticks: tuple[float, ...]

    @property
    def has_zero(self) -> bool:
        """Whether heights can be compared as they look."""
        return 0 in self.ticks

    def share(self, value: float) -> float:
        """Return how far up `value` is: 0 at the first tick, 1 at the last."""
        low, high = self.ticks[0], self.ticks[-1]
        return (value - low) / (high - low)


def scale_of(values: Sequence[float], unit: Unit) -> Scale:
    """Return the scale of `values`, from zero unless that would hide how they move."""
    low, high = _rounded(min(values)), _rounded(max(values))
    is_whole = unit == COUNT and all(value == round(value) for value in values)
    if 0 < high - low < FLAT * max(abs(low), abs(high)):
        close = _ticks(low, high, unit, is_whole=is_whole)
        if len({unit.show(tick) for tick in close}) == len(close):
            return Scale(close)
    bottom, top = min(low, 0), max(high, 0)
    return Scale(_ticks(bottom, top if top > bottom else 1, unit, is_whole=is_whole))


def _rounded(value: float) -> float:
    """Return `value` without the last digits, which come from computing with it."""
    return float(f"{value:.12g}") if abs(value) > SMALLEST else 0.0


def _ticks(low: float, high: float, unit: Unit, *, is_whole: bool) -> tuple[float, ...]:
    is_time = unit == DURATION and high >= MINUTE
    steps = _times() if is_time else _decimals(floor(log10(high - low)) - 1)
    return round_ticks(low, high, (step for step in steps if step >= 1 or not is_whole))


def round_ticks(
    low: float, high: float, steps: Iterable[Fraction]
) -> tuple[float, ...]:
    """Return the multiples of the first of `steps` that needs few to go round a range.

    They are computed as fractions, so that three times 0.1 is 0.3.
    """
    for step in steps:
        first, last = floor(_fraction(low) / step), ceil(_fraction(high) / step)
        if last - first < MOST_TICKS:
            return tuple(float(step * number) for number in range(first, last + 1))
    raise AssertionError("there are always larger steps")


def _fraction(value: float) -> Fraction:
    """Return `value` as it is written: 0.1 is a tenth."""
    return Fraction(repr(value))


def _decimals(exponent: int) -> Iterator[Fraction]:
    """Give 1, 2 and 5 times each power of ten, from that of `exponent` on."""
    for power in count(exponent):
        yield from (digit * Fraction(10) ** power for digit in (1, 2, 5))


def _times() -> Iterator[Fraction]:
    """Give the steps of times from a minute on, in seconds."""
    yield from map(Fraction, (*CLOCK, *HOURS))
    yield from (Fraction(days * DAY) for days in DAYS)
    yield from (years * YEAR for years in _decimals(0))
