"""Computes a figure from its inputs: value, range, formula and working at once."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from designkit.estimates.choosing import answered
from designkit.estimates.figure import (
    Criterion,
    Figure,
    FigureInput,
    Formula,
    Gap,
    Lack,
    Recipe,
    Result,
    Term,
    derived,
)
from designkit.estimates.spread import filled, spread
from designkit.quantities.alike import bytes_like
from designkit.quantities.measure import BYTES, FRACTION, Unit

__all__ = ["FigureEntry", "Formula", "compute"]


@dataclass(frozen=True, slots=True)
class FigureEntry:
    """What a figure is called, and what it is in: all but its number.

    `guards` say whether it has one, before it is computed.
    """

    id: str
    title: str
    unit: Unit
    note: str = ""
    about: str = ""
    guards: tuple[Criterion, ...] = ()

    def lacks(self, *lacks: Lack, recipe: Recipe | None = None) -> Gap:
        """Return the figure as one that cannot be computed."""
        return Gap(self.id, self.title, lacks, self.about, recipe)


def compute(
    entry: FigureEntry, formula: str, function: Formula, /, **terms: Term
) -> Result:
    """Compute the figure of `entry`, or say what it lacks.

    `formula` names terms in braces. `function` takes the value of each term by its name
    and is monotone in each. What it refuses, and what is not finite, is a gap with the
    reason.
    """
    unit, note, guards = entry.unit, entry.note, entry.guards
    recipe = Recipe(function, terms, formula, unit, note, guards)
    if lacks := tuple(dict.fromkeys(_guarded(guards))):
        return entry.lacks(*lacks, recipe=recipe)
    if lacks := tuple(dict.fromkeys(_lacks(terms))):
        return entry.lacks(*lacks, recipe=recipe)
    inputs = _alike(entry, {name: _as_input(term) for name, term in terms.items()})
    try:
        low, value, high = spread(function, inputs)
    except (ValueError, ZeroDivisionError, OverflowError) as error:
        return entry.lacks(Lack("", _reason(error, inputs)), recipe=recipe)
    if not all(map(math.isfinite, (low, value, high))):
        return entry.lacks(Lack("", _reason(None, inputs)), recipe=recipe)
    return Figure(
        id=entry.id,
        title=entry.title,
        value=value,
        low=low,
        high=high,
        unit=entry.unit,
        formula=filled(formula, {n: item.label for n, item in inputs.items()}),
        working=filled(formula, {n: _shown(item) for n, item in inputs.items()}),
        inputs=tuple(inputs.values()),
        note=entry.note,
        about=entry.about,
        recipe=recipe,
    )


def _guarded(guards: tuple[Criterion, ...]) -> Iterator[Lack]:
    for guard in guards:
        try:
            answered(guard)
        except ValueError as error:
            yield Lack("", str(error))


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
