"""Another value for a stated number, written as its author would: ``45 ms``."""

import re
from dataclasses import dataclass

from designkit.quantities.quantity import Quantity, units_of

UNIT = re.compile(r"(?P<gap>\s*)(?P<unit>[^0-9\s.,+-].*)\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class StatedUnit:
    """The unit of a stated number, what one of it is worth, and the gap before it.

    `worth` is in the base unit of the dimension: seconds, bytes, a part of one.
    """

    name: str
    worth: float
    gap: str = " "

    def write(self, number: float) -> str:
        """Write a number of this unit, to six digits."""
        return f"{number:.6g}{self.gap}{self.name}".strip()


def stated_unit(quantity: Quantity) -> StatedUnit:
    """Return the unit in which a design states a number, of a range that of its end."""
    last = quantity.text.rpartition("..")[2].strip()
    found = UNIT.search(last)
    name = found["unit"] if found else ""
    worth = units_of(quantity.dimension)[name][0]
    return StatedUnit(name, worth, found["gap"] if found else "")
