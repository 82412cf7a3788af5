"""Deadlines of jobs by the clock: when a chain is done, and how much room is left."""

from collections.abc import Iterator

from designkit.analysis.deadlines import Chain, Chains, Work, clock_of
from designkit.analysis.pauses import WORKS
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import FigureInput, Lack, Result, Term
from designkit.estimates.formulas.jobs import job_chain
from designkit.estimates.topic import Chapter, EstimateInputs, topic
from designkit.model.component import Component
from designkit.quantities.clock import until
from designkit.quantities.measure import CLOCK, DURATION
from designkit.quantities.quantity import Origin

SOONEST = (
    "A job that states no start begins when its input is there; what states no time "
    "takes none. All clocks show the same time."
)
START = "the time of day at which it, or what it waits for, starts"


@topic(96, "Deadlines", Chapter.LABELS)
def deadlines(sheet: EstimateInputs) -> Iterator[Result]:
    """Give when each job with a deadline is done, and how long before that is."""
    chains = Chains(sheet.facts)
    for part in sheet.design.components.values():
        by = clock_of(part, "by")
        if by is not None:
            yield from _of_job(sheet, part, by, chains.to(part, by))


def _of_job(
    sheet: EstimateInputs, part: Component, by: float, chain: Chain | None
) -> Iterator[Result]:
    entry = FigureEntry(
        f"deadlines.{part.id}.ready-at",
        f"{part.title}: time of day at which it is done",
        CLOCK,
        note=SOONEST,
        about=part.id,
    )
    if chain is None:
        yield entry.lacks(Lack(f"components.{part.id}.at", START))
        return
    yield (ready := _ready(sheet, entry, chain))
    start, end = chain.start, clock(part, "by", by)
    yield compute(
        FigureEntry(
            f"deadlines.{part.id}.room",
            f"{part.title}: time left before its deadline",
            DURATION,
            about=part.id,
        ),
        "{end} - {ready}",
        lambda ready, end: _room(ready, start + until(start, end)),
        ready=ready,
        end=end,
    )


def _room(ready: float, deadline: float) -> float:
    if ready > deadline:
        raise ValueError("it is done after its deadline")
    return deadline - ready


def _ready(sheet: EstimateInputs, entry: FigureEntry, chain: Chain) -> Result:
    terms: dict[str, Term] = {"start": clock(chain.first, "at", chain.start)}
    sums = ["{start}"]
    for number, work in enumerate(chain.taking):
        for name, term in _times(sheet, work):
            terms[f"{name}_{number}"] = term
            sums.append(f"{{{name}_{number}}}")
    return compute(
        entry, " + ".join(sums), lambda **times: job_chain(times.values()), **terms
    )


def _times(sheet: EstimateInputs, work: Work) -> Iterator[tuple[str, Term]]:
    """Give the times of a part of a chain as terms, by their names."""
    id = work.part.id
    if work.entities:
        yield "run", sheet.result(f"jobs.{id}.run-time")
    for name in WORKS:
        if not work.entities and work.part.quantity(name):
            yield name, sheet.stated("components", id, name, label=f"{id} {name}")


def clock(part: Component, name: str, seconds: float) -> FigureInput:
    """Return a time of day that `part` states as an input of a figure."""
    path = f"components.{part.id}.{name}"
    text, label = CLOCK.show(seconds), f"{part.id} {name}"
    return FigureInput(
        path, label, seconds, seconds, seconds, CLOCK, text, Origin.STATED
    )
