"""Tests of choices that depend on numbers: what counts, and that it can be made anew."""

import pytest

from designkit.estimates.choosing import (
    adjusted,
    at_high_end,
    at_low_end,
    chosen,
    criterion,
    is_told,
    one_of,
    only_if,
    times,
)
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import (
    Criterion,
    Figure,
    FigureInput,
    Lack,
    Option,
    Term,
)
from designkit.quantities.measure import COUNT
from designkit.quantities.quantity import Origin


def number(low: float, high: float | None = None, name: str = "x") -> FigureInput:
    """Return a stated number, or a range."""
    top = low if high is None else high
    text = f"{low:g}" if high is None else f"{low:g}..{high:g}"
    middle = (low + top) / 2
    return FigureInput(name, name, middle, low, top, COUNT, text, Origin.STATED)


def score_of(term: Term) -> Criterion:
    return criterion(lambda x: x, x=term)


@pytest.mark.parametrize(
    ("scores", "item"),
    [((1, 3, 2), 1), ((2, 2, 1), 0), ((0, -1, 0), 3), ((-1, 0, 0.5), 2)],
)
def test_the_first_of_the_highest_scores_counts(
    scores: tuple[float, ...], item: int
) -> None:
    options = [Option(n, score_of(number(it))) for n, it in enumerate(scores)]
    assert chosen([*options, Option(3)]) == item


@pytest.mark.parametrize("term", [Lack("a.b", "a number"), number(0)])
def test_what_is_unknown_or_cannot_be_computed_scores_nothing(term: Term) -> None:
    score = criterion(lambda x: 1 / x, x=term)
    assert chosen([Option("scored", score), Option("else")]) == "else"


def test_a_chosen_term_keeps_its_options() -> None:
    options: tuple[Option[Term], ...] = (
        Option(number(3, name="three"), score_of(number(0))),
        Option(number(4, name="four")),
    )
    found = one_of(*options)
    assert isinstance(found, FigureInput)
    assert (found.name, found.options) == ("four", options)


def test_results_are_told_if_their_condition_holds() -> None:
    figure = compute(FigureEntry("a", "A", COUNT), "{x}", lambda x: x, x=number(2))
    told = [is_told(it) for n in (1, 0) for it in only_if(score_of(number(n)), figure)]
    assert (told, is_told(figure)) == ([True, False], True)


def test_an_end_of_a_range_counts_for_its_middle() -> None:
    ends = (at_high_end(number(2, 6)), at_low_end(number(2, 6)))
    assert [(it.value, it.low, it.high, it.text) for it in ends] == [
        (6, 2, 6, "2..6"),
        (2, 2, 6, "2..6"),
    ]


def test_a_number_is_taken_many_times_and_shown_as_it_is() -> None:
    found = compute(
        FigureEntry("a", "A", COUNT), "{x}", lambda x: x, x=times(number(2, 6), 10)
    )
    assert isinstance(found, Figure)
    assert (found.value, found.low, found.high) == (40, 20, 60)
    assert found.working == "2..6"


def test_an_adjusted_number_follows_from_others() -> None:
    left = adjusted(
        number(6, 8, "all"),
        "left",
        "the others are idle",
        "({all} - {idle})",
        lambda all, idle: all - idle,
        all=number(6, 8),
        idle=number(2),
    )
    assert (left.value, left.low, left.high, left.text) == (5, 4, 6, "(6..8 - 2)")
    assert (left.label, left.source, left.note) == (
        "left",
        "derived",
        "the others are idle",
    )
