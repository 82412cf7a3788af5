"""The tables of a store: one that has no name, or several that share it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from designkit.model.component import Component
from designkit.quantities.quantity import Quantity

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoredTable:
    """A table and where it is stated; its id is empty where the store is one table."""

    id: str
    path: Path
    entities: Quantity | None
    entity_size: Quantity | None
    ttl: Quantity | None
    ttl_path: Path
    written_by: tuple[str, ...] = ()
    max_reads: Quantity | None = None
    read_by: tuple[str, ...] = ()


def tables(store: Component) -> tuple[StoredTable, ...]:
    """Return the tables of `store`; one without a lifetime has that of the store."""
    return tuple(_stated(store)) or (_whole(store),)


def read_alone(store: Component) -> tuple[tuple[StoredTable, frozenset[str]], ...]:
    """Return the tables of `store` whose readers read no other, each with these."""
    found = tables(store)
    named = Counter(reader for table in found for reader in {*table.read_by})
    return tuple(
        (table, frozenset(table.read_by))
        for table in found
        if table.read_by and all(named[reader] == 1 for reader in table.read_by)
    )


def _whole(store: Component) -> StoredTable:
    path, ttl = ("components", store.id), store.quantity("ttl")
    entities, size = store.quantity("entities"), store.quantity("entity-size")
    return StoredTable("", path, entities, size, ttl, (*path, "ttl"))


def _stated(store: Component) -> Iterator[StoredTable]:
    whole = _whole(store)
    for id, it in store.tables.items():
        path = ("components", store.id, "tables", id)
        at = (*path, "ttl") if it.ttl else whole.ttl_path
        size, ttl = it.entity_size, it.ttl or whole.ttl
        yield StoredTable(
            *(id, path, it.entities, size, ttl, at),
            written_by=it.written_by,
            max_reads=it.max_reads,
            read_by=it.read_by,
        )
