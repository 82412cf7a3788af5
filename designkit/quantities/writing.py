"""A value as it is shown inside a message."""

import math
from collections.abc import Iterable, Sequence

from designkit.quantities.durations import YEAR

MOST_SHOWN = 60

SCALES = ((1e12, "T"), (1e9, "bn"), (1e6, "M"))

TIMES = "\u00d7"
"""The sign between the factors of a product."""

SIZES = ((1e15, "PB"), (1e12, "TB"), (1e9, "GB"), (1e6, "MB"), (1e3, "kB"))

ENERGIES = (
    *((3.6e9, "MWh"), (3.6e6, "kWh"), (3_600, "Wh")),
    *((1, "J"), (1e-3, "mJ"), (1e-6, "µJ")),
)

POWERS = ((1e6, "MW"), (1e3, "kW"), (1, "W"), (1e-3, "mW"), (1e-6, "µW"))

MOST_SECONDS = 100 * YEAR
"""Times from here on are written in years."""

PERIODS = ((86_400, "d"), (3600, "h"), (60, "min"), (1, "s"))


def shown(value: object) -> str:
    """Quote `value`, cut where it is too long for a line."""
    text = str(value)
    return repr(text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…")


def listed(names: Iterable[str], last: str = "and") -> str:
    """Write names in a row as a sentence does: ``a``, ``a and b``, ``a, b and c``."""
    *first, end = names
    return f"{', '.join(first)} {last} {end}" if first else end


def shown_duration(seconds: float) -> str:
    """Write a time in its two largest units: ``1 d 2 h``, ``90 min`` as ``1 h 30 min``.

    The second is rounded to the nearest: 10,000 s are ``2 h 47 min``. Below a minute it
    is written in seconds or milliseconds, to three digits. What is lacking has a minus.
    """
    if seconds < 0:
        return f"-{shown_duration(-seconds)}"
    if seconds >= MOST_SECONDS:
        return f"{seconds / YEAR:.3g} y"
    if seconds < 59.95:
        is_short = seconds < 0.9995
        return f"{seconds * 1000:.3g} ms" if is_short else f"{seconds:.3g} s"
    return " ".join(f"{count} {unit}" for count, unit, _ in _in_two_units(seconds))


def _in_two_units(seconds: float) -> list[tuple[int, str, int]]:
    """Return the counts of the two largest units that there are, to the nearest."""
    parts = _in_units(round(seconds))
    last = parts[:2][-1][2]
    return _in_units(round(seconds / last) * last)


def _in_units(seconds: int) -> list[tuple[int, str, int]]:
    """Return how many of each unit `seconds` are, with its size; none of them is 0."""
    parts, rest = list[tuple[int, str, int]](), seconds
    for size, unit in PERIODS:
        count, rest = divmod(rest, size)
        if count:
            parts.append((count, unit, size))
    return parts


def shown_fraction(fraction: float) -> str:
    """Write a fraction in per cent, so exactly that it and its rest can be told apart.

    99.95% stays 99.95%, a tenth of a per cent stays 0.1%, a third becomes 33.3%. What
    is no fraction of anything is written with an exponent.
    """
    if abs(fraction) >= 1e14:
        return f"{fraction * 100:.3g}%"
    rest = min(abs(fraction), abs(1 - fraction)) * 100
    digits = min(max(2 - math.floor(math.log10(rest)), 0), 6) if rest else 0
    text = f"{fraction * 100:.{digits}f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) + "%"


def shown_count(count: float) -> str:
    """Write a number of things: ``752,703``, from ten millions on ``14.3 M``."""
    for size, unit in SCALES:
        if count >= 10 * size:
            scaled = count / size
            is_long = 999.5 <= scaled < 10_000
            return f"{scaled:,.0f} {unit}" if is_long else f"{scaled:.3g} {unit}"
    return f"{count:,.0f}"


def shown_number(number: float) -> str:
    """Write a number to three digits that count, or as a count: ``0.694``, ``1,389``.

    Beyond thousands of trillions it is written with an exponent.
    """
    if abs(number) >= 1e16:
        return f"{number:.3g}"
    if abs(number) >= 99.95 or number == round(number):
        return shown_count(number)
    return f"{number:.3g}"


def shown_bytes(size: float) -> str:
    """Write a size in its largest decimal unit, to three digits: ``312 GB``."""
    if size >= 1e19:
        return f"{size:.3g} B"
    for worth, unit in SIZES:
        if size >= 0.9995 * worth:
            digits = size / worth
            return (
                f"{digits:,.0f} {unit}" if digits >= 999.5 else f"{digits:.3g} {unit}"
            )
    return f"{size:.3g} B"


def shown_energy(joules: float) -> str:
    """Write an energy to three digits, from one on in watt-hours: ``15 Wh``."""
    return _shown_in(ENERGIES, joules) if joules else "0 J"


def shown_power(watts: float) -> str:
    """Write a power to three digits, in the largest unit that fits: ``300 mW``."""
    return _shown_in(POWERS, watts) if watts else "0 W"


def _shown_in(units: Sequence[tuple[float, str]], amount: float) -> str:
    """Write an amount in the largest of `units` of which it is one, or in the last."""
    for worth, name in units:
        if amount >= 0.9995 * worth:
            return f"{shown_number(amount / worth)} {name}"
    worth, name = units[-1]
    return f"{shown_number(amount / worth)} {name}"


def shown_latency(seconds: float) -> str:
    """Write the time of a call in milliseconds: ``1,250 ms``, never as ``1.25 s``.

    Beyond thousands of years it is written with an exponent.
    """
    if seconds < 0:
        return f"-{shown_latency(-seconds)}"
    value = seconds * 1000
    if value >= 1e16:
        return f"{value:.3g} ms"
    return f"{value:,.0f} ms" if value >= 100 else f"{value:.3g} ms"
