"""What it takes to tune a language model of 8.03e9 parameters."""

import pytest

from designkit.estimates.formulas.fine_tuning import (
    FOUR_BITS,
    adapter_parameters,
    adapter_work,
    tuning_memory,
)
from designkit.estimates.formulas.model_memory import grouped_bytes
from designkit.estimates.formulas.training import (
    training_cost,
    transformer_work,
    work_time,
)

BASE = 8.03e9
TOKENS = 3e8
SIDES = 32 * (2 * (4_096 + 4_096) + 2 * (4_096 + 1_024) + 3 * (4_096 + 14_336))
"""Seven matrices in each of 32 layers: query and output, key and value, and three."""


def test_a_full_tuning_takes_an_hour() -> None:
    work = transformer_work(BASE, TOKENS)
    time = work_time(work, 8 * 989e12, 0.4)

    assert work == pytest.approx(1.4454e19, rel=1e-6)
    assert time == pytest.approx(4_567.1, rel=1e-5)
    assert training_cost(8, 3 / 3_600, time) == pytest.approx(30.45, rel=1e-4)


def test_an_adapter_takes_two_thirds() -> None:
    work = adapter_work(BASE, TOKENS)

    assert work_time(work, 8 * 989e12, 0.4) == pytest.approx(3_044.7, rel=2e-5)


def test_an_adapter_is_small() -> None:
    adapter = adapter_parameters(16, SIDES)

    assert adapter == 41_943_040
    assert adapter / BASE == pytest.approx(0.0052, abs=5e-5)
    assert 2 * adapter == pytest.approx(84e6, rel=2e-3)
    assert 50 * 2 * adapter == pytest.approx(4.2e9, rel=2e-3)


def test_what_does_not_change_takes_little_memory() -> None:
    """Four bits: 0.52 bytes, rounded in the text, are 0.515625 in its sum of 4.81 GB."""
    adapter = adapter_parameters(16, SIDES)

    assert tuning_memory(BASE) == pytest.approx(128.48e9)
    assert tuning_memory(70.6e9) == pytest.approx(1_129.6e9)
    assert tuning_memory(adapter, BASE) == pytest.approx(16.73e9, rel=1e-3)
    assert grouped_bytes(4, 128) == FOUR_BITS
    found = tuning_memory(adapter, BASE, FOUR_BITS)
    assert found == pytest.approx(4.81e9, rel=1e-3)


def test_nothing_has_less_than_no_tokens() -> None:
    with pytest.raises(ValueError, match="tokens must lie not below 0"):
        adapter_work(BASE, -1)
