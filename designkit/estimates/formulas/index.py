"""What it takes to find the nearest vectors: memory of an index, work of a scan."""

import math

from designkit.estimates.formulas.embeddings import FLOAT
from designkit.quantities.bounds import require_not_negative, require_positive

LINK = 4
"""Bytes of a link to another vector, by its number."""

ID = 8
"""Bytes of the number under which a list keeps a vector."""


def flat_size(vectors: float, dimensions: float, *, bytes_each: float = FLOAT) -> float:
    """Return the bytes of the vectors alone: N * d * bytes.

    That is the whole index of an exact search.

    Raises:
        ValueError: something is below 0.
    """
    require_not_negative(vectors=vectors, dimensions=dimensions, bytes_each=bytes_each)
    return vectors * dimensions * bytes_each


def hnsw_size(vectors: float, dimensions: float, links: float = 32) -> float:
    """Return the bytes of a graph index: N * (4d + 4M * (2 + 1 / ln M)).

    A vector has 2M links in the lowest layer and M in each of 1 / ln M layers above it
    (Malkov and Yashunin 2020, Efficient and robust approximate nearest neighbor search
    using Hierarchical Navigable Small World graphs, section 4.2.3). Places for links
    are counted, whether taken or not. Layers are whole, so that fewer are really there;
    with 32 links the whole is some 4% too much. Ids of the application, deleted vectors
    that still hold their place, and a second index during a rebuild come on top.

    Raises:
        ValueError: vectors have fewer than two links, or something is below 0.
    """
    require_not_negative(links=links)
    if links < 2:
        raise ValueError("a graph needs two links or more of each vector")
    above = LINK * links / math.log(links)
    return hnsw_base_size(vectors, dimensions, links) + vectors * above


def hnsw_base_size(vectors: float, dimensions: float, links: float = 32) -> float:
    """Return the bytes of the lowest layer of a graph index: N * (4d + 8M).

    Often quoted as the size of the whole, of which it lacks the layers above.

    Raises:
        ValueError: something is below 0.
    """
    require_not_negative(links=links)
    return flat_size(vectors, dimensions) + vectors * LINK * 2 * links


def ivf_pq_size(
    vectors: float, code_size: float, lists: float, dimensions: float
) -> float:
    """Return the bytes of lists of compressed vectors: N * (m + 8) + lists * 4d.

    Each vector is a code of `code_size` bytes and an id, each list has its centre in
    full (Jégou, Douze and Schmid 2011, Product Quantization for Nearest Neighbor
    Search). The codebooks, 1024 bytes a dimension, are left out. What the codes have
    lost is found again only by comparing the best hits in full: the vectors are then
    still kept somewhere, often on disk.

    Raises:
        ValueError: something is below 0.
    """
    require_not_negative(vectors=vectors, code_size=code_size, lists=lists)
    return vectors * (code_size + ID) + flat_size(lists, dimensions)


def scan_work(vectors: float, dimensions: float) -> float:
    """Return the operations that compare a query with every vector: 2 * N * d flop.

    A multiplication and an addition a dimension. A single query reads all vectors from
    memory for that, which takes longer than the arithmetic; batches of queries share
    the reading.

    Raises:
        ValueError: something is below 0.
    """
    require_not_negative(vectors=vectors, dimensions=dimensions)
    return 2 * vectors * dimensions


def scan_time(items: float, time_each: float, workers: float = 1) -> float:
    """Return the seconds that scoring every item takes: N * t / workers.

    The work is taken to divide evenly; the slowest worker and the merging of results
    come on top. Ten million items of 50 µs are 500 s, which is why a request is first
    narrowed down to candidates.

    Raises:
        ValueError: something is below 0, or nobody works.
    """
    require_not_negative(items=items, time_each=time_each)
    require_positive(workers=workers)
    return items * time_each / workers
