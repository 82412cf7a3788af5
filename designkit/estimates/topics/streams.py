"""Stream scorers: events in work at once, replicas, and how busy they are at peak."""

from collections.abc import Iterator

from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.event_time import event_time, mean_time
from designkit.estimates.figure import FigureInput, Lack, Result, Term, called
from designkit.estimates.formulas.replicas import (
    busy_share,
    offered_load,
    replicas_needed,
)
from designkit.estimates.formulas.traffic import peak_rate
from designkit.estimates.inflow import peak_of
from designkit.estimates.load import working_replicas
from designkit.estimates.topic import Chapter, EstimateInputs, topic
from designkit.model.component import Component, Flow, Mode
from designkit.quantities.measure import COUNT, FRACTION, RATE
from designkit.quantities.writing import listed

READS_ALL = "Of a log whose flow states no rate, it is taken to score every event."


@topic(52, "Stream scoring", Chapter.LOAD)
def streams(sheet: EstimateInputs) -> Iterator[Result]:
    """Size every stream scorer for the peak of the logs that it reads."""
    for scorer in sheet.facts.of_kind("stream-scorer"):
        yield from _of_scorer(sheet, scorer)


def _of_scorer(sheet: EstimateInputs, scorer: Component) -> Iterator[Result]:
    at = ("components", scorer.id)
    yield from _own_rates(sheet, scorer)
    if mean := mean_time(sheet, scorer):
        yield mean
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


def _own_rates(sheet: EstimateInputs, scorer: Component) -> Iterator[Result]:
    """Give, for each flow that states what it brings, how much that is at peak."""
    for number, _ in _read(sheet, scorer):
        flow = sheet.design.flows[number]
        if flow.rate:
            yield compute(
                FigureEntry(
                    peak_id(flow),
                    f"{scorer.title}: events that it gets from {flow.source} at peak",
                    RATE,
                    about=scorer.id,
                ),
                "{rate} * {factor}",
                lambda rate, factor: peak_rate(rate, factor),
                rate=sheet.of_flow(number, "rate"),
                factor=sheet.stated("workload", "peak-factor"),
            )


def peak_id(flow: Flow) -> str:
    """Return what the figure of a flow to a scorer at peak is called."""
    return f"streams.{flow.target}.{flow.source}-peak"


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
        service_time=event_time(sheet, scorer),
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
    """Return the events a second of each log that `scorer` reads, or what lacks."""
    found = {
        f"peak_{number}": _peak(sheet, number, log)
        for number, log in _read(sheet, scorer)
    }
    return found or {"peak": _no_log(sheet, scorer)}


def _read(sheet: EstimateInputs, scorer: Component) -> Iterator[tuple[int, Component]]:
    """Give the flows that bring events to `scorer`, each with the log it reads."""
    logs = {log.id: log for log in sheet.facts.of_kind("event-log")}
    for number, flow in enumerate(sheet.design.flows):
        if _brings_events(flow, scorer) and flow.source in logs:
            yield number, logs[flow.source]


def _brings_events(flow: Flow, scorer: Component) -> bool:
    is_stream = flow.target == scorer.id and flow.mode is Mode.STREAM
    return is_stream and flow.carries in ("event", None)


def _no_log(sheet: EstimateInputs, scorer: Component) -> Lack:
    flows = [flow for flow in sheet.design.flows if _brings_events(flow, scorer)]
    if not flows:
        meaning = "a stream of events from an event-log"
        return Lack(f"flows.streams.->{scorer.id}", meaning)
    names = listed(sorted({flow.source for flow in flows}))
    meaning = f"the peak of events from {names} is not known: only a log states one"
    return Lack("", meaning)


def _peak(sheet: EstimateInputs, number: int, log: Component) -> Term:
    """Return what a flow brings at peak: its own rate, else all that is in the log."""
    own = sheet.design.flows[number].rate
    found = (
        sheet.result(peak_id(sheet.design.flows[number]))
        if own
        else peak_of(sheet, log)
    )
    return called(found, f"{log.id} peak events")
