"""A simulation of the request path as figures, beside those of the formulas."""

from collections.abc import Callable, Iterator

from designkit.estimates.figure import (
    Estimate,
    Figure,
    FigureGroup,
    FigureInput,
    Gap,
    Lack,
    Result,
    counted,
    derived,
)
from designkit.estimates.simulation.replications import simulate
from designkit.estimates.simulation.results import Percentile, Simulated, StationLoad
from designkit.estimates.topic import Chapter
from designkit.model.design import Design
from designkit.model.graph import Graph
from designkit.quantities.measure import FRACTION, LATENCY
from designkit.quantities.writing import shown_fraction

Progress = Callable[[int, int], None]

FORMULAS = {"p50": "latency.p50-budget", "p99": "latency.p99-estimate"}
"""The figure that says by a formula what a percentile is by simulation."""

UNSETTLED = (
    " The queues had not come to rest: true waits are longer, and more requests would "
    "show it."
)


def with_simulation(
    design: Design,
    estimate: Estimate,
    *,
    requests: int,
    seed: int,
    progress: Progress | None = None,
) -> Estimate:
    """Return `estimate` with one more part: the request path at peak, simulated.

    What cannot be simulated is a gap that says why.

    Raises:
        MissingLibraryError: the library that simulates is not installed.
    """
    results = tuple(_results(design, estimate, requests, seed, progress))
    part = FigureGroup("simulation", "Simulation", Chapter.LOAD.value, results)
    return Estimate((*estimate.parts, part))


def _results(
    design: Design,
    estimate: Estimate,
    requests: int,
    seed: int,
    progress: Progress | None,
) -> Iterator[Result]:
    peak = estimate.get("traffic.peak-qps")
    if peak is None:
        lacks = next(g.lacks for g in estimate.gaps if g.id == "traffic.peak-qps")
        yield Gap("simulation.p99", "Simulated p99", lacks)
        return
    try:
        found = simulate(
            Graph(design), peak.value, requests=requests, seed=seed, progress=progress
        )
    except ValueError as error:
        yield Gap("simulation.p99", "Simulated p99", (Lack("", str(error)),))
        return
    inputs = _inputs(peak, found)
    for percentile in found.percentiles:
        yield _percentile(percentile, found, inputs, estimate)
    for station in found.stations:
        yield from _station(design, station, found, inputs)


def _inputs(peak: Figure, found: Simulated) -> tuple[FigureInput, ...]:
    return (
        derived(peak),
        counted("option.requests", "requests", found.requests, "of one run"),
        counted("option.replications", "runs", found.replications),
        counted("option.seed", "seed", found.seed),
    )


def _percentile(
    percentile: Percentile,
    found: Simulated,
    inputs: tuple[FigureInput, ...],
    estimate: Estimate,
) -> Figure:
    closed = estimate.get(FORMULAS.get(percentile.name, ""))
    note = _compared(percentile, closed) if closed else ""
    return Figure(
        id=f"simulation.{percentile.name}",
        title=f"Simulated {percentile.name} of a request, with 95% confidence",
        value=percentile.value,
        low=percentile.low,
        high=percentile.high,
        unit=LATENCY,
        formula="queues at peak qps, requests, runs, seed",
        working=_working(inputs),
        inputs=inputs,
        note=note + ("" if found.is_settled else UNSETTLED),
    )


def _working(inputs: tuple[FigureInput, ...]) -> str:
    peak, requests, runs, seed = (item.text for item in inputs)
    return f"queues at {peak}, {requests} requests, {runs} runs, seed {seed}"


def _compared(percentile: Percentile, closed: Figure) -> str:
    """Say where the formula stands: optimistic, pessimistic, or within the interval."""
    by = shown_fraction(round(abs(percentile.value / closed.value - 1), 3))
    said = f"The formula says {closed.text}"
    if closed.value < percentile.low:
        return f"{said}: it is optimistic by {by}."
    if closed.value > percentile.high:
        return f"{said}: it is pessimistic by {by}."
    return f"{said}, which lies within."


def _station(
    design: Design, load: StationLoad, found: Simulated, inputs: tuple[FigureInput, ...]
) -> Iterator[Figure]:
    name = design.components[load.id].title
    for what, title, interval, unit in (
        ("utilisation", "how busy its places are", load.busy, FRACTION),
        ("wait", "mean wait in its queue", load.wait, LATENCY),
        ("wait-p99", "p99 of the wait in its queue", load.wait_p99, LATENCY),
    ):
        yield Figure(
            id=f"simulation.{load.id}.{what}",
            title=f"{name}: {title}, simulated",
            value=interval.value,
            low=interval.low,
            high=interval.high,
            unit=unit,
            formula="queues at peak qps, requests, runs, seed",
            working=_working(inputs),
            inputs=inputs,
            about=load.id,
        )
