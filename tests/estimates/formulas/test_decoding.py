"""How fast a language model reads a prompt and writes an answer.

Vectors: models of 8.03e9 and 70.6e9 parameters, on an H100 and an H200.
"""

from dataclasses import dataclass

import pytest

from designkit.estimates.formulas.decoding import (
    MBU,
    MFU,
    prefill_work,
    request_work_time,
    ridge,
    speculative_gain,
    step_time,
    tokens_a_pass,
)
from designkit.estimates.formulas.model_memory import sequences_that_fit, token_size
from designkit.estimates.formulas.training import work_time


@dataclass(frozen=True)
class Server:
    """A model with weights and cache in fp8 on a card."""

    parameters: float
    layers: float
    width: float
    memory: float
    flop_rate: float
    bandwidth: float

    @property
    def token_size(self) -> float:
        return token_size(self.layers, 8, 128, 1)

    def prefill(self, tokens: float, past: float = 0) -> float:
        work = prefill_work(self.parameters, self.layers, self.width, tokens, past)
        return work_time(work, self.flop_rate, MFU)

    def step(self, running: float, context: float) -> float:
        return step_time(
            running,
            context,
            weights=self.parameters,
            parameters=self.parameters,
            token_size=self.token_size,
            flop_rate=self.flop_rate * MFU,
            bandwidth=self.bandwidth * MBU,
        )

    def most(self, tokens: float) -> int:
        fit = sequences_that_fit(
            self.memory, 0.9, self.parameters, self.token_size, tokens
        )
        return min(fit, 2_048)

    def work(self, read: float, written: float, running: float) -> float:
        step = self.step(running, read + written / 2)
        return request_work_time(self.prefill(read), written, step, running)


LARGE = Server(70.6e9, 80, 8_192, 141e9, 1979e12, 4.8e12)
SMALL_H100 = Server(8.03e9, 32, 4_096, 80e9, 1979e12, 3.35e12)
SMALL_H200 = Server(8.03e9, 32, 4_096, 141e9, 1979e12, 4.8e12)


def test_attention_grows_with_the_square_of_a_prompt() -> None:
    work = prefill_work(70.6e9, 80, 8_192, 4_000)

    assert work == pytest.approx(5.857715e14, rel=1e-6)
    assert LARGE.prefill(4_000) == pytest.approx(0.591987, rel=1e-6)
    assert LARGE.prefill(32_000) == pytest.approx(5.922766, rel=1e-6)
    attention = prefill_work(0, 80, 8_192, 32_000)
    assert attention / prefill_work(70.6e9, 80, 8_192, 32_000) == pytest.approx(
        0.229, abs=5e-4
    )


def test_a_small_model_reads_fast() -> None:
    work = prefill_work(8.03e9, 32, 4_096, 4_000)

    assert work_time(work, 989e12, MFU) == pytest.approx(0.138391, rel=5e-6)


def test_tokens_of_before_are_attended_to_only() -> None:
    both = prefill_work(70.6e9, 80, 8_192, 3_000)
    first = prefill_work(70.6e9, 80, 8_192, 1_000)

    assert first + prefill_work(70.6e9, 80, 8_192, 2_000, 1_000) == both


@pytest.mark.parametrize(
    ("running", "step", "each", "together"),
    [
        (1, 0.021207, 47.15, 47.15),
        (32, 0.027253, 36.69, 1_174.2),
        (64, 0.033495, 29.86, 1_910.7),
        (85, 0.037591, 26.60, 2_261.2),
    ],
)
def test_a_batch_shares_the_reading_of_weights(
    running: float, step: float, each: float, together: float
) -> None:
    found = LARGE.step(running, 4_000)

    assert found == pytest.approx(step, rel=5e-5)
    assert 1 / found == pytest.approx(each, rel=2e-4)
    assert running / found == pytest.approx(together, rel=2e-4)


def test_arithmetic_limits_large_batches() -> None:
    limit = ridge(LARGE.flop_rate * MFU, LARGE.bandwidth * MBU) / 2

    assert LARGE.step(limit, 0) == pytest.approx(LARGE.step(1, 0))
    assert LARGE.step(2 * limit, 0) == pytest.approx(2 * LARGE.step(1, 0))


@pytest.mark.parametrize(
    ("flop_rate", "bandwidth", "found"),
    [
        (989e12, 3.35e12, 295),
        (1979e12, 3.35e12, 591),
        (989e12, 4.8e12, 206),
        (1979e12, 4.8e12, 412),
    ],
)
def test_a_card_has_a_ridge(flop_rate: float, bandwidth: float, found: float) -> None:
    assert round(ridge(flop_rate, bandwidth)) == found


def test_a_full_server_has_a_ceiling() -> None:
    running = LARGE.most(2_048 + 128 / 2)
    work = LARGE.work(2_048, 128, running)

    assert running == 162
    assert LARGE.prefill(2_048) == pytest.approx(0.297802, rel=2e-6)
    assert LARGE.step(162, 2_112) == pytest.approx(0.0398007, rel=3e-6)
    assert work == pytest.approx(0.329250, rel=3e-6)
    assert 1 / work == pytest.approx(3.03721, rel=2e-6)
    assert 128 / work == pytest.approx(388.763, rel=2e-6)


@pytest.mark.parametrize(
    ("read", "written", "large", "small", "small_on_h200"),
    [
        (128, 128, (3_391, 3_803), (26_413, 28_312), (27_594, 27_911)),
        (128, 2_048, (4_812, 4_336), (20_226, 22_714), (25_178, 26_221)),
        (500, 2_000, (3_973, 3_666), (16_066, 17_660), (20_170, 20_770)),
        (1_000, 1_000, (2_779, 2_909), (13_396, 15_220), (16_133, 17_744)),
        (2_048, 128, (389, 442), (2_910, 3_450), (3_069, 3_538)),
        (2_048, 2_048, (2_064, 2_003), (8_413, 9_305), (10_762, 12_194)),
        (5_000, 500, (483, 566), (2_934, 3_459), (3_399, 3_902)),
        (20_000, 2_000, (248, 283), (1_141, 1_351), (1_532, 1_804)),
    ],
)
def test_throughputs_are_near_published_ones(
    read: float,
    written: float,
    large: tuple[float, float],
    small: tuple[float, float],
    small_on_h200: tuple[float, float],
) -> None:
    """NVIDIA, TensorRT-LLM 1.0, performance overview: fp8, tokens a second.

    Answers are half written on average, so that is what a sequence takes.
    """
    servers = (LARGE, large), (SMALL_H100, small), (SMALL_H200, small_on_h200)
    for server, (estimated, published) in servers:
        running = server.most(read + written / 2)
        found = written / server.work(read, written, running)

        assert found == pytest.approx(estimated, rel=2e-3)
        assert 0.83 < found / published < 1.12


@pytest.mark.parametrize(
    ("acceptance", "tokens", "gain", "slow_gain"),
    [
        (0.8, 3.3616, 2.801333, 1.977412),
        (0.6, 2.3056, 1.921333, 1.356235),
        (0.4, 1.6496, 1.374667, 0.970353),
    ],
)
def test_drafting_pays_while_memory_limits(
    acceptance: float, tokens: float, gain: float, slow_gain: float
) -> None:
    assert tokens_a_pass(acceptance, 4) == pytest.approx(tokens, rel=1e-6)
    assert speculative_gain(acceptance, 4, 0.05) == pytest.approx(gain, rel=1e-6)
    slow = speculative_gain(acceptance, 4, 0.05, check_cost=1.5)
    assert slow == pytest.approx(slow_gain, rel=1e-6)


def test_a_card_reads() -> None:
    with pytest.raises(ValueError, match="bandwidth must lie above 0"):
        step_time(1, 1, 1, 1, 1, 1, 0)
