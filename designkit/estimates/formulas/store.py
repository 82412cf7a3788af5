"""What an online store must bear: keys read a second, and bytes held in memory."""

from collections.abc import Iterable
from dataclasses import dataclass


def keys_read(
    requests: float, entity_keys: float, *, items: float = 0, hit_ratio: float = 0
) -> float:
    """Return the keys read a second: Q * (k + C * (1 - h)).

    Each of `requests` a second reads `entity_keys` (the user, the session) and one key
    for each of its `items`, but for the share `hit_ratio` that a cache before the store
    answers. A multi-get of a hundred keys is one round trip and a hundred keys. A
    store that must survive a cold cache is sized with a hit ratio of 0.
    """
    return requests * (entity_keys + items * (1 - hit_ratio))


def values_read(
    requests: float, entity_values: float, *, items: float = 0, item_values: float = 0
) -> float:
    """Return the feature values read a second: Q * (F + C * Fi), without a cache."""
    return requests * (entity_values + items * item_values)


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows that a store holds of one kind of entity.

    Bytes of a value are 4 to 8 when all values of an entity are packed into one row.
    DoorDash measured about 112 for one field of a hash and 298 for a key of its own,
    keys and overhead included (2020, Building a Gigascale ML Feature Store with Redis).
    """

    entities: float
    values: float
    bytes_of_value: float = 4
    bytes_of_key: float = 16
    overhead: float = 64

    @property
    def size(self) -> float:
        """Bytes of one copy: N * (F * b + key + overhead)."""
        row = self.values * self.bytes_of_value + self.bytes_of_key + self.overhead
        return self.entities * row


def held(rows: Iterable[Rows]) -> float:
    """Return the bytes of one copy of all `rows`."""
    return sum(kind.size for kind in rows)


def memory_needed(size: float, *, copies: float = 1, fill_max: float = 1) -> float:
    """Return the bytes of memory for `copies` of `size` bytes: size * copies / fill.

    `fill_max` is the part of the memory that may be used; the rest is for growth, for
    copying while the process forks, and for fragments.

    Raises:
        ValueError: nothing of the memory may be used, or more than all of it.
    """
    if not 0 < fill_max <= 1:
        raise ValueError("the part that may be used lies above 0 and at most at 1")
    return size * copies / fill_max
