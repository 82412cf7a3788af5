"""Calls of those requests that come as far: what exits before them leave."""

from collections.abc import Mapping
from dataclasses import replace
from math import prod

from designkit.estimates.choosing import criterion, known, one_of
from designkit.estimates.figure import Adjustment, FigureInput, Formula, Option
from designkit.estimates.spread import spread
from designkit.quantities.measure import FRACTION
from designkit.quantities.quantity import Origin
from designkit.quantities.writing import TIMES


def share_left(ways: list[list[str]], stops: Mapping[str, FigureInput]) -> FigureInput:
    """Return the part of requests that comes by one of `ways`, by what exits stop.

    A way is the names of the exits on it; of several that counts which most come by.
    """

    def left(**stops: float) -> float:
        return max(
            prod(min(max(1 - stops[name], 0.0), 1.0) for name in way) for way in ways
        )

    return _share(left, stops)


def _share(function: Formula, stops: Mapping[str, FigureInput]) -> FigureInput:
    low, value, high = spread(function, stops)
    return FigureInput(
        name="share",
        label="part that comes this far",
        value=value,
        low=low,
        high=high,
        unit=FRACTION,
        text=FRACTION.show(value),
        origin=Origin.DERIVED,
        note="what exits before it leave",
        made=made_by(function, stops),
    )


def made_by(
    function: Formula, terms: Mapping[str, FigureInput], text: str = ""
) -> Adjustment:
    """Return how a number follows from others, written as its unit does, or so."""
    return Adjustment(function, terms, text)


def of_those_left(calls: FigureInput, share: FigureInput) -> FigureInput:
    """Return `calls` of a request that comes as far, for all that set out."""
    terms = {"calls": calls, "share": share}
    fewer = replace(
        calls,
        value=calls.value * share.value,
        low=calls.low * share.low,
        high=calls.high * share.high,
        text=f"{calls.text} {TIMES} {share.text}",
        origin=Origin.ASSUMED if calls.origin is Origin.ASSUMED else Origin.DERIVED,
        note="; ".join(filter(None, (calls.note, f"{share.text} come this far"))),
        made=made_by(calls_left, terms, "{calls} * {share}"),
    )
    stopped = criterion(_are_fewer, share=share)
    return known(one_of(Option(fewer, stopped), Option(calls)))


def calls_left(calls: float, share: float) -> float:
    """Return the calls of a request that are left where a part of them comes as far."""
    return calls * share


def _are_fewer(share: float) -> float:
    return 1.0 if share < 1 else 0.0
