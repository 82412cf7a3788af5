"""Choices that depend on numbers: made in one place, so that they can be made again.

What a figure is computed from may depend on numbers as well: the slowest way, the
larger of two, a part that more replicas would cost. Every such choice is made here and
keeps all of its options, so that a page that moves the numbers can choose anew.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from designkit.estimates.figure import (
    Adjustment,
    Criterion,
    Figure,
    FigureInput,
    Formula,
    Lack,
    Option,
    Result,
    Term,
    derived,
)
from designkit.estimates.spread import filled, spread
from designkit.quantities.quantity import Origin

T = TypeVar("T")


def criterion(function: Formula, /, **terms: Term) -> Criterion:
    """Return what a function of the values of `terms` decides."""
    return Criterion(function, terms)


def answered(asked: Criterion) -> float:
    """Return what a criterion answers; 0 where one of its numbers is not known.

    Raises:
        ValueError: its function says why there is none.
    """
    known = {
        name: term.value
        for name, term in asked.terms.items()
        if isinstance(term, Figure | FigureInput)
    }
    return asked.function(**known) if len(known) == len(asked.terms) else 0.0


def scored(score: Criterion) -> float:
    """Return a score; what is not known, or cannot be computed, scores nothing."""
    try:
        return answered(score)
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
    if isinstance(found, FigureInput | Lack):
        return replace(found, options=options)
    return found


def known(term: Term) -> FigureInput:
    """Return a term that is surely a number."""
    assert isinstance(term, FigureInput)  # the caller has seen to it
    return term


def only_if(score: Criterion, *results: Result) -> Iterator[Result]:
    """Give `results` with what it takes that they are told; see `is_told`."""
    return (replace(result, shown_if=score) for result in results)


def is_told(result: Result) -> bool:
    """Whether a result is one of an estimate, with the numbers as they are."""
    return result.shown_if is None or scored(result.shown_if) > 0


def one_form_of(*options: Option[Result]) -> Result:
    """Return the form of a figure that counts; the others are kept with it."""
    return replace(chosen(options), forms=options)


def at_high_end(term: FigureInput) -> FigureInput:
    """Return a number of which the high end of its range counts for its middle."""
    return replace(term, value=term.high, end="high")


def at_low_end(term: FigureInput) -> FigureInput:
    """Return a number of which the low end of its range counts for its middle."""
    return replace(term, value=term.low, end="low")


def is_known(term: Term) -> Criterion:
    """Return whether a figure can be computed."""
    return criterion(_known, term=term)


def _known(term: float) -> float:
    del term  # it is known if it comes this far
    return 1.0


def is_sampled(kept: FigureInput) -> Criterion:
    """Return whether some are left out, where a part is `kept`."""
    return criterion(_are_left_out, kept=at_high_end(kept))


def _are_left_out(kept: float) -> float:
    return 1.0 if kept < 1 else 0.0


def times(term: Term, factor: float) -> Term:
    """Return a number that a formula takes `factor` times, and shows as it is."""
    return replace(term, factor=factor) if isinstance(term, FigureInput) else term


def following(
    term: FigureInput, text: str, function: Formula, /, **terms: FigureInput
) -> FigureInput:
    """Return `term` as it is, with how it follows from others; see `adjusted`."""
    return replace(term, made=Adjustment(function, terms, text))


def adjusted(
    term: FigureInput,
    label: str,
    note: str,
    text: str,
    function: Formula,
    /,
    **terms: FigureInput,
) -> FigureInput:
    """Return `term` as it follows from other numbers by `function`, in other words.

    `text` is how it is written, with the texts of `terms` in braces.
    """
    low, value, high = spread(function, terms)
    texts = {name: item.text for name, item in terms.items()}
    return replace(
        term,
        label=label,
        value=value,
        low=low,
        high=high,
        text=filled(text, texts),
        origin=Origin.DERIVED,
        note=note,
        made=Adjustment(function, terms, text),
    )
