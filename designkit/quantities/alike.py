"""Sizes side by side: written in one unit, so that they can be compared at a glance."""

from string import ascii_letters

from designkit.quantities.units import BYTES
from designkit.quantities.writing import shown_bytes

LEAST, MOST = 0.01, 1e6
"""Numbers beyond these are hard to read, and the size gets a unit of its own."""


def bytes_like(size: float, stated: str) -> str:
    """Write `size`, in bytes, in the unit of the `stated` one: 6,560 GB of 4096 GB."""
    unit = stated[len(stated.rstrip(ascii_letters)) :]
    worth = BYTES.get(unit)
    if worth is None or not LEAST <= size / worth < MOST:
        return shown_bytes(size)
    number = size / worth
    digits = f"{number:,.0f}" if number >= 999.5 else f"{number:.3g}"
    return f"{digits} {unit}"
