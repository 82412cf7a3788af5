"""Requests that wait for many shards."""

import pytest

from designkit.checks.rules.serving.fan_out_tail import fan_out_tail
from tests.rule_examples import told

DESIGN = """\
components:
  app: {{kind: client}}
  search: {{kind: candidate-generator}}
  leaf: {{kind: inverted-index, latency: {{p99: 20 ms{tail}}}}}
flows:
  {flows}
"""
CALL = "calls: [app -> search: request, search -> leaf: {{carries: request, {}}}]"
READ = """\
calls: [app -> search: request]
  lookups: [leaf -> search: {{carries: candidates, {}}}]"""


def told_of(flow: str, options: str, tail: str = "") -> list[str]:
    return told(DESIGN.format(flows=flow.format(options), tail=tail), fan_out_tail)


@pytest.mark.parametrize(
    ("flow", "shards", "tail", "expected"),
    [
        pytest.param(
            CALL,
            100,
            "",
            "6 warning: search waits for 100 shards of leaf: 63% of requests meet one "
            "that is slower than its p99",
            id="called",
        ),
        pytest.param(
            READ,
            6,
            "",
            "7 warning: search waits for 6 shards of leaf: 6% of requests meet one "
            "that is slower than its p99",
            id="read",
        ),
        pytest.param(
            READ,
            100,
            ", p999: 50 ms",
            "7 warning: search waits for 100 shards of leaf: 10% of requests meet one "
            "that is slower than its p99.9",
            id="too many for the p99.9",
        ),
    ],
)
def test_a_tail_that_is_not_planned_is_found(
    flow: str, shards: int, tail: str, expected: str
) -> None:
    assert told_of(flow, f"fan-out: {shards}", tail) == [expected]


@pytest.mark.parametrize(
    ("options", "tail"),
    [
        pytest.param("fan-out: 5", "", id="few shards"),
        pytest.param("fan-out: 50", ", p999: 50 ms", id="planned with the p99.9"),
        pytest.param("fan-out: 100, slowest: hedged", "", id="hedged"),
        pytest.param("fan-out: 100, slowest: left out", "", id="left out"),
        pytest.param("note: one shard", "", id="no fan-out"),
    ],
)
def test_a_tail_that_is_planned_passes(options: str, tail: str) -> None:
    assert told_of(CALL, options, tail) == []


def test_a_note_is_for_readers_and_promises_nothing() -> None:
    assert len(told_of(CALL, "fan-out: 100, note: the first is hedged")) == 1


def test_nobody_waits_for_shards_outside_a_request() -> None:
    flows = "streams: [search -> leaf: {{carries: event, {}}}]"

    assert told_of(flows, "fan-out: 100") == []
