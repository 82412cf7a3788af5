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


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param(
            "interval: 10 s, time-limit: 15 s",
            ["2 warning: plan may take 15 s, and the next plan is due after 10 s"],
            id="the next round has begun",
        ),
        pytest.param(
            "interval: 10 s, time-limit: {value: 15 s, assumed: a guess}",
            [
                "2 info: plan may take 15 s, and the next plan is due after 10 s; "
                "15 s is assumed"
            ],
            id="by a guess",
        ),
        pytest.param("interval: 10 s, time-limit: 10 s", [], id="just in time"),
        pytest.param("interval: 10 s, time-limit: 8 s..12 s", [], id="perhaps"),
    ],
)
def test_a_plan_is_there_before_the_next_is_due(
    stated: str, expected: list[str]
) -> None:
    text = f"components:\n  plan: {{kind: optimizer, {stated}}}\n"

    assert told(text, solver_without_limit) == expected


PLANS = """\
components:
  plan: {kind: optimizer, interval: 9 s, time-limit: 2 s, incumbent-fallback: %s}
  courier: {kind: device}
  near: {kind: %s}
flows:
  streams:
    - plan -> courier: decision
    - near -> courier: %s
"""


@pytest.mark.parametrize(
    ("word", "kind", "gives", "found"),
    [
        pytest.param("none", "fallback", "prediction", True, id="no plan"),
        pytest.param("false", "person", "decision", True, id="by hand"),
        pytest.param("false", "fallback", "decision", False, id="a rule decides"),
        pytest.param("false", "job", "decision", False, id="a job decides"),
        pytest.param("true", "person", "decision", False, id="the best so far"),
    ],
)
def test_there_is_a_plan_when_time_is_up(
    word: str, kind: str, gives: str, found: bool
) -> None:
    said = "plan has no plan when time is up, and nothing else decides"

    assert told(PLANS % (word, kind, gives), solver_without_limit) == (
        [f"2 warning: {said}"] if found else []
    )
