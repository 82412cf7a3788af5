"""The memory of a language model that serves: weights, keys and values of tokens."""

from math import floor

from designkit.quantities.bounds import (
    ROUNDING,
    finite,
    require_not_negative,
    require_positive,
    require_share,
)


@finite
def weights_size(parameters: float, bytes_each: float) -> float:
    """Return the bytes of the weights: parameters * bytes.

    All parameters count, those of experts that a token does not use as well. A weight
    has 2 bytes in bf16, 1 in fp8 and int8; in int4 half a byte and its part of the
    scales, see `grouped_bytes`.

    Raises:
        ValueError: a number is negative.
    """
    require_not_negative(parameters=parameters, bytes_each=bytes_each)
    return parameters * bytes_each


@finite
def grouped_bytes(bits: float, group: float) -> float:
    """Return the bytes of a weight that shares a scale of 2 bytes: bits / 8 + 2 / g.

    `group` weights have one scale, usually 128 (Frantar and others 2022, GPTQ). Layers
    that stay at full precision come on top.

    Raises:
        ValueError: the bits are negative, or there is no group.
    """
    require_not_negative(bits=bits)
    require_positive(group=group)
    return bits / 8 + 2 / group


@finite
def token_size(
    layers: float, kv_heads: float, head_size: float, bytes_each: float
) -> float:
    """Return the bytes that a token keeps while it is read: 2 * L * heads * d * bytes.

    A key and a value in each layer and head. `kv_heads` is the number of all heads only
    in models that do not share them: 8 for groups, 1 for one set of keys (Ainslie and
    others 2023, GQA, arXiv 2305.13245).

    Raises:
        ValueError: a number is negative.
    """
    require_not_negative(layers=layers, kv_heads=kv_heads)
    require_not_negative(head_size=head_size, bytes_each=bytes_each)
    return 2 * layers * kv_heads * head_size * bytes_each


@finite
def latent_token_size(layers: float, numbers: float, bytes_each: float) -> float:
    """Return the bytes of a token whose keys and values are compressed: L * n * bytes.

    `numbers` are those of the compressed vector and of its position together, 512 and
    64 in DeepSeek-V3 (DeepSeek-AI 2024, arXiv 2412.19437).

    Raises:
        ValueError: a number is negative.
    """
    require_not_negative(layers=layers, numbers=numbers, bytes_each=bytes_each)
    return layers * numbers * bytes_each


@finite
def sequences_that_fit(
    memory: float, share: float, weights: float, token_size: float, tokens: float
) -> int:
    """Return the sequences of so many `tokens` beside the weights: ⌊(Mu - W) / (bn)⌋.

    `memory` is that of all cards of a replica, `share` the part for weights and keys
    and values together. Tokens are those of prompt and answer at the length that has to
    fit; paging loses less than a block of 16 each, while a server without it reserves
    the longest length (Kwon and others 2023, PagedAttention, arXiv 2309.06180). It is 0
    where the weights alone leave nothing.

    Raises:
        ValueError: a number is negative, the share is not from 0 to 1, or a sequence
            takes no memory.
    """
    require_not_negative(memory=memory, weights=weights)
    require_share(memory_share=share)
    require_positive(token_size=token_size, tokens=tokens)
    left = memory * share - weights
    return max(0, floor(left / (token_size * tokens) * (1 + ROUNDING)))
