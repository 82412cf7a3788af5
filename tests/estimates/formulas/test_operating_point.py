"""A replica of a language model under load: 70.6e9 parameters in fp8 on an H200."""

from collections.abc import Callable

import pytest

from designkit.estimates.formulas.decoding import MBU, MFU, prefill_work
from designkit.estimates.formulas.operating_point import (
    LoadedReplica,
    highest_rate,
    replicas_for,
)
from designkit.estimates.formulas.training import work_time

READ = 4.8e12 * MBU
TOKEN = 163_840
PEAK = 240_000 / 86_400 * 4


def server(
    fresh: float, past: float, output: float
) -> Callable[[float], LoadedReplica]:
    work = prefill_work(70.6e9, 80, 8_192, fresh, past)
    context = fresh + past + output / 2
    return lambda rate: LoadedReplica(
        rate=rate,
        prefill=work_time(work, 1979e12, MFU),
        output=output,
        base=70.6e9 / READ,
        each=context * TOKEN / READ,
    )


def test_reading_slows_writing_down() -> None:
    calm, busy = (server(2_000, 0, 300)(rate) for rate in (1, 2))

    assert calm.prefill == pytest.approx(0.290695, rel=2e-6)
    assert calm.reading_share == pytest.approx(0.290695, rel=2e-6)
    assert calm.running == pytest.approx(9.29931, rel=1e-6)
    assert calm.per_token == pytest.approx(0.0309977, rel=2e-6)
    assert calm.wait == pytest.approx(0.05957, rel=1e-4)
    assert busy.reading_share == pytest.approx(0.581390, rel=2e-6)
    assert busy.running == pytest.approx(35.4425, rel=2e-6)
    assert busy.per_token == pytest.approx(0.0590709, rel=2e-6)


def test_a_replica_has_a_highest_rate() -> None:
    rate = highest_rate(server(2_000, 0, 300), 0.050)

    assert rate == pytest.approx(1.79968, rel=1e-5)


@pytest.mark.parametrize(
    ("replicas", "share", "per_token"),
    [(8, 0.7291, 0.1312), (10, 0.5833, 0.0640), (12, 0.4861, 0.04775)],
)
def test_more_replicas_write_faster(
    replicas: int, share: float, per_token: float
) -> None:
    point = server(3_500, 1_000, 350)(PEAK / replicas)

    assert point.reading_share == pytest.approx(share, rel=1e-3)
    assert point.per_token == pytest.approx(per_token, rel=1e-3)


def test_twelve_replicas_are_enough() -> None:
    point = server(3_500, 1_000, 350)(PEAK / 12)

    assert point.running == pytest.approx(15.47, rel=1e-3)
    assert point.wait == pytest.approx(0.248, rel=2e-3)


@pytest.mark.parametrize(
    ("fresh", "past", "per_token", "replicas"),
    [
        pytest.param(3_500, 1_000, 0.0640, 10, id="slower"),
        pytest.param(4_500, 0, 0.0518, 14, id="14 without a prefix cache"),
        pytest.param(4_500, 0, 0.0438, 16, id="16 without a prefix cache"),
        pytest.param(1_900, 1_000, 0.0446, 7, id="half the passages"),
    ],
)
def test_a_promise_needs_replicas(
    fresh: float, past: float, per_token: float, replicas: int
) -> None:
    found = replicas_for(server(fresh, past, 350), PEAK, per_token * 1.002, 70)

    assert found == replicas


def test_memory_can_ask_for_more_replicas() -> None:
    load = server(3_500, 1_000, 350)

    assert replicas_for(load, PEAK, 1, 70) == 8
    assert replicas_for(load, PEAK, 1, 15) == 13


def test_nobody_writes_faster_than_weights_are_read() -> None:
    with pytest.raises(ValueError, match="more slowly"):
        highest_rate(server(2_000, 0, 300), 0.020)
    with pytest.raises(ValueError, match="no number of replicas"):
        replicas_for(server(2_000, 0, 300), 10, 0.020, 70)


@pytest.mark.parametrize(
    ("rate", "why"), [(4, "reading prompts"), (3.2, "faster than they can be written")]
)
def test_a_replica_can_be_asked_for_too_much(rate: float, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        server(2_000, 0, 300)(rate)
