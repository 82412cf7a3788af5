"""Solvers: the time that is left of the shortest there is."""

import pytest

from tests.computed import estimated, told

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
