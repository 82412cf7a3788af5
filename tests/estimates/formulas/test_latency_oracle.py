"""The sum of lognormal hops beside a simulation of it."""

from math import log
from random import Random

import pytest

from designkit.estimates.formulas.fan_out import first_of, hedged, slowest_of
from designkit.estimates.formulas.latency import Lognormal, added

DRAWS = 200_000
"""The p99 of so many is known to 0.3%: √(0.01 * 0.99 / n) over the density there."""

HOPS = tuple(Lognormal.fitted(*times) for times in ((5, 15), (8, 30), (12, 40)))
LEAF = Lognormal.fitted(5, 20)
HEDGED_AFTER = LEAF.quantile(0.95)


def drawn(random: Random, time: Lognormal) -> float:
    return random.lognormvariate(log(time.median), time.spread)


@pytest.fixture(scope="module")
def totals() -> list[float]:
    random = Random(20)
    return sorted(sum(drawn(random, hop) for hop in HOPS) for _ in range(DRAWS))


@pytest.mark.parametrize(
    ("q", "tolerance"),
    [
        pytest.param(0.5, 0.01, id="p50"),
        pytest.param(0.95, 0.01, id="p95"),
        pytest.param(0.99, 0.02, id="p99, where the fit itself is 1.6% low"),
    ],
)
def test_the_sum_of_hops_is_that_of_a_simulation(
    totals: list[float], q: float, tolerance: float
) -> None:
    simulated = totals[int(q * DRAWS)]

    assert added(HOPS).quantile(q) == pytest.approx(simulated, rel=tolerance)


def test_a_fan_out_is_that_of_a_simulation() -> None:
    random = Random(21)
    requests = [sorted(drawn(random, LEAF) for _ in range(20)) for _ in range(10_000)]
    slowest = sorted(times[-1] for times in requests)
    but_one = sorted(times[-2] for times in requests)

    assert slowest_of(LEAF, 20, q=0.9) == pytest.approx(slowest[9_000], rel=0.02)
    assert first_of(LEAF, 19, of=20, q=0.9) == pytest.approx(but_one[9_000], rel=0.02)


def test_hedging_is_that_of_a_simulation() -> None:
    random = Random(22)
    calls = sorted(
        min(drawn(random, LEAF), HEDGED_AFTER + drawn(random, LEAF))
        for _ in range(DRAWS)
    )

    simulated = calls[int(0.99 * DRAWS)]
    assert hedged(LEAF, HEDGED_AFTER) == pytest.approx(simulated, rel=0.01)
