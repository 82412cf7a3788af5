"""A simulation stands beside the formulas, and says where they are optimistic."""

import pytest

from designkit.estimates.estimator import estimate
from designkit.estimates.figure import Estimate, reason
from designkit.estimates.simulated import with_simulation
from tests.computed import estimated, figure, loaded

BUSY = """
    workload: {{requests-per-day: {requests}, peak-factor: 1}}
    components:
      app: {{kind: client}}
      rank:
        kind: model-server
        latency: {{p50: 10 ms, p99: 30 ms}}
        service-time: 12 ms
        concurrency: 1
        replicas: 2
    flows: {{calls: [app -> rank: {{carries: request}}]}}
"""


def simulated(yaml: str) -> Estimate:
    design = loaded(yaml).design
    assert design is not None
    return with_simulation(design, estimate(design), requests=400, seed=1)


def test_queues_make_the_formula_optimistic() -> None:
    found = simulated(BUSY.format(requests="12 M"))
    slow = figure(found, "simulation.p99")

    assert slow.low > figure(found, "latency.p99-estimate").value
    assert slow.low <= slow.value <= slow.high
    assert slow.note.startswith("The formula says 30 ms: it is optimistic by ")
    assert slow.working == "queues at 139/s, 400 requests, 10 runs, seed 1"
    assert figure(found, "simulation.rank.utilisation").value == pytest.approx(
        0.83, abs=0.1
    )
    assert figure(found, "simulation.rank.wait").value > 0.005


def test_without_queues_the_formula_holds() -> None:
    found = simulated(BUSY.format(requests="100 k"))

    assert figure(found, "simulation.p99").value == pytest.approx(0.03, rel=0.2)
    assert figure(found, "simulation.rank.wait-p99").value < 0.01


def test_what_cannot_be_simulated_says_why() -> None:
    found = simulated(BUSY.format(requests="100 M"))
    (gap,) = (gap for gap in found.gaps if gap.id == "simulation.p99")

    assert "rank" in reason(gap)
    assert found.get("simulation.p99") is None


def test_without_a_load_there_is_nothing_to_simulate() -> None:
    yaml = "components: {app: {kind: client}}"
    design = loaded(yaml).design
    assert design is not None
    found = with_simulation(design, estimated(yaml), requests=400, seed=1)
    (gap,) = (gap for gap in found.gaps if gap.id == "simulation.p99")

    assert "workload.requests-per-day" in reason(gap)
