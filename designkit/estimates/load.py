"""What a model server has to carry: calls of a request, the time of one, how busy."""

from dataclasses import replace

from designkit.analysis.places import at_work
from designkit.estimates.figure import Figure, FigureInput, Lack, Term
from designkit.estimates.formulas.replicas import busy_share, offered_load
from designkit.estimates.topic import EstimateInputs
from designkit.model.component import Component, Mode
from designkit.model.waiting import waits
from designkit.quantities.quantity import Origin

MEDIAN = "the median of its latency, as if a call waited for nothing"


def overload(sheet: EstimateInputs, server: Component) -> Lack | None:
    """Return why `server` has no finite latency: at peak it gets more than it can do.

    Nothing if it carries its load, or if a number that says so is not stated: no queue
    is endless by assumption. Ranges count with their middle.
    """
    terms = (
        sheet.result("traffic.peak-qps"),
        calls(sheet, server),
        sheet.stated("components", server.id, "service-time"),
        working_replicas(sheet, server),
        sheet.stated("components", server.id, "concurrency"),
    )
    known = [term.value for term in terms if isinstance(term, Figure | FigureInput)]
    if len(known) < len(terms):
        return None
    peak, often, time, replicas, concurrency = known
    busy = busy_share(offered_load(peak * often, time), replicas, concurrency)
    if busy < 1:
        return None
    return Lack("", f"{server.id} is {busy:.1%} busy at peak, so its queue never ends")


def working_replicas(sheet: EstimateInputs, server: Component) -> FigureInput | Lack:
    """Return the replicas that carry calls: all that are stated, less the standby."""
    found = sheet.stated("components", server.id, "replicas")
    working = at_work(server)
    if isinstance(found, Lack) or working is None or working is server.replicas:
        return found
    return replace(
        found,
        label="replicas at work",
        value=working.value,
        low=working.low,
        high=working.high,
        text=working.text,
        origin=Origin.DERIVED,
        note="those on standby carry nothing",
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
    return sheet.calls_of_flow(sheet.busiest(numbers), "calls")


def service_time(sheet: EstimateInputs, server: Component) -> Term:
    """Return how long a call keeps a place of `server`: stated, else its own median."""
    at = ("components", server.id)
    found = sheet.stated(*at, "service-time")
    median = sheet.stated(*at, "latency", "p50", label="service time")
    if isinstance(found, FigureInput) or isinstance(median, Lack):
        return found
    return replace(median, origin=Origin.ASSUMED, note=MEDIAN, place=found.path)
