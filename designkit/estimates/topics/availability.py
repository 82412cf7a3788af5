"""The share of requests that are answered, and the minutes a month that are not."""

from collections.abc import Iterator

from designkit.analysis.dependence import needed_parts
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import FigureInput, Lack, Result, Term, called
from designkit.estimates.formulas.availability import in_series, minutes_down
from designkit.estimates.topic import Chapter, EstimateInputs, topic
from designkit.quantities.measure import DURATION, FRACTION

NEEDED = (
    "Parts without which no answer comes: who has a fallback does not count. Failures "
    "are taken as independent. A part that states nothing counts as never down."
)


@topic(70, "Availability", Chapter.LOAD)
def availability(sheet: EstimateInputs) -> Iterator[Result]:
    """Multiply what every answer needs."""
    terms = _terms(sheet)
    answered = compute(
        FigureEntry(
            "availability.request-path",
            "Requests that are answered",
            FRACTION,
            note=NEEDED,
        ),
        " * ".join(f"{{{name}}}" for name in terms),
        lambda **shares: in_series(map(_checked, shares.values())),
        **terms,
    )
    yield answered
    yield _down(
        "availability.minutes-down",
        "Time without an answer, a month",
        called(answered, "availability"),
    )
    promise = sheet.stated("objectives", "availability", label="promised availability")
    if isinstance(promise, FigureInput):
        title = "Time without an answer that is promised at most, a month"
        yield _down("availability.error-budget", title, promise)


def _terms(sheet: EstimateInputs) -> dict[str, Term]:
    """Return what the needed parts state, or what is lacking if none of them does."""
    parts = [part.id for part in needed_parts(sheet.graph)]
    terms: dict[str, Term] = {
        f"part_{number}": sheet.stated("components", id, "availability", label=id)
        for number, id in enumerate(parts)
    }
    if not terms and sheet.graph.in_request - sheet.graph.askers:
        return {"none": Lack("", "something else answers for every part of a request")}
    if not terms:
        meaning = "a call from a client, with which a request begins"
        return {"none": Lack("flows.calls", meaning)}
    known = {name: it for name, it in terms.items() if isinstance(it, FigureInput)}
    return dict(known) or terms


def _down(id: str, title: str, share: Term) -> Result:
    return compute(
        FigureEntry(id, title, DURATION),
        "(1 - {share}) * 43,200 min",
        lambda share: minutes_down(_checked(share)) * 60,
        share=share,
    )


def _checked(share: float) -> float:
    if not 0 <= share <= 1:
        raise ValueError("a share of good answers lies from 0 to 1")
    return share
