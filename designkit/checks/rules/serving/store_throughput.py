"""DK608 store-throughput."""

from collections.abc import Iterator
from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.analysis.tables import read_alone
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, Path, rule
from designkit.diagnostics import Severity
from designkit.estimates.demand import Demand, LookupDemand
from designkit.estimates.formulas.store import keys_read
from designkit.quantities.bounds import ROUNDING, capped
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import TIMES, shown_count

STORES = kinds_with(Role.KEYED)
"""What is read by key: features, or predictions that were made beforehand."""


@dataclass(frozen=True, slots=True)
class StoreLoad:
    """A store or a table at peak: what it serves, who reads it how often a request."""

    at: Path
    name: str
    limit: Quantity
    peak: float
    readings: tuple[LookupDemand, ...]

    @property
    def wanted(self) -> float:
        """Reads a second."""
        keys = sum(reading.reads for reading in self.readings)
        return capped(keys_read(self.peak, keys))


@rule(
    "DK608",
    Severity.ERROR,
    kinds=STORES,
    keys=("components.*.max-reads", "components.*.tables.*.max-reads"),
    applies=lambda facts: any(_loads(facts)),
)
def store_throughput(facts: Facts) -> Iterator[Finding]:
    """A store that is read by key should serve all the reads of the peak.

    One request reads a key of the user and one for each of its candidates, so that a
    few thousand requests a second are millions of reads: 17,361 requests with 500
    candidates make 8.7 million. One call for all of them saves round trips; the store
    still looks up every key. Beyond its limit it answers late or not at all, and the
    model works with defaults while everything looks healthy.

    Each lookup counts with its `calls-per-request` times its `keys`, once where they
    are not stated, and less the `hit-ratio` where the reader is a cache. That is the
    least there can be. A table with a `max-reads` of its own is asked by those of whom
    it says that they read it alone (`read-by`).

    Bad:
    ```yaml
    workload: {requests-per-day: 500 M, peak-factor: 3}    # 17,361/s at peak
    components:
      app: {kind: client}
      rank: {kind: model-server}
      online: {kind: online-store, max-reads: 5 M/s}    # <- 8.7 M/s are wanted
    flows:
      calls:
        - app -> rank: request
      lookups:
        - online -> rank: {carries: feature-values, keys: 501}
    ```

    Good:
    ```yaml
    workload: {requests-per-day: 500 M, peak-factor: 3}
    components:
      app: {kind: client}
      rank: {kind: model-server}
      items: {kind: cache, hit-ratio: 90%}
      online: {kind: online-store, max-reads: 5 M/s}
      past:
        kind: prediction-store
        tables: {scores: {read-by: rank, max-reads: 20 k/s}}
    flows:
      calls:
        - app -> rank: request
      lookups:
        - past -> rank: prediction
        - online -> items: {carries: feature-values, calls-per-request: 1, keys: 501}
        - items -> rank: {carries: feature-values, keys: 501}
    ```

    Fix: Pack the features of an entity into one row, keep the rows of popular items
    with their reader, score fewer candidates, or add shards.

    Source: DoorDash Engineering 2020, Building a Gigascale ML Feature Store with Redis.
    """
    for load in _loads(facts):
        if load.wanted > load.limit.high * (1 + ROUNDING):
            yield Finding(
                (*load.at, "max-reads"),
                f"{load.name} serves {load.limit}, and the peak reads at least "
                f"{shown_count(load.wanted)}/s: {_arithmetic(load)}",
                related=tuple(_related(load)),
                rests_on=(load.limit,),
            )


def _loads(facts: Facts) -> Iterator[StoreLoad]:
    """Give the stores that say how much they serve, if it is known what is asked."""
    demand = Demand(facts.graph)
    for store in facts.of_kind(*STORES):
        limit, readings = store.quantity("max-reads"), demand.readings(store.id)
        if limit and demand.peak:
            at = ("components", store.id)
            yield StoreLoad(at, store.id, limit, demand.peak, tuple(readings))
        for table, readers in read_alone(store) if demand.peak else ():
            of_it = (it for it in demand.readings(store.id) if it.reader in readers)
            if table.max_reads and demand.peak:
                name = f"table {table.id} of {store.id}"
                yield StoreLoad(
                    table.path, name, table.max_reads, demand.peak, tuple(of_it)
                )


def _arithmetic(load: StoreLoad) -> str:
    """Write the requests a second times what each reader reads in one."""
    terms = [_term(reading) for reading in load.readings]
    reads = f"({' + '.join(terms)})" if len(terms) > 1 else terms[0]
    return f"{shown_count(load.peak)}/s {TIMES} {reads}"


def _term(reading: LookupDemand) -> str:
    """Write calls, keys and the part that a cache misses, each if it is not one."""
    counts = ((reading.calls, ""), (reading.keys, " keys"), (reading.missed, ""))
    factors = [f"{count:,.12g}{unit}" for count, unit in counts if count != 1]
    return f"{f' {TIMES} '.join(factors or ['1'])} by {reading.reader}"


def _related(load: StoreLoad) -> Iterator[tuple[Path, str]]:
    for reading in load.readings:
        yield ("flows", reading.flow), f"{reading.reader} reads {load.name}"
