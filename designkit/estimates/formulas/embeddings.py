"""What tables of embeddings take: memory to serve, memory to train, bytes to read."""

from dataclasses import dataclass

from designkit.quantities.bounds import require_not_negative

FLOAT = 4
"""Bytes of a number of single precision."""


@dataclass(frozen=True, slots=True)
class Optimiser:
    """What an optimiser remembers: so many numbers a weight, so many bytes a row."""

    slots: float = 0
    row_bytes: float = 0


SGD = Optimiser()
"""Plain gradient descent remembers nothing; so does a table that is not trained."""

ADAGRAD = Optimiser(slots=1)
"""A sum of squares for each weight (Duchi, Hazan and Singer 2011, Adaptive Subgradient
Methods for Online Learning and Stochastic Optimization)."""

ADAM = Optimiser(slots=2)
"""Two moments for each weight (Kingma and Ba 2015, Adam: A Method for Stochastic
Optimization)."""

ROWWISE_ADAGRAD = Optimiser(row_bytes=FLOAT)
"""One sum of squares for a whole row (Mudigere and others 2022, Software-Hardware
Co-design for Fast and Scalable Training of Deep Learning Recommendation Models)."""


def table_size(rows: float, dimensions: float, *, bytes_each: float = FLOAT) -> float:
    """Return the bytes of a table of embeddings: rows * dimensions * bytes.

    One copy, as it is served (Naumov and others 2019, Deep Learning Recommendation
    Model for Personalization and Recommendation Systems). A table that is indexed by
    key rather than by number needs a map of the keys beside it, which may be as large.

    Raises:
        ValueError: something is below 0.
    """
    require_not_negative(rows=rows, dimensions=dimensions, bytes_each=bytes_each)
    return rows * dimensions * bytes_each


def size_in_training(
    rows: float,
    dimensions: float,
    *,
    optimiser: Optimiser = SGD,
    bytes_each: float = FLOAT,
) -> float:
    """Return the bytes of a table while it is trained: size * (1 + slots) + rows * r.

    Slots are taken to be as wide as the weights; where those are halved to two bytes,
    slots often stay at four. Gradients and activations come on top, but only those of
    the rows in a batch.

    Raises:
        ValueError: something is below 0.
    """
    require_not_negative(slots=optimiser.slots, row_bytes=optimiser.row_bytes)
    size = table_size(rows, dimensions, bytes_each=bytes_each)
    return size * (1 + optimiser.slots) + rows * optimiser.row_bytes


def lookup_size(
    items: float, ids: float, dimensions: float, *, bytes_each: float = FLOAT
) -> float:
    """Return the bytes of embeddings read for a request: items * ids * size of a row.

    Each of the `items` that are scored looks up `ids` rows. Where rows are added up
    beside the table (pooling), only the sums travel through the network, but all of
    these bytes are still read from memory, and that limits how fast a request is.

    Raises:
        ValueError: something is below 0.
    """
    require_not_negative(
        items=items, ids=ids, dimensions=dimensions, bytes_each=bytes_each
    )
    return items * ids * dimensions * bytes_each
