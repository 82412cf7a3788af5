"""Solvers whose limit is longer than the time that there is."""

import pytest

from designkit.checks.rules.wiring.solver_out_of_time import solver_out_of_time
from tests.rule_examples import told

DESIGN = """\
objectives: {latency: {p99: %s}}
components:
  app: {kind: client}
  door: {kind: gateway}
  match: {kind: optimizer, %s}
flows:
  calls: [app -> door: request%s]
"""
CALLED = ", {door -> match: {carries: request, timeout: 4 s}}"


@pytest.mark.parametrize(
    ("solver", "call", "promised", "expected"),
    [
        pytest.param(
            "time-limit: 10 s, interval: 30 s",
            CALLED,
            "20 s",
            "door waits for 4 s",
            id="its caller",
        ),
        pytest.param(
            "time-limit: 10 s, timeout: 6 s",
            ", door -> match: request",
            "20 s",
            "its callers wait for 6 s",
            id="all its callers",
        ),
        pytest.param(
            "time-limit: 10 s",
            ", door -> match: request",
            "2 s",
            "a request may take 2 s",
            id="the request",
        ),
        pytest.param(
            "time-limit: 10 s, interval: 5 s",
            "",
            "20 s",
            "the next plan starts after 5 s",
            id="the next plan",
        ),
    ],
)
def test_a_limit_beyond_the_time_there_is_is_found(
    solver: str, call: str, promised: str, expected: str
) -> None:
    assert told(DESIGN % (promised, solver, call), solver_out_of_time) == [
        f"5 error: match may solve for 10 s, and {expected}"
    ]


@pytest.mark.parametrize(
    ("solver", "call"),
    [
        pytest.param("time-limit: 4 s, interval: 4 s", CALLED, id="just so"),
        pytest.param("time-limit: 3 s..10 s", CALLED, id="at best"),
        pytest.param("interval: 1 s", CALLED, id="no limit"),
        pytest.param("time-limit: 1 h, interval: 2 h", "", id="nobody waits"),
        pytest.param("time-limit: 1 h, timeout: 1 s", "", id="nobody calls it"),
    ],
)
def test_a_limit_within_the_time_passes(solver: str, call: str) -> None:
    assert told(DESIGN % ("20 s", solver, call), solver_out_of_time) == []
