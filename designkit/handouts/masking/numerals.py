"""Numbers in a text: ``8.06 bn``, ``p99 45.8 ms``, ``47 of 48 replicas``."""

import re
from collections.abc import Iterable

from designkit.quantities.units import Dimension, units_of

SPACE = "[ \u00a0]?"
UNITS = "|".join(
    re.escape(unit)
    for unit in sorted(
        {name for dimension in Dimension for name in units_of(dimension)} - {""},
        key=lambda name: (-len(name), name),
    )
)
SCALE = "(?:k|M|bn|T)(?![A-Za-z])"
DIGITS = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?:e[-+]?[0-9]+)?"
NUMBER = re.compile(
    rf"(?<!\w)(?<!\d\.)(?P<value>{DIGITS}(?:\.\.{DIGITS})?(?:{SPACE}{SCALE})?)"
    rf"(?P<unit>{SPACE}(?:{UNITS})(?![A-Za-z]))?(?!\w|-[A-Z])"
)
"""A number with its scale, and the unit behind it; neither ``p99`` nor ``3-D``."""

PART = re.compile(r"[^·\s](?:[^·]*[^·\s])?")
"""What stands between the dots of a line of figures."""

Span = tuple[int, int]
"""Where something begins in a text, and where it ends."""


def numbers_in(text: str) -> tuple[Span, ...]:
    """Return where numbers stand in `text`, with their scale, without their unit."""
    return tuple(match.span("value") for match in NUMBER.finditer(text))


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return `spans` in order, with those that overlap or touch made one."""
    whole = list[Span]()
    for start, end in sorted(spans):
        if whole and start <= whole[-1][1]:
            whole[-1] = whole[-1][0], max(end, whole[-1][1])
        else:
            whole.append((start, end))
    return tuple(whole)


def figure_spans(text: str) -> tuple[Span, ...]:
    """Return what is to be filled in of a line of figures.

    That is each number, and of the parts between dots those that have none.
    """
    return tuple(
        span for part in PART.finditer(text) for span in _in_part(text, *part.span())
    )


def _in_part(text: str, start: int, end: int) -> tuple[Span, ...]:
    numbers = numbers_in(text[start:end])
    return tuple((start + a, start + b) for a, b in numbers) or ((start, end),)


def quantities_in(text: str) -> tuple[Span, ...]:
    """Return where the numbers of `text` stand that have a unit, with it."""
    return tuple(m.span() for m in NUMBER.finditer(text) if m["unit"])
