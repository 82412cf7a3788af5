"""DK610 index-memory."""

from collections.abc import Iterator
from dataclasses import dataclass

from designkit.analysis.facts import Facts, mentions
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.formulas.embeddings import FLOAT
from designkit.estimates.formulas.index import (
    ID,
    LINK,
    flat_size,
    hnsw_size,
    ivf_pq_size,
)
from designkit.model.component import Component
from designkit.quantities.alike import bytes_like
from designkit.quantities.bounds import ROUNDING
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import TIMES

SHRUNK = (
    *("pq", "opq", "sq", "quantized", "quantised", "quantization", "quantisation"),
    *("scann", "binary", "bbq", "rabitq", "half", "fp", "float", "int", "uint", "bit"),
    *("diskann", "spann", "disk", "mmap"),
)
"""Words of a technology that keeps vectors in less than four bytes a number."""


@dataclass(frozen=True, slots=True)
class Holding:
    """An index and what it holds: vectors in full, in a graph, or compressed."""

    index: Component
    items: Quantity
    dimensions: Quantity | None
    memory: Quantity

    @property
    def needed(self) -> float | None:
        """Bytes of one copy at least, if enough is stated to know."""
        try:
            return self._needed()
        except ValueError:
            return None

    def _needed(self) -> float | None:
        items, code = self.items.low, self.stated("code-size")
        each = self.dimensions.low if self.dimensions else 0.0
        if code:
            lists = self.stated("lists")
            return ivf_pq_size(items, code.low, lists.low if lists else 0, each)
        if links := self.stated("links"):
            return hnsw_size(items, each, links.low)
        is_shrunk = mentions(SHRUNK, self.index.technology)
        return None if is_shrunk else flat_size(items, each)

    def stated(self, name: str) -> Quantity | None:
        """Return the attribute `name` of the index."""
        return self.index.quantity(name)

    @property
    def arithmetic(self) -> str:
        """The formula of `needed`, with the numbers that are stated."""
        in_full = f"{FLOAT} B {TIMES} {self.dimensions}"
        if code := self.stated("code-size"):
            lists = self.stated("lists")
            centres = f" + {lists} {TIMES} {self.dimensions} {TIMES} {FLOAT} B"
            codes = f"{self.items} {TIMES} ({code} + {ID} B)"
            return codes + (centres if lists and self.dimensions else "")
        if links := self.stated("links"):
            levels = f"{LINK} B {TIMES} {links} {TIMES} (2 + 1 / ln {links})"
            return f"{self.items} {TIMES} ({in_full} + {levels})"
        return f"{self.items} {TIMES} {in_full}"


@rule(
    "DK610",
    Severity.ERROR,
    kinds=("ann-index",),
    keys=("components.*.memory",),
    applies=lambda facts: any(_holdings(facts)),
)
def index_memory(facts: Facts) -> Iterator[Finding]:
    """An index of vectors should fit into the memory that it is given.

    A search in a graph jumps from vector to vector, a thousand times for one query:
    nothing in memory, and a thousand reads once a part of the index is on disk. Vectors
    in full take four bytes a number, and 32 links as much again as 64 numbers: ten
    million of 128 numbers are 8 GB, a hundred million need machines that nobody has
    planned for. While a new index is loaded there are two.

    Counted is one copy: a graph where `links` are stated, codes where a `code-size` is,
    else the vectors alone in single precision. Vectors are those of the index, or of
    the catalogue where it is the only index.

    Bad:
    ```yaml
    components:
      ann:
        kind: ann-index
        items: 10 M
        dimensions: 128
        links: 32
        memory: 4 GB           # <- 8.05 GB of vectors and links
    ```

    Good:
    ```yaml
    components:
      ann:
        kind: ann-index
        items: 10 M
        dimensions: 128
        code-size: 16 B
        memory: 4 GB
    ```

    Fix: Compress the vectors (product quantisation, one byte a number) and compare the
    best hits in full, spread the index over shards, keep it on disk by design, or buy
    the memory.

    Source: Malkov and Yashunin 2020, Efficient and robust approximate nearest neighbor
    search using Hierarchical Navigable Small World graphs, section 4.2.3; Jégou, Douze
    and Schmid 2011, Product Quantization for Nearest Neighbor Search, both in IEEE
    TPAMI.
    """
    for holding in _holdings(facts):
        needed, index = holding.needed, holding.index.id
        if needed and needed > holding.memory.high * (1 + ROUNDING):
            yield Finding(
                ("components", index, "memory"),
                f"{index} has {holding.memory} and needs at least "
                f"{bytes_like(needed, holding.memory.text)}: {holding.arithmetic}",
                rests_on=(holding.items, holding.dimensions, holding.memory),
            )


def _holdings(facts: Facts) -> Iterator[Holding]:
    indexes = facts.of_kind("ann-index")
    load = facts.design.workload
    catalogue = load.items if load and len(indexes) == 1 else None
    for index in indexes:
        items, memory = index.quantity("items") or catalogue, index.quantity("memory")
        dimensions = index.quantity("dimensions")
        if items and memory and (dimensions or index.quantity("code-size")):
            yield Holding(index, items, dimensions, memory)
