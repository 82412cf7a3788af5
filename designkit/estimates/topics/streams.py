"""Stream scorers: events in work at once, replicas, and how busy they are at peak."""

from collections.abc import Iterator

from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import FigureInput, Lack, Result, Term, called
from designkit.estimates.formulas.replicas import (
    busy_share,
    offered_load,
    replicas_needed,
)
from designkit.estimates.load import service_time, working_replicas
from designkit.estimates.topic import Chapter, EstimateInputs, first, topic
from designkit.model.component import Component, Mode
from designkit.quantities.measure import COUNT, FRACTION
from designkit.quantities.writing import listed

READS_ALL = "It is taken to score every event of the logs that it reads."


@topic(52, "Stream scoring", Chapter.LOAD)
def streams(sheet: EstimateInputs) -> Iterator[Result]:
    """Size every stream scorer for the peak of the logs that it reads."""
    for scorer in sheet.facts.of_kind("stream-scorer"):
        yield from _of_scorer(sheet, scorer)


def _of_scorer(sheet: EstimateInputs, scorer: Component) -> Iterator[Result]:
    at = ("components", scorer.id)
    yield (load := _load(sheet, scorer))
    concurrency = sheet.given("concurrency", *at, "concurrency")
    yield compute(
        FigureEntry(
            f"streams.{scorer.id}.replicas",
            f"{scorer.title}: replicas that carry the peak",
            COUNT,
            about=scorer.id,
        ),
        "⌈{load} / ({concurrency} * {target})⌉",
        lambda load, concurrency, target: replicas_needed(
            load, concurrency, target=target
        ),
        load=load,
        concurrency=concurrency,
        target=sheet.given("target-utilisation", *at, "target-utilisation"),
    )
    yield compute(
        FigureEntry(
            f"streams.{scorer.id}.utilisation",
            f"{scorer.title}: how busy its places are at peak",
            FRACTION,
            about=scorer.id,
        ),
        "{load} / ({replicas} * {concurrency})",
        busy_share,
        load=load,
        replicas=working_replicas(sheet, scorer),
        concurrency=concurrency,
    )
    yield from _reserve(sheet, scorer)


def _load(sheet: EstimateInputs, scorer: Component) -> Result:
    peaks = _peaks(sheet, scorer)
    events = " + ".join(f"{{{name}}}" for name in peaks)
    return compute(
        FigureEntry(
            f"streams.{scorer.id}.events-at-once",
            f"{scorer.title}: events in work at once, at peak",
            COUNT,
            note=READS_ALL,
            about=scorer.id,
        ),
        f"{events if len(peaks) == 1 else f'({events})'} * {{service_time}}",
        lambda service_time, **peaks: offered_load(sum(peaks.values()), service_time),
        **peaks,
        service_time=service_time(sheet, scorer),
    )


def _reserve(sheet: EstimateInputs, scorer: Component) -> Iterator[Result]:
    """Give the part of what a scorer keeps up with that comes, if its limit is said."""
    limit = sheet.stated("components", scorer.id, "max-events")
    if isinstance(limit, FigureInput):
        peaks = _peaks(sheet, scorer)
        events = " + ".join(f"{{{name}}}" for name in peaks)
        yield compute(
            FigureEntry(
                f"streams.{scorer.id}.limit-share",
                f"{scorer.title}: part of the events that it keeps up with, at peak",
                FRACTION,
                about=scorer.id,
            ),
            f"{events if len(peaks) == 1 else f'({events})'} / {{limit}}",
            lambda limit, **peaks: sum(peaks.values()) / limit,
            **peaks,
            limit=limit,
        )


def _peaks(sheet: EstimateInputs, scorer: Component) -> dict[str, Term]:
    """Return the events a second of each log that `scorer` reads, or what is lacking.

    The only log brings the events of the workload, where it states no peak of its own.
    """
    sources = {
        flow.source
        for flow in sheet.facts.flows_to(scorer.id)
        if flow.mode is Mode.STREAM and flow.carries in ("event", None)
    }
    every = sheet.facts.of_kind("event-log")
    logs = [log for log in every if log.id in sources]
    if not logs:
        return {"peak": _no_log(scorer, sources)}
    return {
        f"peak_{number}": _peak(sheet, log, is_only=len(every) == 1)
        for number, log in enumerate(logs)
    }


def _no_log(scorer: Component, sources: set[str]) -> Lack:
    if not sources:
        meaning = "a stream of events from an event-log"
        return Lack(f"flows.streams.->{scorer.id}", meaning)
    names = listed(sorted(sources))
    meaning = f"the peak of events from {names} is not known: only a log states one"
    return Lack("", meaning)


def _peak(sheet: EstimateInputs, log: Component, *, is_only: bool) -> Term:
    stated: Term = sheet.stated("components", log.id, "peak-events")
    found = first(stated, sheet.result("events.peak-rate")) if is_only else stated
    return called(found, f"{log.id} peak events")
