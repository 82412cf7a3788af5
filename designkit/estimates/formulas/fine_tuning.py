"""What it takes to tune a language model: work, and memory without activations."""

from designkit.quantities.bounds import finite, require_not_negative

STATE = 16
"""Bytes of a trained parameter: weight and gradient in two bytes each, and Adam's three
numbers in four (Rajbhandari and others 2019, ZeRO, section 3.1)."""

HALF = 2
"""Bytes of a weight that stays as it is, in bf16."""

FOUR_BITS = 0.515625
"""Bytes of a weight that stays as it is, in four bits with a scale for 128 of them
(Dettmers and others 2023, QLoRA)."""


@finite
def adapter_work(parameters: float, tokens: float) -> float:
    """Return the operations that train an adapter: 4 * parameters * tokens.

    Forward and back through weights that have no gradients of their own; a full tuning
    is `training.transformer_work`.

    Raises:
        ValueError: a number is negative.
    """
    require_not_negative(parameters=parameters, tokens=tokens)
    return 4 * parameters * tokens


@finite
def adapter_parameters(rank: float, sides: float) -> float:
    """Return the parameters of an adapter: rank * Σ (in + out).

    `sides` is the sum of both sides of all matrices that are adapted (Hu and others
    2021, LoRA, arXiv 2106.09685).

    Raises:
        ValueError: a number is negative.
    """
    require_not_negative(rank=rank, sides=sides)
    return rank * sides


@finite
def tuning_memory(trained: float, kept: float = 0, bytes_kept: float = HALF) -> float:
    """Return the bytes of a tuning: 16 * trained + bytes * kept.

    `trained` are the parameters that change, with Adam in mixed precision, and `kept`
    those of a base that does not. Activations come on top, by batch and length.

    Raises:
        ValueError: a number is negative.
    """
    require_not_negative(trained=trained, kept=kept, bytes_kept=bytes_kept)
    return STATE * trained + bytes_kept * kept
