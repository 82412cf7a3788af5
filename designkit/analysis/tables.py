"""The tables of a store: one that has no name, or several that share it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from designkit.model.component import Component
from designkit.model.key_space import KeySpace
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


def tables(store: Component) -> tuple[StoredTable, ...]:
    """Return the tables of `store`; one without a lifetime has that of the store."""
    stated = store.attributes.get("tables")
    if not isinstance(stated, Mapping) or not stated:
        return (_whole(store),)
    return tuple(_stated(store, stated))


def _whole(store: Component) -> StoredTable:
    path, ttl = ("components", store.id), store.quantity("ttl")
    entities, size = store.quantity("entities"), store.quantity("entity-size")
    return StoredTable("", path, entities, size, ttl, (*path, "ttl"))


def _stated(store: Component, stated: Mapping[str, KeySpace]) -> Iterator[StoredTable]:
    whole = _whole(store)
    for id, it in stated.items():
        path = ("components", store.id, "tables", id)
        at = (*path, "ttl") if it.ttl else whole.ttl_path
        size, ttl = it.entity_size, it.ttl or whole.ttl
        yield StoredTable(id, path, it.entities, size, ttl, at, it.written_by)
