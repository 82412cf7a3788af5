"""Solvers: the time that is left of the shortest there is."""

import pytest

from tests.computed import estimated, figure, of_topic, told

SOLVED = """
    objectives: {latency: {p99: 20 s}}
    components:
      app: {kind: client}
      door: {kind: gateway}
      match: {kind: optimizer, interval: 30 s, time-limit: 3 s}
    flows:
      calls:
        - app -> door: request
        - door -> match: {carries: request, timeout: 4 s}
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("", "", ("timeout - time limit", "4 s - 3 s", "1 s"), id="caller"),
        pytest.param(
            "timeout: 4 s", "keys: 1", ("p99 - time limit", "20 s - 3 s", "17 s"), id="all"
        ),
        pytest.param(
            "interval: 30 s",
            "interval: 3500 ms",
            ("interval - time limit", "3500 ms - 3 s", "500 ms"),
            id="the next",
        ),
    ],
)  # fmt: skip
def test_the_shortest_time_counts(
    old: str, new: str, expected: tuple[str, str, str]
) -> None:
    found = estimated(SOLVED.replace(old, new) if old else SOLVED)

    assert told(found, "solvers.match.time-left") == expected


def test_a_solver_without_a_limit_is_left_alone() -> None:
    found = estimated(SOLVED.replace(", time-limit: 3 s", ""))

    assert found.part("solvers") is None


VALUED = SOLVED.replace("time-limit: 3 s", "gap: 2%, plan-value: 1.5 k EUR")


def test_a_gap_is_worth_its_part_of_what_a_plan_brings() -> None:
    """By hand: 30 EUR a plan, and 87,600 plans of 30 s in 730 hours."""
    found = estimated(VALUED)

    assert told(found, "solvers.match.lost-at-gap") == (
        "plan value * gap",
        "1.5 k EUR * 2%",
        "30.00 EUR",
    )
    assert figure(found, "solvers.match.lost-per-month").value == 2_628_000


def test_without_an_interval_only_one_plan_is_told() -> None:
    found = estimated(VALUED.replace("interval: 30 s, ", ""))

    assert of_topic(found, "solvers") == ["solvers.match.lost-at-gap"]


@pytest.mark.parametrize("stated", ["gap: 2%, ", ", plan-value: 1.5 k EUR"])
def test_without_gap_or_value_nothing_is_lost_that_can_be_told(stated: str) -> None:
    assert (
        estimated(VALUED.replace(stated, "")).get("solvers.match.lost-at-gap") is None
    )
