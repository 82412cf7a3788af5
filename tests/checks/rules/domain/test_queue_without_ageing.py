"""Cases that others always go before."""

import pytest

from designkit.checks.rules.domain.queue_without_ageing import queue_without_ageing
from tests.rule_examples import told

LOSS = (
    "review takes cases by expected loss, and nothing limits how long the last of "
    "them waits"
)
FULL = ", capacity: 100/day}\nworkload: {alerts-per-day: 101"


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param("priority: expected loss", f"2 info: {LOSS}", id="not said"),
        pytest.param(
            "priority: expected loss, sla: none", f"2 warning: {LOSS}", id="denied"
        ),
        pytest.param(
            f"priority: expected loss{FULL}",
            f"2 warning: {LOSS}",
            id="there is always one before it",
        ),
        pytest.param(
            "priority: expected loss, capacity: 101/day, reviewers: 200",
            f"2 info: {LOSS}",
            id="many reviewers look enough",
        ),
        pytest.param("priority: expected loss, sla: 30 d", "", id="slow, but certain"),
        pytest.param(
            "priority: expected loss, ageing: doubles each day", "", id="it rises"
        ),
        pytest.param("priority: oldest first", "", id="the oldest come first"),
        pytest.param("priority: launch date", "", id="by the day it is due"),
        pytest.param("capacity: 10/day", "", id="in the order of arrival"),
        pytest.param(
            f"priority: by severity, sla: 4 h{FULL}", "", id="full, with a limit"
        ),
    ],
)
def test_a_case_does_not_wait_for_ever(stated: str, expected: str):
    text = f"components:\n  review: {{kind: review-queue, {stated}}}\n"

    assert told(text, queue_without_ageing) == ([expected] if expected else [])


def test_of_two_queues_nobody_knows_which_is_full():
    text = (
        "workload: {alerts-per-day: 101}\ncomponents:\n"
        "  review: {kind: review-queue, priority: expected loss, capacity: 100/day}\n"
        "  bench: {kind: review-queue, capacity: 100/day}\n"
    )

    assert told(text, queue_without_ageing) == [f"3 info: {LOSS}"]
