"""DK306 ttl-hole."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from designkit.analysis.facts import Facts
from designkit.analysis.lineage import Trail
from designkit.analysis.tables import StoredTable, tables
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
    for store in facts.of_kind("online-store"):
        stored = _StoredTables(tables(store))
        for writer, hops in _writers(facts, store):
            for table in stored.written_by({writer.id, *hops}):
                ttl, is_strict = table.ttl, facts.design.tier == 1
                message = _hole(ttl, writer, lost=is_strict) if ttl else ""
                if message:
                    of = f"{table.id}: " if table.id else ""
                    where = ("components", writer.id, "interval")
                    related = ((where, f"{writer.id} writes here"),)
                    yield Finding(table.ttl_path, f"{of}{message}", related)


@dataclass(frozen=True)
class _StoredTables:
    """The tables of a store, by who writes them."""

    all: tuple[StoredTable, ...]

    def written_by(self, names: Collection[str]) -> tuple[StoredTable, ...]:
        """Return the tables that `names` write; of those that they may, the longest.

        What fits the longest lifetime may be meant for that table.
        """
        places = {place for name in names for place in self._stated.get(name, ())}
        return tuple(self.all[place] for place in sorted(places)) or self._perhaps

    @cached_property
    def _stated(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = {}
        for place, table in enumerate(self.all):
            for name in table.written_by:
                found.setdefault(name, []).append(place)
        return found

    @cached_property
    def _perhaps(self) -> tuple[StoredTable, ...]:
        """What a writer may write that no table names."""
        may = tuple(table for table in self.all if not table.written_by)
        if len(may) < 2:
            return may
        if not all(table.ttl for table in may):
            return ()
        return (max(may, key=lambda it: it.ttl.high if it.ttl else 0),)


def _writers(
    facts: Facts, store: Component
) -> Iterator[tuple[Component, Collection[str]]]:
    """Give what writes values into `store`, and what hands them on to it."""
    hops: dict[str, set[str]] = {}
    for flow in facts.flows_to(store.id):
        for id in sorted(facts.lineage.brought_by(flow, WRITTEN)):
            hops.setdefault(id, set()).add(flow.source)
    for id, sources in hops.items():
        if id != store.id:
            yield facts.design.components[id], sources


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
