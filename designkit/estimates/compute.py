"""Computes a figure from its inputs: value, range, formula and working at once."""

import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product

from designkit.estimates.figure import (
    Figure,
    FigureInput,
    Gap,
    Lack,
    Result,
    Term,
    derived,
)
from designkit.quantities.alike import bytes_like
from designkit.quantities.measure import BYTES, FRACTION, Unit
from designkit.quantities.writing import TIMES

NAME = re.compile(r"\{([^{}]+)\}")
MOST_CORNERS = 6
"""Ranged inputs of which all combinations of ends are tried."""

Formula = Callable[..., float]
"""A function of the values of inputs, by name."""


@dataclass(frozen=True, slots=True)
class FigureEntry:
    """What a figure is called, and what it is in: all but its number."""

    id: str
    title: str
    unit: Unit
    note: str = ""
    about: str = ""

    def lacks(self, *lacks: Lack) -> Gap:
        """Return the figure as one that cannot be computed."""
        return Gap(self.id, self.title, lacks, self.about)


def compute(
    entry: FigureEntry, formula: str, function: Formula, /, **terms: Term
) -> Result:
    """Compute the figure of `entry`, or say what it lacks.

    `formula` names terms in braces. `function` takes the value of each term by its name
    and is monotone in each. What it refuses, and what is not finite, is a gap with the
    reason.
    """
    if lacks := tuple(dict.fromkeys(_lacks(terms))):
        return entry.lacks(*lacks)
    inputs = _alike(entry, {name: _as_input(term) for name, term in terms.items()})
    try:
        low, value, high = _spread(function, inputs)
    except (ValueError, ZeroDivisionError, OverflowError) as error:
        return entry.lacks(Lack("", _reason(error, inputs)))
    if not all(map(math.isfinite, (low, value, high))):
        return entry.lacks(Lack("", _reason(None, inputs)))
    return Figure(
        id=entry.id,
        title=entry.title,
        value=value,
        low=low,
        high=high,
        unit=entry.unit,
        formula=_filled(formula, {n: item.label for n, item in inputs.items()}),
        working=_filled(formula, {n: _shown(item) for n, item in inputs.items()}),
        inputs=tuple(inputs.values()),
        note=entry.note,
        about=entry.about,
    )


def _lacks(terms: Mapping[str, Term]) -> Iterator[Lack]:
    for term in terms.values():
        if isinstance(term, Lack):
            yield term
        elif isinstance(term, Gap):
            yield from term.lacks


def _as_input(term: Term) -> FigureInput:
    if isinstance(term, Figure):
        return derived(term)
    assert isinstance(term, FigureInput)  # what is lacking was sorted out before
    return term


def _reason(error: Exception | None, inputs: Mapping[str, FigureInput]) -> str:
    with_numbers = ", ".join(f"{item.label} {item.text}" for item in inputs.values())
    is_plain = isinstance(error, ValueError) and not str(error).startswith("math")
    why = str(error) if is_plain else "these numbers give no result"
    return f"{why} ({with_numbers})"


def _shown(item: FigureInput) -> str:
    return f"{item.text} (assumed)" if item.is_default else item.text


def _alike(
    entry: FigureEntry, inputs: dict[str, FigureInput]
) -> dict[str, FigureInput]:
    """Write, in a share, a size that is worked out in the unit of the one stated."""
    sizes = {name: item for name, item in inputs.items() if item.unit is BYTES}
    stated = [item.text for item in sizes.values() if not item.is_figure]
    if entry.unit is not FRACTION or len(stated) != 1:
        return inputs
    figures = {name: item for name, item in sizes.items() if item.is_figure}
    return inputs | {name: _like(item, stated[0]) for name, item in figures.items()}


def _like(item: FigureInput, stated: str) -> FigureInput:
    ends = (bytes_like(end, stated) for end in (item.low, item.high))
    return replace(item, text="..".join(dict.fromkeys(ends)))


def _filled(formula: str, texts: Mapping[str, str]) -> str:
    written = formula.replace(" * ", f" {TIMES} ")
    return NAME.sub(lambda match: texts[match[1]], written)


def _spread(
    function: Formula, inputs: Mapping[str, FigureInput]
) -> tuple[float, float, float]:
    """Return the least, the middle and the most that ranges allow."""
    middle = {name: item.value for name, item in inputs.items()}
    value = float(function(**middle))
    ranged = [name for name, item in inputs.items() if item.low != item.high]
    if not ranged:
        return value, value, value
    corners = _corners if len(ranged) <= MOST_CORNERS else _slopes
    ends = [
        float(function(**middle | ends)) for ends in corners(function, inputs, ranged)
    ]
    return min(value, *ends), value, max(value, *ends)


def _corners(
    function: Formula, inputs: Mapping[str, FigureInput], ranged: list[str]
) -> Iterator[dict[str, float]]:
    """Give every combination of ends; exact whatever the function rises with."""
    del function
    ends = [(inputs[name].low, inputs[name].high) for name in ranged]
    for corner in product(*ends):
        yield dict(zip(ranged, corner, strict=True))


def _slopes(
    function: Formula, inputs: Mapping[str, FigureInput], ranged: list[str]
) -> Iterator[dict[str, float]]:
    """Give the two corners that lie downhill and uphill in every input."""
    middle = {name: item.value for name, item in inputs.items()}
    down, up = dict[str, float](), dict[str, float]()
    for name in ranged:
        low, high = inputs[name].low, inputs[name].high
        rises = function(**middle | {name: low}) <= function(**middle | {name: high})
        down[name], up[name] = (low, high) if rises else (high, low)
    yield from (down, up)
