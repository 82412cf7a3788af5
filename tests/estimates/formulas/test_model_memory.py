"""The memory of a language model that serves."""

import pytest

from designkit.estimates.formulas.model_memory import (
    grouped_bytes,
    latent_token_size,
    sequences_that_fit,
    token_size,
    weights_size,
)

SMALL = 8.03e9
LARGE = 70.6e9
H100, H200 = 80e9, 141e9


@pytest.mark.parametrize(
    ("parameters", "bytes_each", "size"),
    [
        pytest.param(SMALL, 2, 16.06e9, id="8B in bf16"),
        pytest.param(SMALL, 1, 8.03e9, id="8B in fp8"),
        pytest.param(SMALL, grouped_bytes(4, 128), 4.140e9, id="8B in int4"),
        pytest.param(LARGE, 2, 141.2e9, id="70B in bf16"),
        pytest.param(LARGE, 1, 70.6e9, id="70B in fp8"),
        pytest.param(LARGE, grouped_bytes(4, 128), 36.403e9, id="70B in int4"),
    ],
)
def test_weights_are_parameters(
    parameters: float, bytes_each: float, size: float
) -> None:
    assert weights_size(parameters, bytes_each) == pytest.approx(size, rel=2e-4)


@pytest.mark.parametrize(
    ("layers", "heads", "size"),
    [
        pytest.param(32, 32, 524_288, id="a set of keys for each head"),
        pytest.param(32, 8, 131_072, id="groups of heads"),
        pytest.param(32, 1, 16_384, id="one set for all"),
        pytest.param(80, 8, 327_680, id="70B"),
        pytest.param(126, 8, 516_096, id="405B"),
        pytest.param(40, 40, 819_200, id="OPT-13B"),
    ],
)
def test_a_token_keeps_a_key_and_a_value(
    layers: float, heads: float, size: float
) -> None:
    assert token_size(layers, heads, 128, 2) == size
    assert token_size(layers, heads, 128, 1) == size / 2


def test_keys_and_values_can_be_compressed() -> None:
    assert latent_token_size(61, 512 + 64, 2) == 70_272


@pytest.mark.parametrize(
    ("tokens", "size"),
    [(4_000, 1.31072e9), (32_000, 10.48576e9), (128_000, 41.94304e9)],
)
def test_a_long_prompt_takes_gigabytes(tokens: float, size: float) -> None:
    assert tokens * token_size(80, 8, 128, 2) == size


@pytest.mark.parametrize(
    ("memory", "weights", "each", "tokens", "number"),
    [
        pytest.param(H200, LARGE, 327_680, 4_000, 42, id="70B on one H200"),
        pytest.param(H200, LARGE, 163_840, 4_000, 85, id="cache in fp8"),
        pytest.param(2 * H100, LARGE, 327_680, 4_000, 55, id="70B on two H100"),
        pytest.param(H100, 2 * SMALL, 131_072, 4_000, 106, id="8B on one H100"),
        pytest.param(H200, LARGE, 327_680, 8_192, 20, id="the longest is reserved"),
        pytest.param(H200, 2 * LARGE, 327_680, 4_000, 0, id="not even the weights"),
    ],
)
def test_what_weights_leave_holds_sequences(
    memory: float, weights: float, each: float, tokens: float, number: int
) -> None:
    assert sequences_that_fit(memory, 0.9, weights, each, tokens) == number


def test_a_sequence_takes_memory() -> None:
    with pytest.raises(ValueError, match="token size must lie above 0"):
        sequences_that_fit(H100, 0.9, SMALL, 0, 4_000)
