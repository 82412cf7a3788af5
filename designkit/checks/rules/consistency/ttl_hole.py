"""DK306 ttl-hole."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.lineage import Trail
from designkit.catalog.kinds import all_kinds, kinds_with
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import shown_duration

CLOCKED = tuple(kind.name for kind in all_kinds() if kind.attribute("interval"))
WRITTEN = Trail(
    ("feature-values", "feature-table", "embedding"),
    ends_at=(*CLOCKED, *kinds_with(Role.COMPUTES)),
)
"""Values, from the run or the stream that writes them anew."""


@rule("DK306", Severity.ERROR)
def ttl_hole(facts: Facts) -> Iterator[Finding]:
    """A stored value should live until the next run has replaced it.

    A row that expires after a day and is written once a day by a job of 20 minutes is
    missing for those 20 minutes, every day, at the same hour. The model then decides
    from defaults, and averages over the day hide it. Where money or safety depends on
    it (tier 1), a row should outlive one lost run as well: jobs do fail.

    Bad:
    ```yaml
    components:
      load: {kind: materializer, interval: 1 d, runtime: 20 min}
      online: {kind: online-store, ttl: 1 d}              # <- 20 min short
    flows:
      batches:
        - load -> online: feature-values
    ```

    Good:
    ```yaml
    components:
      load: {kind: materializer, interval: 1 d, runtime: 20 min}
      online: {kind: online-store, ttl: 3 d}
    flows:
      batches:
        - load -> online: feature-values
    ```

    Fix: Let values live for at least two intervals and a run, or write them more often.

    Source: Redis documentation, EXPIRE: a key is gone when its time to live is over,
    whether or not a new value is on its way.
    """
    for store, ttl in _expiring(facts):
        for writer in _writers(facts, store):
            if message := _hole(ttl, writer, lost=facts.design.tier == 1):
                at = ("components", store.id, "ttl")
                where = ("components", writer.id, "interval")
                yield Finding(at, message, ((where, f"{writer.id} writes here"),))


def _expiring(facts: Facts) -> Iterator[tuple[Component, Quantity]]:
    stores = ((store, store.quantity("ttl")) for store in facts.of_kind("online-store"))
    return ((store, ttl) for store, ttl in stores if ttl)


def _writers(facts: Facts, store: Component) -> Iterator[Component]:
    """Give what writes values into `store`, itself or over other stores."""
    flows = facts.flows_to(store.id)
    found = [facts.lineage.brought_by(flow, WRITTEN) for flow in flows]
    ids = dict.fromkeys(id for before in found for id in sorted(before))
    return (facts.design.components[id] for id in ids if id != store.id)


def _hole(ttl: Quantity, writer: Component, *, lost: bool) -> str:
    """Say how long values are missing between two runs of `writer`, if they are.

    With `lost`, one run in between may fail.
    """
    interval, runtime = writer.quantity("interval"), writer.quantity("runtime")
    if interval is None:
        return ""
    refresh = interval.high + (runtime.high if runtime else 0)
    needs = f"{interval} + {runtime}" if runtime else str(interval)
    short = f"ttl {ttl} is shorter than"
    if ttl.low < refresh:
        gone = shown_duration(min(refresh - ttl.low, interval.high))
        return (
            f"{short} the refresh by {writer.id} ({needs}): values vanish for {gone}"
            + (f" in every {interval}")
        )
    if lost and ttl.low < refresh + interval.high:
        return (
            f"{short} two intervals of {writer.id} and a run ({interval} + {needs}): "
            + ("one lost run empties the store")
        )
    return ""
