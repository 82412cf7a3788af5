"""What a formula takes and gives: finite numbers, or a ValueError that says why not.

Between the limits here, a product of five numbers is still one that a computer can
write down, so that a formula which only multiplies and divides them stays finite.
"""

import math
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import ParamSpec, TypeVar

Inputs = ParamSpec("Inputs")
Number = TypeVar("Number", bound=float)

LARGEST = 1e60
"""No amount of anything in a design is larger: the earth has fewer atoms."""

SMALLEST = 1e-60
"""No divisor is smaller: what is divided by it stays a number."""

ROUNDING = 1e-9
"""Sums and quotients of decimal fractions are off by less than this part of them."""

END = 1e305
"""Where lower bounds are cut. A thousand times as much can still be written down."""


def finite(formula: Callable[Inputs, Number]) -> Callable[Inputs, Number]:
    """Let `formula` raise a ValueError where its result is no finite number."""

    @wraps(formula)
    def guarded(*args: Inputs.args, **kwargs: Inputs.kwargs) -> Number:
        with suppress(ArithmeticError):
            result = formula(*args, **kwargs)
            if math.isfinite(result):
                return result
        raise ValueError("the result is no finite number")

    return guarded


def capped(least: float) -> float:
    """Return `least`, cut to `END` if it is more.

    What is at least endless is at least that: a lower bound stays one when it is cut.
    """
    return min(least, END)


def require_positive(**numbers: float) -> None:
    """Refuse what nothing can be divided by: 0, less, and what is next to nothing."""
    for name, number in numbers.items():
        _require(SMALLEST <= number <= LARGEST, name, "above 0: between 1e-60 and 1e60")


def require_not_negative(**numbers: float) -> None:
    """Refuse what lies below 0, or above `LARGEST`."""
    for name, number in numbers.items():
        _require(0 <= number <= LARGEST, name, "not below 0 and not above 1e60")


def require_count(**numbers: float) -> None:
    """Refuse what is less than one, or above `LARGEST`."""
    for name, number in numbers.items():
        _require(1 <= number <= LARGEST, name, "not below 1 and not above 1e60")


def require_share(**numbers: float) -> None:
    """Refuse what is no part of a whole: 0 and 1 are."""
    for name, number in numbers.items():
        _require(0 <= number <= 1, name, "from 0 to 1")


def require_between(**numbers: float) -> None:
    """Refuse what does not lie between 0 and 1, as 0 and 1 do not."""
    for name, number in numbers.items():
        _require(0 < number < 1, name, "between 0 and 1")


def require_quantile(q: float) -> None:
    """Refuse what is no share of calls that a quantile can be asked for."""
    _require(0 < q < 1, "quantile", "between 0 and 1: p99 is 0.99")


def _require(holds: bool, name: str, place: str) -> None:
    if not holds:
        raise ValueError(f"the {name.replace('_', ' ')} must lie {place}")
