import pytest

from designkit.checks.rules.completeness.no_numbers import no_numbers
from tests.rule_examples import told

LOAD = "the load is not stated: nothing can be sized"
PROMISE = "neither latency nor freshness is promised: nothing can be too slow"
PROMISED = "objectives: {latency: {p99: 100 ms}}\n"


@pytest.mark.parametrize(
    "design",
    [
        pytest.param(
            "workload: {requests-per-day: 3 M}\ncomponents: {a: {kind: client}}",
            id="requests",
        ),
        pytest.param(
            "workload: {events-per-day: 3 M}\ncomponents: {a: {kind: client}}",
            id="events",
        ),
        pytest.param(
            "components: {a: {kind: client, daily-users: 9, requests-per-user: 3/day}}",
            id="at the client",
        ),
        pytest.param(
            "components: {g: {kind: gateway, peak-requests: 900/s}}",
            id="at the gateway",
        ),
        pytest.param(
            "components: {n: {kind: batch-scorer, entities: 9 M}}", id="a batch of rows"
        ),
    ],
)
def test_the_load_may_be_stated_in_several_ways(design: str) -> None:
    assert told(f"{PROMISED}{design}\n", no_numbers) == []


@pytest.mark.parametrize(
    ("design", "expected"),
    [
        pytest.param(
            "components: {a: {kind: client}}",
            [f"4 info: {PROMISE}", f"4 info: {LOAD}"],
            id="nothing said",
        ),
        pytest.param(
            "workload: {daily-users: 1 M}\nobjectives: {freshness: {index: 5 min}}\n"
            "components: {a: {kind: client}}",
            [f"1 info: {LOAD}"],
            id="users who do nothing",
        ),
        pytest.param(
            "workload:\n  events-per-day: none\nobjectives: none\n"
            "components: {a: {kind: client}}",
            [f"2 warning: {LOAD}", f"3 warning: {PROMISE}"],
            id="denied",
        ),
    ],
)
def test_load_and_promise_are_missed_on_their_own(
    design: str, expected: list[str]
) -> None:
    assert sorted(told(design + "\n", no_numbers)) == sorted(expected)
