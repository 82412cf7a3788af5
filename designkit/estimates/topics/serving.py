"""Model servers: calls at once, replicas, how busy they are, how long a call waits."""

from collections.abc import Iterator

from designkit.analysis.places import is_on_device, without_zone, zones_of
from designkit.catalog.role import Role
from designkit.estimates.choosing import at_high_end, criterion, only_if
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import FigureInput, Lack, Result, Term, counted
from designkit.estimates.formulas.queueing import Queue, uneven_wait
from designkit.estimates.formulas.replicas import (
    busy_share,
    offered_load,
    replicas_needed,
    with_spare_zone,
)
from designkit.estimates.load import calls, service_time, working_replicas
from designkit.estimates.topic import Chapter, EstimateInputs, topic
from designkit.model.component import Component
from designkit.quantities.measure import COUNT, FRACTION, LATENCY

BEST = (
    "Best case: every free place takes the next call. Service times are taken as "
    "exponential, which overstates the tail of inference, whose times are nearly even."
)
CALLS = "λ = {rate} * {calls} / ({replicas} * {concurrency}), 1/μ = {service_time}"
"""What comes to one place of a server, and how long it takes."""

WORST = (
    "Worst case: a balancer that looks at nothing. Least connections comes close to "
    "the best case."
)


SPREAD = "Replicas are spread evenly, and those on standby work when others are gone."


@topic(30, "Serving", Chapter.LOAD)
def serving(sheet: EstimateInputs) -> Iterator[Result]:
    """Size the servers of a request for the peak: of models, and any with a time."""
    for server in sheet.facts.with_role(Role.SERVES_CALLS):
        sized = server.kind == "model-server" or server.quantity("service-time")
        if sized and server.id in sheet.graph.in_request:
            yield from _of_server(sheet, server)


def _of_server(sheet: EstimateInputs, server: Component) -> Iterator[Result]:
    at = ("components", server.id)
    yield (load := _load(sheet, server))
    if is_on_device(sheet.design, server):  # no call waits for the place of another
        yield from _busy(sheet, server, load)
        return
    yield (replicas := _replicas(sheet, server, load))
    yield from _with_spare(sheet, server, replicas)
    if server.replicas:
        terms: dict[str, Term] = {
            "replicas": working_replicas(sheet, server),
            "concurrency": sheet.given("concurrency", *at, "concurrency"),
        }
        yield from _busy(sheet, server, load)
        yield from _waits(sheet, server, terms)


def _load(sheet: EstimateInputs, server: Component) -> Result:
    return compute(
        FigureEntry(
            f"serving.{server.id}.calls-at-once",
            f"{server.title}: calls in work at once, at peak",
            COUNT,
            about=server.id,
        ),
        "{peak} * {calls} * {service_time}",
        lambda peak, calls, service_time: offered_load(peak * calls, service_time),
        peak=sheet.result("traffic.peak-qps"),
        calls=calls(sheet, server),
        service_time=service_time(sheet, server),
    )


def _replicas(sheet: EstimateInputs, server: Component, load: Result) -> Result:
    at = ("components", server.id)
    return compute(
        FigureEntry(
            f"serving.{server.id}.replicas",
            f"{server.title}: replicas that carry the peak",
            COUNT,
            about=server.id,
        ),
        "⌈{load} / ({concurrency} * {target})⌉",
        lambda load, concurrency, target: replicas_needed(
            load, concurrency, target=target
        ),
        load=load,
        concurrency=sheet.given("concurrency", *at, "concurrency"),
        target=sheet.given("target-utilisation", *at, "target-utilisation"),
    )


def _zones(sheet: EstimateInputs, server: Component) -> FigureInput | Lack:
    """Return the zones of `server`, else its regions where there are several."""
    zones = sheet.stated("components", server.id, "zones")
    if isinstance(zones, Lack) and zones_of(server):
        return counted(f"components.{server.id}.region", "regions", zones_of(server))
    return zones


def _with_spare(
    sheet: EstimateInputs, server: Component, replicas: Result
) -> Iterator[Result]:
    """Give the replicas that leave enough when a zone or a region is lost."""
    zones = _zones(sheet, server)
    if not isinstance(zones, Lack):
        yield compute(
            FigureEntry(
                f"serving.{server.id}.replicas-with-spare",
                f"{server.title}: replicas, so that one zone may be lost",
                COUNT,
                about=server.id,
            ),
            "⌈{replicas} * {zones} / ({zones} - 1)⌉",
            lambda replicas, zones: with_spare_zone(replicas, round(zones)),
            replicas=replicas,
            zones=zones,
        )


def _busy(sheet: EstimateInputs, server: Component, load: Result) -> Iterator[Result]:
    """Give how busy the places are, of what is stated alone; also without a zone."""
    at = ("components", server.id)
    time = sheet.stated(*at, "service-time")
    stated_load: Term = time if isinstance(time, Lack) else load
    concurrency = sheet.stated(*at, "concurrency")
    yield compute(
        FigureEntry(
            f"serving.{server.id}.utilisation",
            f"{server.title}: how busy its places are at peak",
            FRACTION,
            about=server.id,
        ),
        "{load} / ({replicas} * {concurrency})",
        busy_share,
        load=stated_load,
        replicas=working_replicas(sheet, server),
        concurrency=concurrency,
    )
    zones = _zones(sheet, server)
    if isinstance(zones, FigureInput):
        without = compute(
            FigureEntry(
                f"serving.{server.id}.utilisation-without-zone",
                f"{server.title}: how busy the rest is at peak with one zone lost",
                FRACTION,
                note=SPREAD,
                about=server.id,
            ),
            "{load} / (⌊{replicas} * ({zones} - 1) / {zones}⌋ * {concurrency})",
            lambda load, replicas, zones, concurrency: busy_share(
                load, without_zone(replicas, zones), concurrency
            ),
            load=stated_load,
            replicas=sheet.stated(*at, "replicas"),
            zones=zones,
            concurrency=concurrency,
        )
        several = criterion(_are_several, zones=at_high_end(zones))
        yield from only_if(several, without)


def _are_several(zones: float) -> float:
    return 1.0 if zones >= 2 else 0.0


def _waits(
    sheet: EstimateInputs, server: Component, terms: dict[str, Term]
) -> Iterator[Result]:
    """Give the wait at best and at worst: one queue for all, and one for each."""
    both = {
        "rate": sheet.result("traffic.peak-qps"),
        "calls": calls(sheet, server),
        "service_time": service_time(sheet, server),
        **terms,
    }
    yield compute(
        FigureEntry(
            f"serving.{server.id}.wait-p99",
            f"{server.title}: p99 of the wait, one queue for all places",
            LATENCY,
            note=BEST,
            about=server.id,
        ),
        "M/M/c: c = {replicas} * {concurrency}, λ = {rate} * {calls}, "
        "1/μ = {service_time}",
        lambda **v: _queue(**v).wait_quantile(0.99),
        **both,
    )
    yield _worst(sheet, server, both)


def _worst(sheet: EstimateInputs, server: Component, terms: dict[str, Term]) -> Result:
    """Add the wait in a queue of its own to the stated p99; else work is exponential.

    Exponential work has a p99 of ln 100 = 4.6 times its mean, and waits that go with
    it; a server that states its own percentiles has neither.
    """
    entry = FigureEntry(
        f"serving.{server.id}.time-p99-worst",
        f"{server.title}: p99 of wait and work, calls spread at random",
        LATENCY,
        note=WORST,
        about=server.id,
    )
    if server.time("p99") is None:
        return compute(
            entry,
            f"M/M/1: {CALLS}",
            lambda **v: _queue(**v).split().time_quantile(0.99),
            **terms,
        )
    at = ("components", server.id, "latency")
    return compute(
        entry,
        f"{{p99}} + p99 of the wait, M/G/1: {CALLS}, p50 {{p50}}",
        _stated_and_wait,
        p50=sheet.stated(*at, "p50"),
        p99=sheet.stated(*at, "p99"),
        **terms,
    )


def _stated_and_wait(p50: float, p99: float, **terms: float) -> float:
    return p99 + uneven_wait(_queue(**terms).split(), p50, p99, 0.99)


def _queue(
    rate: float, calls: float, service_time: float, replicas: float, concurrency: float
) -> Queue:
    return Queue(rate * calls, service_time, round(replicas * concurrency))
