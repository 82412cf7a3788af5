"""A critical path that leaves little of the promise."""

import pytest

from designkit.checks.rules.serving.over_budget import over_budget
from designkit.checks.rules.serving.thin_budget import thin_budget
from tests.rule_examples import told

DESIGN = """\
objectives: {{latency: {{p99: {promise}}}}}
components:
  app: {{kind: client}}
  gateway: {{kind: gateway, latency: {{p99: 12 ms}}}}
  rank: {{kind: model-server, latency: {{p99: {rank}}}}}
  store: {{kind: online-store, latency: {{p99: 30 ms}}}}
flows:
  calls: [app -> gateway -> rank: request]
  lookups: [store -> rank: feature-values]
"""


@pytest.mark.parametrize(
    ("promise", "rank", "expected"),
    [
        pytest.param(
            "100 ms",
            "42 ms",
            "1 warning: the critical path takes 84 ms at p99, 84% of the promised "
            "100 ms: gateway 12 ms → store 30 ms → rank 42 ms; 16 ms are left for "
            "queues, pauses and the network",
            id="a sixth is left",
        ),
        pytest.param(
            "90 ms..100 ms",
            "58 ms",
            "1 warning: the critical path takes 100 ms at p99, 100% of the promised "
            "90 ms..100 ms: gateway 12 ms → store 30 ms → rank 58 ms; 0 ms are left "
            "for queues, pauses and the network",
            id="nothing is left at the far end",
        ),
    ],
)
def test_a_path_without_room_is_found(promise: str, rank: str, expected: str) -> None:
    assert told(DESIGN.format(promise=promise, rank=rank), thin_budget) == [expected]


@pytest.mark.parametrize(
    ("promise", "rank"),
    [
        pytest.param("100 ms", "38 ms", id="a fifth is left"),
        pytest.param("0.1 s", "38 ms", id="a fifth is left, in seconds"),
        pytest.param("90 ms..110 ms", "42 ms", id="room at the far end"),
        pytest.param("0 ms", "42 ms", id="nothing promised"),
    ],
)
def test_a_path_with_room_is_no_fault(promise: str, rank: str) -> None:
    assert told(DESIGN.format(promise=promise, rank=rank), thin_budget) == []


@pytest.mark.parametrize("rank", ["38 ms", "42 ms", "58 ms", "58.1 ms", "90 ms"])
def test_a_path_is_thin_or_over_its_budget_and_never_both(rank: str) -> None:
    text = DESIGN.format(promise="100 ms", rank=rank)
    told_by = [rule.name for rule in (thin_budget, over_budget) if told(text, rule)]

    assert told_by == {
        "38 ms": [],
        "42 ms": ["thin-budget"],
        "58 ms": ["thin-budget"],
    }.get(rank, ["over-budget"])


def test_a_design_that_promises_no_latency_is_not_asked() -> None:
    text = DESIGN.format(promise="1 s", rank="1 s").split("\n", 1)[1]

    assert told(text, thin_budget) == []
