"""DK609 store-memory."""

from collections.abc import Iterator
from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.analysis.tables import tables
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.formulas.store import memory_needed
from designkit.model.component import Component
from designkit.quantities.alike import bytes_like
from designkit.quantities.bounds import ROUNDING, capped
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import TIMES

STORES = kinds_with(Role.KEYED)
"""What is read by key: features, or predictions that were made beforehand."""


@dataclass(frozen=True, slots=True)
class Filling:
    """What a store holds and where it must go; one copy, all of it, if not stated."""

    store: Component
    rows: tuple[tuple[Quantity, Quantity], ...]
    memory: Quantity
    copies: Quantity | None
    fill_max: Quantity | None

    @property
    def figures(self) -> tuple[Quantity | None, ...]:
        """All that it is computed from."""
        sizes = (number for pair in self.rows for number in pair)
        return (*sizes, self.memory, self.copies, self.fill_max)

    @property
    def needed(self) -> float:
        """Bytes of memory that hold the least of what is stated."""
        needed = memory_needed(
            capped(sum(entities.low * size.low for entities, size in self.rows)),
            copies=self.copies.low if self.copies else 1,
            fill_max=self.fill_max.high if self.fill_max else 1,
        )
        return capped(needed)


@rule(
    "DK609",
    Severity.ERROR,
    kinds=STORES,
    keys=("components.*.entity-size", "components.*.tables"),
    applies=lambda facts: any(_fillings(facts)),
)
def store_memory(facts: Facts) -> Iterator[Finding]:
    """A store that is read by key should hold every row and copy, below its limit.

    A store in memory that is full throws rows away to take new ones in. The features of
    whoever comes less often vanish without an error, and the model answers from
    defaults for them. Copies count, and so do keys and overhead: DoorDash measured
    298 GB for a billion features that each had a key of their own, and 112 GB once
    those of an entity shared one.

    Bad:
    ```yaml
    components:
      online:
        kind: online-store
        entities: 210 M
        entity-size: 560 B
        replication: 2
        fill-max: 75%
        memory: 256 GB         # <- 118 GB * 2 / 75% are 314 GB
    ```

    Good:
    ```yaml
    components:
      online:
        kind: online-store
        entities: 210 M
        entity-size: 560 B
        replication: 2
        fill-max: 75%
        memory: 384 GB
    ```

    Fix: Add memory or shards, pack the features of an entity into one compressed row,
    let rows expire that nobody reads, or keep the rare ones on disk.

    Source: DoorDash Engineering 2020, Building a Gigascale ML Feature Store with Redis.
    """
    for filling in _fillings(facts):
        if filling.needed > filling.memory.high * (1 + ROUNDING):
            yield Finding(
                ("components", filling.store.id, "memory"),
                f"{filling.store.id} has {filling.memory} and needs at least "
                f"{bytes_like(filling.needed, filling.memory.text)}: "
                f"{_arithmetic(filling)}",
                rests_on=filling.figures,
            )


def _fillings(facts: Facts) -> Iterator[Filling]:
    for store in facts.of_kind(*STORES):
        stated = [(table.entities, table.entity_size) for table in tables(store)]
        rows = tuple((count, size) for count, size in stated if count and size)
        memory, copies = store.quantity("memory"), store.quantity("replication")
        fill_max = store.quantity("fill-max")
        may_be_used = fill_max is None or 0 < fill_max.high <= 1
        if rows and memory and may_be_used:
            yield Filling(store, rows, memory, copies, fill_max)


def _arithmetic(filling: Filling) -> str:
    copies = f" {TIMES} {filling.copies} copies" if filling.copies else ""
    filled = f" / {filling.fill_max}" if filling.fill_max else ""
    sizes = " + ".join(f"{count} {TIMES} {size}" for count, size in filling.rows)
    is_sum = len(filling.rows) > 1 and (copies or filled)
    return f"{f'({sizes})' if is_sum else sizes}{copies}{filled}"
