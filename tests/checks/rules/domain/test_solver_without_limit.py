"""What stops a solver in time."""

import pytest

from designkit.checks.rules.domain.solver_without_limit import solver_without_limit
from tests.rule_examples import told

FREE = "may take as long as it likes"


@pytest.mark.parametrize(
    ("stated", "level"),
    [
        pytest.param(
            "interval: 2 s, time-limit: none", "warning", id="said to be free"
        ),
        pytest.param("interval: 2 s", "info", id="not said"),
        pytest.param("latency: {p99: 200 ms}", "info", id="a percentile is no limit"),
        pytest.param("timeout: 1 s", "info", id="who waits less still gets no plan"),
    ],
)
def test_a_solver_without_a_limit_is_found(stated: str, level: str) -> None:
    text = f"components:\n  match: {{kind: optimizer, {stated}}}\n"

    assert told(text, solver_without_limit) == [f"2 {level}: match {FREE}"]


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param("interval: 2 s, time-limit: 800 ms", id="within the round"),
        pytest.param("time-limit: 1 s..5 s", id="a range"),
        pytest.param("time-limit: {value: 20 min, assumed: a plan a day}", id="long"),
    ],
)
def test_a_solver_that_stops_passes(stated: str) -> None:
    text = f"components:\n  match: {{kind: optimizer, {stated}}}\n"

    assert told(text, solver_without_limit) == []


def test_each_of_two_solvers_needs_one() -> None:
    text = """\
components:
  day: {kind: optimizer, time-limit: 10 min}
  now: {kind: optimizer, time-limit: none}
"""

    assert told(text, solver_without_limit) == [f"3 warning: now {FREE}"]
