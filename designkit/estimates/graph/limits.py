"""Limits of figures as JSON: which rule a figure breaks when a page moves it beyond."""

from collections.abc import Iterable, Iterator, Mapping

from designkit.analysis.facts import Facts
from designkit.estimates.figure_limits import FigureLimit, limits_of
from designkit.estimates.graph.functions import Told
from designkit.estimates.limits import AT_BEST


def limits_json(
    facts: Facts, figures: Iterable[Told], inputs: Mapping[str, object]
) -> list[object]:
    """Return the limits of `figures` that rest on nothing that is assumed.

    A finding comes where the low end of the figure is more than `over`, times the
    figure called `than` if there is one; of two limits of a figure the first that is
    crossed counts, and none while `unless` is crossed. A figure without a number
    crosses nothing. What a page says of a design as it is should agree with its
    findings; where it does not, a rule asks more than a limit.
    """
    known = {str(figure["id"]): figure for figure in figures}
    return [
        _told(limit, id)
        for id, figure in known.items()
        for limit in limits_of(id)
        if _asks(facts, limit, id) and not _is_assumed(figure, known, inputs)
    ]


def _asks(facts: Facts, limit: FigureLimit, id: str) -> bool:
    part = facts.design.components.get(limit.about(id))
    is_tier = limit.tier in (None, facts.design.tier)
    return is_tier and (part is None or limit.asks(part))


def _told(limit: FigureLimit, id: str) -> Told:
    told: Told = {
        "code": limit.code,
        "severity": limit.severity.value,
        "figure": id,
        "over": limit.least,
    }
    if limit.than:
        told["than"] = limit.than
    if limit.unless:
        told["unless"] = limit.unless.of(limit.about(id))
    return told


def _is_assumed(
    told: object, figures: Mapping[str, Told], inputs: Mapping[str, object]
) -> bool:
    """Whether something that designkit assumes is among the terms of a figure."""
    return any(
        term.get("assumed") and term.get("input") not in AT_BEST
        for term in _below(told, figures, inputs)
    )


def _below(
    told: object, figures: Mapping[str, Told], inputs: Mapping[str, object]
) -> Iterator[Told]:
    """Give all terms of which something is made, and those of these."""
    if isinstance(told, list):
        for item in told:
            yield from _below(item, figures, inputs)
    elif isinstance(told, dict):
        yield told
        name, figure = told.get("input"), told.get("figure")
        yield from _below(inputs.get(str(name)), figures, inputs)
        yield from _below(figures.get(str(figure)), figures, inputs)
        for key, value in told.items():
            if key not in ("score", "if", "guards"):
                yield from _below(value, figures, inputs)
