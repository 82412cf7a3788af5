"""DK605 under-provisioned."""

from collections.abc import Iterator
from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.analysis.places import at_work
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.demand import Demand
from designkit.estimates.figure_limits import BUSY, OVERLOADED
from designkit.estimates.formulas.replicas import (
    busy_share,
    offered_load,
    replicas_needed,
)
from designkit.model.component import Component
from designkit.quantities.bounds import capped
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import TIMES, shown_count, shown_fraction

SLIP = 1e12
"""Replicas that nobody has: so many are no advice."""


@dataclass(frozen=True, slots=True)
class ServerLoad:
    """A model server at peak, with all that it takes to say how busy it is."""

    server: Component
    peak: float
    calls: float
    service_time: Quantity
    concurrency: Quantity
    replicas: Quantity

    @property
    def figures(self) -> tuple[Quantity | None, ...]:
        """What is stated of the server; its load comes from the whole design."""
        return (self.service_time, self.concurrency, self.replicas)

    @property
    def offered(self) -> float:
        """Calls that are in work at once, on average."""
        return capped(offered_load(self.peak * self.calls, self.service_time.low))

    @property
    def busy(self) -> float:
        """Part of the places that these calls take."""
        return busy_share(self.offered, self.replicas.high, self.concurrency.high)


@rule(
    "DK605",
    Severity.ERROR,
    kinds=kinds_with(Role.SERVES_CALLS),
    keys=("components.*.service-time",),
    applies=lambda facts: any(_loads(facts)),
)
def under_provisioned(facts: Facts) -> Iterator[Finding]:
    """A model server should have places for all calls of the peak, and some to spare.

    Calls that arrive at a rate and stay for a time need rate times time places. With
    fewer, the queue grows for as long as the peak lasts, and every answer is late. Just
    enough is not enough: six workers that are 83% busy let a call of 50 ms wait 29 ms
    on average, eight at 63% let it wait 3 ms.

    Only what is stated counts: requests and peak factor of the workload, replicas,
    service time and concurrency of the server. Replicas on `standby` carry nothing.

    Bad:
    ```yaml
    workload: {requests-per-day: 500 M, peak-factor: 3}    # 17,361/s at peak
    components:
      app: {kind: client}
      encode:
        kind: model-server
        service-time: 4 ms
        concurrency: 8
        replicas: 11           # <- 79% busy
      rank:
        kind: model-server
        service-time: 12 ms
        concurrency: 8
        replicas: 20           # <- 208 calls at once, 160 places
    flows:
      calls:
        - app -> encode: request
        - encode -> rank: embedding
    ```

    Good:
    ```yaml
    workload: {requests-per-day: 500 M, peak-factor: 3}
    components:
      app: {kind: client}
      encode: {kind: model-server, service-time: 4 ms, concurrency: 8, replicas: 15}
      rank: {kind: model-server, service-time: 12 ms, concurrency: 8, replicas: 44}
    flows:
      calls:
        - app -> encode: request
        - encode -> rank: embedding
    ```

    Fix: Run more replicas, make a call shorter (a smaller model, fewer items, larger
    batches), or shed what is beyond. Where only some requests reach the server, say so:
    `calls-per-request: 0.1` on the flow that calls it.

    Source: Little 1961, A Proof for the Queuing Formula L = λW, Operations Research
    9(3); Harchol-Balter 2013, Performance Modeling and Design of Computer Systems,
    chapters 14 and 15.
    """
    for load in _loads(facts):
        if load.busy > OVERLOADED.least:
            yield Finding(
                ("components", load.server.id, "replicas"),
                _short(load),
                rests_on=load.figures,
            )
        elif load.busy > BUSY.least:
            yield Finding(
                ("components", load.server.id, "replicas"),
                _tight(load),
                severity=Severity.WARNING,
                rests_on=load.figures,
            )


def _loads(facts: Facts) -> Iterator[ServerLoad]:
    demand = Demand(facts.graph)
    for server in facts.with_role(Role.SERVES_CALLS):
        time, places = server.quantity("service-time"), server.quantity("concurrency")
        calls, replicas = demand.calls(server.id), at_work(server)
        if demand.peak and calls and time and places and places.high and replicas:
            yield ServerLoad(server, demand.peak, calls, time, places, replicas)


def _short(load: ServerLoad) -> str:
    return (
        f"{load.server.id} has {_places(load)} for {_arithmetic(load)}: the queue "
        f"grows as long as the peak lasts; {_advice(load)}"
    )


def _tight(load: ServerLoad) -> str:
    return (
        f"{load.server.id} is {shown_fraction(round(load.busy, 2))} busy at peak, "
        f"{_arithmetic(load)} on {_places(load)}; {_advice(load)}"
    )


def _arithmetic(load: ServerLoad) -> str:
    """Write rate times time = calls at once, with the calls of a request if not one."""
    calls = "" if load.calls == 1 else f" {TIMES} {load.calls:g} calls"
    rate = f"{shown_count(load.peak)}/s{calls} {TIMES} {load.service_time}"
    least = "at least " if load.service_time.is_range else ""
    return f"{rate} = {least}{_number(load.offered)} calls at once"


def _places(load: ServerLoad) -> str:
    number = load.replicas.high * load.concurrency.high
    most = "at most " if load.replicas.is_range or load.concurrency.is_range else ""
    return (
        f"{load.replicas} {TIMES} {load.concurrency} = {most}{_number(number)} places"
    )


def _number(number: float) -> str:
    return f"{number:.3g}" if number < 100 else shown_count(number)


def _advice(load: ServerLoad) -> str:
    if load.offered > SLIP * load.concurrency.high:
        return "no number of replicas would do"
    enough = replicas_needed(load.offered, load.concurrency.high, target=BUSY.most)
    return f"{shown_count(enough)} replicas would be at most {BUSY.most:.0%} busy"
