"""DK693 caller-over-quota."""

from collections.abc import Iterator
from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.analysis.quotas import Caller, with_quota
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.demand import Demand
from designkit.quantities.bounds import ROUNDING, capped
from designkit.quantities.measure import RATE
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import TIMES


@dataclass(frozen=True, slots=True)
class Asked:
    """What a caller asks a second at peak, at least, how, and by which numbers."""

    peak: float
    working: str
    rests_on: tuple[Quantity | None, ...]


@rule("DK693", Severity.ERROR, keys=("flows.*.quota",))
def caller_over_quota(facts: Facts) -> Iterator[Finding]:
    """A quota should let through what its caller asks at the busiest hour.

    A quota keeps a caller that has gone mad from the others. One that is smaller than
    the ordinary peak refuses ordinary work, at the hour at which there is most of it;
    refused calls come again as retries, and the caller looks as if it had gone mad.

    Compared are the `rate` of a call or a lookup, averaged over the day, times the
    `peak-factor` of the workload, with its `quota`. Without a `rate` it is what the
    requests of the workload surely ask, each as often as `calls-per-request` says; not
    so of clients and devices, which are many, and have a quota each.

    Bad:
    ```yaml
    workload: {peak-factor: 3}
    components:
      ranking: {kind: service}
      ads: {kind: service}
      score: {kind: model-server}
    flows:
      calls:
        - ranking -> score: {carries: request, rate: 1 k/s, quota: 4 k/s}
        - ads -> score: {carries: request, rate: 2 k/s, quota: 5 k/s}   # <- 6 k/s
    ```

    Good:
    ```yaml
    workload: {peak-factor: 3}
    components:
      ranking: {kind: service}
      ads: {kind: service}
      score: {kind: model-server}
    flows:
      calls:
        - ranking -> score: {carries: request, rate: 1 k/s, quota: 4 k/s}
        - ads -> score: {carries: request, rate: 2 k/s, quota: 8 k/s}
    ```

    Fix: Raise the quota, if what is shared carries it; spread the calls, ask for
    several keys at once, or keep answers with the caller.

    Source: Beyer et al. 2016, Site Reliability Engineering, chapter 21, on limits of
    customers; Amazon Builders' Library, Fairness in Multi-Tenant Systems.
    """
    demand = Demand(facts.graph)
    for id, caller in with_quota(facts.design):
        asked = _stated(facts, caller) if caller.rate else _of_requests(demand, caller)
        quota = caller.quota
        if asked and quota and asked.peak > quota.high * (1 + ROUNDING):
            yield Finding(
                ("flows", caller.flow, "quota"),
                f"{caller.id} asks {id} {RATE.show(asked.peak)} at peak, "
                f"{asked.working}, and its quota is {quota}",
                rests_on=(*asked.rests_on, quota),
            )


def _stated(facts: Facts, caller: Caller) -> Asked | None:
    """Return what a caller says that it asks, if its peak is known."""
    workload, rate = facts.design.workload, caller.rate
    factor = workload.peak_factor if workload else None
    if not (rate and factor):
        return None
    peak = capped(rate.low * factor.low)
    return Asked(peak, f"{rate} {TIMES} {factor}", (rate, factor))


def _of_requests(demand: Demand, caller: Caller) -> Asked | None:
    """Return what a caller surely asks since requests come, if they are stated."""
    load, peak = demand.graph.design.workload, demand.peak
    often = demand.along(caller.flow)
    if not (load and peak and often):
        return None
    each = demand.graph.design.flows[caller.flow].calls_per_request
    people = (load.daily_users, load.requests_per_user)
    requests = (load.requests_per_day,) if load.requests_per_day else people
    calls = "" if often == 1 else f" and {often:.3g} calls in each"
    return Asked(
        capped(peak * often),
        f"with requests at {RATE.show(peak)}{calls}",
        (*requests, load.peak_factor, each),
    )
