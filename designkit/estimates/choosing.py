"""Choices that depend on numbers: made in one place, so that they can be made again.

What a figure is computed from may depend on numbers as well: the slowest way, the
larger of two, a part that more replicas would cost. Every such choice is made here and
keeps all of its options, so that a page that moves the numbers can choose anew.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from designkit.estimates.figure import (
    Adjustment,
    Figure,
    FigureInput,
    Option,
    Result,
    Score,
    Term,
    derived,
)
from designkit.estimates.spread import filled, spread
from designkit.quantities.quantity import Origin

T = TypeVar("T")


def values_of(terms: Mapping[str, Term]) -> dict[str, float] | None:
    """Return the values of `terms` by name, nothing if one of them is not known."""
    known = {
        name: term.value
        for name, term in terms.items()
        if isinstance(term, Figure | FigureInput)
    }
    return known if len(known) == len(terms) else None


def scored(score: Score) -> float:
    """Return a score; what is not known, or cannot be computed, scores nothing."""
    values = values_of(score.terms)
    if values is None:
        return 0.0
    try:
        return float(score.function(**values))
    except (ValueError, ArithmeticError):
        return 0.0


def chosen(options: Sequence[Option[T]]) -> T:
    """Return the option with the highest score above 0, else the one without a score.

    Of equal ones it is the first. There has to be one that counts.
    """
    scores = [scored(option.score) if option.score else 0.0 for option in options]
    highest = max(scores)
    if highest > 0:
        return options[scores.index(highest)].item
    return next(option.item for option in options if option.score is None)


def one_of(*options: Option[Term]) -> Term:
    """Return the term that counts as an input that can be chosen anew."""
    found = chosen(options)
    if isinstance(found, Figure):
        found = derived(found)
    if isinstance(found, FigureInput):
        return replace(found, options=options)
    return found


def only_if(score: Score, *results: Result) -> Iterator[Result]:
    """Give `results` with what it takes that they are told; see `is_told`."""
    return (replace(result, shown_if=score) for result in results)


def is_told(result: Result) -> bool:
    """Whether a result is one of an estimate, with the numbers as they are."""
    return result.shown_if is None or scored(result.shown_if) > 0


def one_form_of(options: Callable[[], tuple[Option[Result], ...]]) -> Result:
    """Return the form of a figure that counts; the others are kept with it."""
    return replace(chosen(options()), forms=options)


def at_high_end(term: FigureInput) -> FigureInput:
    """Return a number of which the high end of its range counts for its middle."""
    return replace(term, value=term.high, end="high")


def at_low_end(term: FigureInput) -> FigureInput:
    """Return a number of which the low end of its range counts for its middle."""
    return replace(term, value=term.low, end="low")


def times(term: Term, factor: float) -> Term:
    """Return a number that a formula takes `factor` times, and shows as it is."""
    return replace(term, factor=factor) if isinstance(term, FigureInput) else term


def adjusted(
    term: FigureInput, adjustment: Adjustment, label: str, note: str
) -> FigureInput:
    """Return `term` as it follows from other numbers by `adjustment`."""
    low, value, high = spread(adjustment.function, adjustment.terms)
    texts = {name: item.text for name, item in adjustment.terms.items()}
    return replace(
        term,
        label=label,
        value=value,
        low=low,
        high=high,
        text=filled(adjustment.text, texts),
        origin=Origin.DERIVED,
        note=note,
        made=adjustment,
    )
