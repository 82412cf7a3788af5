"""DK606 no-spare."""

from collections.abc import Iterator
from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.analysis.places import at_work, without_zone, zones_of
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.demand import Demand
from designkit.estimates.figure_limits import BUSY, WITHOUT_ZONE
from designkit.estimates.formulas.replicas import (
    busy_share,
    offered_load,
    replicas_needed,
    with_spare_zone,
)
from designkit.model.component import Component
from designkit.quantities.bounds import capped
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import TIMES, shown_count

SLIP = 1e12
"""Replicas, calls in one or zones that nobody has; nothing is computed on a slip."""


@dataclass(frozen=True, slots=True)
class Spread:
    """A model server over its zones at peak, with what its load is made of."""

    server: Component
    zones: int
    rate: float
    service_time: Quantity
    concurrency: Quantity
    replicas: Quantity

    @property
    def offered(self) -> float:
        """Calls that are in work at once, on average."""
        return capped(offered_load(self.rate, self.service_time.low))

    @property
    def left(self) -> float:
        """Replicas that are left when the fullest zone is gone: ⌊n * (Z - 1) / Z⌋."""
        return without_zone(self.replicas.high, self.zones)

    @property
    def working(self) -> float:
        """Replicas that carry calls while all zones are there."""
        working = at_work(self.server)
        return working.high if working else 0.0

    def holds(self, replicas: float) -> bool:
        """Whether the queue of so many replicas ever empties."""
        busy = busy_share(self.offered, replicas, self.concurrency.high)
        return busy <= WITHOUT_ZONE.least


@rule(
    "DK606",
    Severity.WARNING,
    kinds=kinds_with(Role.SERVES_CALLS),
    keys=("components.*.service-time",),
    applies=lambda facts: facts.design.tier == 1 and any(_spreads(facts)),
)
def no_spare(facts: Facts) -> Iterator[Finding]:
    """A server that matters most should carry the peak without one of its zones.

    A data centre is lost a few times in the life of a system, and every maintenance
    takes one away on purpose. Then the others get its traffic in the same second. With
    three zones each needs half as much again as it uses; servers that were sized for
    the peak alone are all overloaded at once, and the loss of a third becomes the loss
    of everything.

    Zones are those that are stated, or the regions that a server lists when there are
    several; replicas are taken to be spread evenly, and those on standby to start to
    work when others are gone. A server that is too small even
    with all its zones is another rule, under-provisioned.

    Bad:
    ```yaml
    tier: 1
    workload: {requests-per-day: 86.4 M, peak-factor: 2}    # 2,000/s at peak
    components:
      app: {kind: client}
      score:
        kind: model-server
        service-time: 5 ms
        concurrency: 2
        zones: 3
        replicas: 6            # <- 10 calls at once; 8 places without one zone
    flows:
      calls:
        - app -> score: request
    ```

    Good:
    ```yaml
    tier: 1
    workload: {requests-per-day: 86.4 M, peak-factor: 2}
    components:
      app: {kind: client}
      score:
        kind: model-server
        service-time: 5 ms
        concurrency: 2
        zones: 3
        replicas: 12
    flows:
      calls:
        - app -> score: request
    ```

    Fix: Run as many replicas as are enough without the largest zone, keep them warm (a
    cold model takes minutes), and take a zone away on a quiet day to see it hold.

    Source: Beyer et al. 2016, Site Reliability Engineering, chapter 22, on capacity
    planning and what happens to the rest when a part is lost; Little 1961, A Proof for
    the Queuing Formula L = λW, Operations Research 9(3).
    """
    for spread in _spreads(facts):
        if spread.holds(spread.working) and not spread.holds(spread.left):
            yield Finding(("components", spread.server.id, "replicas"), _told(spread))


def _spreads(facts: Facts) -> Iterator[Spread]:
    demand = Demand(facts.graph)
    for server in facts.with_role(Role.SERVES_CALLS):
        time, places = server.quantity("service-time"), server.quantity("concurrency")
        calls, zones = demand.calls(server.id), zones_of(server)
        replicas = server.replicas
        if not (demand.peak and calls and zones and time and places and replicas):
            continue
        if max(replicas.high, places.high, zones) < SLIP:
            rate = demand.peak * calls
            yield Spread(server, zones, rate, time, places, replicas)


def _told(spread: Spread) -> str:
    load = (
        f"{shown_count(spread.rate)}/s {TIMES} {spread.service_time} = "
        f"{_number(spread.offered)} calls at once"
    )
    if spread.zones == 1:
        return f"{spread.server.id} runs in one zone: nothing is left without it"
    return (
        f"{spread.server.id} has {spread.replicas} replicas in {spread.zones} zones; "
        f"without one of them {_left(spread)} for {load}; {_advice(spread)}"
    )


def _left(spread: Spread) -> str:
    places = _number(spread.left * spread.concurrency.high)
    left = shown_count(spread.left)
    return f"{left} {TIMES} {spread.concurrency} = {places} places are left"


def _advice(spread: Spread) -> str:
    enough = replicas_needed(spread.offered, spread.concurrency.high, target=BUSY.most)
    all_zones = with_spare_zone(enough, spread.zones)
    return (
        f"{shown_count(all_zones)} replicas would be at most {BUSY.most:.0%} busy then"
    )


def _number(number: float) -> str:
    return f"{number:.3g}" if number < 100 else shown_count(number)
