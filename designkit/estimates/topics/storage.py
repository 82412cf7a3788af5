"""Events and logs: bytes a day, bytes kept, partitions, and how a backlog drains."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from designkit.catalog.role import Role
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import FigureInput, Result, Term, called
from designkit.estimates.formulas.storage import (
    bytes_a_day,
    drain_time,
    kept,
    partitions_needed,
)
from designkit.estimates.formulas.traffic import average_rate, peak_rate
from designkit.estimates.inflow import inflow_of, peak_of
from designkit.estimates.records import RAW, if_stated, records_of
from designkit.estimates.topic import Chapter, EstimateInputs, first, topic
from designkit.model.component import Component
from designkit.quantities.durations import DAY, YEAR
from designkit.quantities.measure import BYTE_RATE, BYTES, COUNT, DURATION, RATE


@topic(50, "Events and storage", Chapter.LOAD)
def storage(sheet: EstimateInputs) -> Iterator[Result]:
    """Give what events and logs weigh, and what takes them."""
    said = sheet.facts.quantity("workload", "events-per-day")
    if said or sheet.facts.has("event-log"):
        yield from _events(sheet)
    for log in sheet.facts.of_kind("event-log"):
        yield from _event_log(sheet, log)
    for log in sheet.facts.with_role(Role.SERVING_LOG):
        yield _record_log(sheet, log)
    for store in sheet.facts.of_kind("lake", "offline-store"):
        yield from _stock(sheet, store)


def _events(sheet: EstimateInputs) -> Iterator[Result]:
    events = sheet.stated("workload", "events-per-day")
    yield compute(
        FigureEntry("events.average-rate", "Events a second, on average", RATE),
        "{events} / 86,400 s",
        lambda events: average_rate(events),
        events=events,
    )
    yield compute(
        FigureEntry("events.peak-rate", "Events a second at peak", RATE),
        "{events} / 86,400 s * {factor}",
        _peak_of_events,
        events=events,
        factor=sheet.stated("workload", "peak-factor"),
    )
    yield compute(
        FigureEntry("events.bytes-per-day", "Bytes of events on a day", BYTES),
        "{events} * {size}",
        bytes_a_day,
        events=events,
        size=sheet.stated("workload", "event-size"),
    )


def _peak_of_events(events: float, factor: float) -> float:
    return peak_rate(average_rate(events), factor)


def _event_log(sheet: EstimateInputs, log: Component) -> Iterator[Result]:
    at = ("components", log.id)
    size = first(
        sheet.stated(*at, "event-size"), sheet.stated("workload", "event-size")
    )
    yield from (inflow := tuple(inflow_of(sheet, log)))
    rate = inflow[0] if inflow else sheet.result("events.average-rate")
    peak = called(peak_of(sheet, log), "peak events")
    yield compute(
        FigureEntry(
            f"storage.{log.id}.size",
            f"{log.title}: bytes that it keeps",
            BYTES,
            about=log.id,
        ),
        "{rate} * {size} * {retention} * {copies}",
        lambda rate, size, retention, copies: kept(
            bytes_a_day(rate * DAY, size), retention / DAY, copies=copies
        ),
        rate=rate,
        size=size,
        retention=sheet.stated(*at, "retention"),
        copies=sheet.given("replication", *at, "replication", label="copies"),
    )
    yield compute(
        FigureEntry(
            f"storage.{log.id}.peak-bytes",
            f"{log.title}: bytes a second at peak",
            BYTE_RATE,
            about=log.id,
        ),
        "{peak} * {size}",
        _peak_bytes,
        peak=peak,
        size=size,
    )
    yield _partitions(sheet, log, peak, size)
    yield from _backlog(sheet, log, peak)


def _peak_bytes(peak: float, size: float) -> float:
    return peak * size


def _partitions(
    sheet: EstimateInputs, log: Component, peak: Term, size: Term
) -> Result:
    """Give the partitions of a log; a limit that is stated beats one that is assumed.

    Where the design states what a partition takes in bytes or in events, that alone
    counts; where it states neither, both defaults do.
    """
    limits = dict(_limits(sheet, log))
    entry = FigureEntry(
        f"storage.{log.id}.partitions",
        f"{log.title}: partitions that the peak needs",
        COUNT,
        about=log.id,
    )
    wanted = {"bytes_each": {"peak": peak, "size": size}, "events_each": {"peak": peak}}
    parts = [f"⌈{BY[name]} / {{{name}}}⌉" for name in limits]
    terms: dict[str, Term] = {k: v for name in limits for k, v in wanted[name].items()}
    return compute(
        entry,
        f"max({', '.join(parts)})" if len(parts) > 1 else parts[0],
        lambda peak, size=0.0, **limits: partitions_needed(peak * size, peak, **limits),
        **terms,
        **limits,
    )


BY = {"bytes_each": "{peak} * {size}", "events_each": "{peak}"}
"""What is shared out over the partitions of a log, by their limit."""


def _limits(sheet: EstimateInputs, log: Component) -> Iterator[tuple[str, FigureInput]]:
    """Give the limits of a partition that are stated; if there is none, defaults."""
    names = {"bytes_each": "partition-bytes", "events_each": "partition-events"}
    found = {
        key: sheet.given(name, "components", log.id, name)
        for key, name in names.items()
    }
    is_stated = any(not limit.is_default for limit in found.values())
    for key, limit in found.items():
        if not (is_stated and limit.is_default):
            yield key, limit


def _backlog(sheet: EstimateInputs, log: Component, peak: Term) -> Iterator[Result]:
    """Give how long a reader needs to catch up, where its limit is stated."""
    limit = sheet.stated("components", log.id, "max-events")
    if isinstance(limit, FigureInput):
        yield compute(
            FigureEntry(
                f"storage.{log.id}.catch-up",
                f"{log.title}: time to catch up after an outage at peak",
                DURATION,
                about=log.id,
            ),
            "{peak} * {outage} / ({limit} - {peak})",
            lambda peak, limit, outage: drain_time(outage, peak, limit),
            peak=peak,
            limit=limit,
            outage=sheet.given("outage", "objectives", "recovery", label="outage"),
        )


def _record_log(sheet: EstimateInputs, log: Component) -> Result:
    """Give what a log of records keeps; records a request and copies, where stated."""
    at = ("components", log.id)
    brought = records_of(sheet, log)
    per_day = brought.per_day
    copies = if_stated(sheet, log, copies="replication")
    more = brought.terms | {
        "rate": sheet.given("sample-rate", *at, "sample-rate"),
        "size": sheet.stated(*at, "row-size"),
        "retention": sheet.stated(*at, "retention"),
    }
    last = brought.each | copies
    return compute(
        FigureEntry(
            f"storage.{log.id}.size",
            f"{log.title}: bytes that it keeps",
            BYTES,
            note=brought.note,
            about=log.id,
        ),
        " * ".join((brought.formula, "{rate} * {size} * {retention}", *_factors(last))),
        lambda rate, size, retention, rows=1.0, copies=1.0, **terms: kept(
            bytes_a_day(per_day(**terms) * rate * rows, size),
            retention / DAY,
            copies=copies,
        ),
        **more,
        **last,
    )


def _factors(names: Iterable[str]) -> Iterator[str]:
    return (f"{{{name}}}" for name in names)


def _stock(sheet: EstimateInputs, store: Component) -> Iterator[Result]:
    """Give what a lake or a store of features holds: stated, else what is added to it.

    One that keeps all for ever, or does not say how long, is larger in a year.
    """
    at = ("components", store.id)
    size = sheet.stated(*at, "size")
    copies = sheet.given("replication", *at, "replication", label="copies")
    entry = FigureEntry(
        f"storage.{store.id}.size",
        f"{store.title}: bytes that it keeps",
        BYTES,
        about=store.id,
    )
    if isinstance(size, FigureInput):
        yield compute(
            entry,
            "{size} * {copies}",
            lambda size, copies: size * copies,
            size=size,
            copies=copies,
        )
        yield from _next_year(sheet, store, size, copies)
    elif store.kind == "lake":
        yield _of_volume(sheet, replace(entry, note=RAW), at, copies)


def _of_volume(
    sheet: EstimateInputs, entry: FigureEntry, at: tuple[str, ...], copies: Term
) -> Result:
    return compute(
        entry,
        "{volume} * {retention} * {copies}",
        lambda volume, retention, copies: kept(
            volume * DAY, retention / DAY, copies=copies
        ),
        volume=sheet.stated(*at, "volume"),
        retention=sheet.stated(*at, "retention"),
        copies=copies,
    )


def _next_year(
    sheet: EstimateInputs, store: Component, size: Term, copies: Term
) -> Iterator[Result]:
    volume = sheet.stated("components", store.id, "volume")
    retention = store.quantity("retention")
    if isinstance(volume, FigureInput) and (not retention or retention.is_endless):
        yield compute(
            FigureEntry(
                f"storage.{store.id}.size-next-year",
                f"{store.title}: bytes that it keeps, a year on",
                BYTES,
                about=store.id,
            ),
            "({size} + {volume} * 365 d) * {copies}",
            lambda size, volume, copies: (size + volume * YEAR) * copies,
            size=size,
            volume=volume,
            copies=copies,
        )
