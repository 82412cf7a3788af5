"""The range of a number that is computed from ranges, and its working in words."""

import re
from collections.abc import Iterator, Mapping
from itertools import product

from designkit.estimates.figure import FigureInput, Formula
from designkit.quantities.writing import TIMES

NAME = re.compile(r"\{([^{}]+)\}")
MOST_CORNERS = 6
"""Ranged inputs of which all combinations of ends are tried."""


def filled(formula: str, texts: Mapping[str, str]) -> str:
    """Write `formula` with a text for each name in braces."""
    written = formula.replace(" * ", f" {TIMES} ")
    return NAME.sub(lambda match: texts[match[1]], written)


def spread(
    function: Formula, inputs: Mapping[str, FigureInput]
) -> tuple[float, float, float]:
    """Return the least, the middle and the most that ranges allow."""
    middle = {name: item.value * item.factor for name, item in inputs.items()}
    value = float(function(**middle))
    ranges = {
        name: (item.low * item.factor, item.high * item.factor)
        for name, item in inputs.items()
        if item.low != item.high
    }
    if not ranges:
        return value, value, value
    few = len(ranges) <= MOST_CORNERS
    corners = _corners(ranges) if few else _slopes(function, middle, ranges)
    ends = [float(function(**middle | corner)) for corner in corners]
    return min(value, *ends), value, max(value, *ends)


def _corners(ranges: Mapping[str, tuple[float, float]]) -> Iterator[dict[str, float]]:
    """Give every combination of ends; exact whatever the function rises with."""
    for corner in product(*ranges.values()):
        yield dict(zip(ranges, corner, strict=True))


def _slopes(
    function: Formula,
    middle: dict[str, float],
    ranges: Mapping[str, tuple[float, float]],
) -> Iterator[dict[str, float]]:
    """Give the two corners that lie downhill and uphill in every input."""
    down, up = dict[str, float](), dict[str, float]()
    for name, (low, high) in ranges.items():
        rises = function(**middle | {name: low}) <= function(**middle | {name: high})
        down[name], up[name] = (low, high) if rises else (high, low)
    yield from (down, up)
