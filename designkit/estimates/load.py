"""What a model server has to carry: calls of a request, the time of one, how busy."""

from dataclasses import replace

from designkit.analysis.places import at_work
from designkit.estimates.choosing import adjusted, criterion
from designkit.estimates.figure import (
    Criterion,
    FigureInput,
    Lack,
    Term,
)
from designkit.estimates.formulas.replicas import busy_share, offered_load
from designkit.estimates.topic import EstimateInputs
from designkit.model.component import Component, Mode
from designkit.model.waiting import waits
from designkit.quantities.quantity import Origin

MEDIAN = "the median of its latency, as if a call waited for nothing"


def overload(sheet: EstimateInputs, server: Component) -> Criterion:
    """Return what says that `server` has no finite latency: its peak is too much.

    It says nothing if a number is not stated: no queue is endless by assumption. Ranges
    count with their middle.
    """
    id = server.id

    def endless(
        peak: float,
        calls: float,
        service_time: float,
        replicas: float,
        concurrency: float,
    ) -> float:
        busy = _busy(peak, calls, service_time, replicas, concurrency)
        if busy >= 1:
            raise ValueError(
                f"{id} is {busy:.1%} busy at peak, so its queue never ends"
            )
        return busy

    return criterion(endless, **_load_of(sheet, server))


def overloaded(sheet: EstimateInputs, server: Component) -> Criterion:
    """Return whether `server` gets more at peak than it can do, as far as is stated."""
    return criterion(_is_overloaded, **_load_of(sheet, server))


def _is_overloaded(
    peak: float, calls: float, service_time: float, replicas: float, concurrency: float
) -> float:
    busy = _busy(peak, calls, service_time, replicas, concurrency)
    return 1.0 if busy >= 1 else 0.0


def _busy(
    peak: float,
    calls: float,
    service_time: float,
    replicas: float,
    concurrency: float,
) -> float:
    return busy_share(offered_load(peak * calls, service_time), replicas, concurrency)


def _load_of(sheet: EstimateInputs, server: Component) -> dict[str, Term]:
    return {
        "peak": sheet.result("traffic.peak-qps"),
        "calls": calls(sheet, server),
        "service_time": sheet.stated("components", server.id, "service-time"),
        "replicas": working_replicas(sheet, server),
        "concurrency": sheet.stated("components", server.id, "concurrency"),
    }


def working_replicas(sheet: EstimateInputs, server: Component) -> FigureInput | Lack:
    """Return the replicas that carry calls: all that are stated, less the standby."""
    found = sheet.stated("components", server.id, "replicas")
    working = at_work(server)
    if isinstance(found, Lack) or working is None or working is server.replicas:
        return found
    standby = sheet.stated("components", server.id, "standby")
    assert isinstance(standby, FigureInput)  # without it all replicas work
    return adjusted(
        found,
        "replicas at work",
        "those on standby carry nothing",
        "({replicas} - {standby})",
        lambda replicas, standby: max(replicas - standby, 0.0),
        replicas=found,
        standby=standby,
    )


def calls(sheet: EstimateInputs, server: Component) -> Term:
    """Return the calls of `server` in one request; several inputs are one call."""
    numbers = [
        number
        for number, flow in enumerate(sheet.design.flows)
        if flow.target == server.id and flow.mode is Mode.CALL and waits(flow)
    ]
    if not numbers:
        return Lack(f"flows.calls.->{server.id}", "a call that reaches it")
    return sheet.calls_of_busiest(numbers, "calls")


def service_time(sheet: EstimateInputs, server: Component) -> Term:
    """Return how long a call keeps a place of `server`: stated, else its own median."""
    at = ("components", server.id)
    found = sheet.stated(*at, "service-time")
    median = sheet.stated(*at, "latency", "p50", label="service time")
    if isinstance(found, FigureInput) or isinstance(median, Lack):
        return found
    return replace(median, origin=Origin.ASSUMED, note=MEDIAN, place=found.path)
