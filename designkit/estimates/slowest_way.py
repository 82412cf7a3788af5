"""Figures of the slowest way of a request: with other times another way is slowest."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import islice

from designkit.estimates.choosing import at_high_end
from designkit.estimates.figure import (
    FigureInput,
    Lack,
    Option,
    Result,
    Score,
    Term,
)
from designkit.model.critical_path import Way

MOST_WAYS = 48
"""Ways of a request that are told apart; where there are more, none is left out."""

Hops = tuple[str, ...]
"""The components of a way, one after the other."""


def on_slowest(
    found: Result,
    ways: Callable[[], Iterable[Way]],
    make: Callable[[Hops], Result],
    time_of: Callable[[str], FigureInput | Lack],
) -> Result:
    """Return `found`, a figure of the slowest way, with how `make` makes it on others.

    `time_of` is the p99 of a hop, whose high end counts. Of more than `MOST_WAYS` ways
    none is kept but the slowest.
    """

    def forms() -> tuple[Option[Result], ...]:
        known = tuple(islice(ways(), MOST_WAYS + 1))
        if len(known) > MOST_WAYS:
            return ()
        return tuple(Option(make(it.components), _score(it, time_of)) for it in known)

    return replace(found, forms=forms)


def _score(way: Way, time_of: Callable[[str], FigureInput | Lack]) -> Score:
    times = ((number, time_of(id)) for number, id in enumerate(way.timed))
    terms: dict[str, Term] = {
        f"hop_{number}": at_high_end(time)
        for number, time in times
        if isinstance(time, FigureInput)
    }
    return Score(total, terms)


def total(**times: float) -> float:
    """Return the sum of `times`, added up from the first to the last (seconds)."""
    return sum(times.values())
