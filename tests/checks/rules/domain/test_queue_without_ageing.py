"""Cases that others always go before."""

import pytest

from designkit.checks.rules.domain.queue_without_ageing import queue_without_ageing
from tests.rule_examples import told

LOSS = (
    "review takes cases by expected loss, and nothing limits how long the last of "
    "them waits"
)
GRAVEST = "order: importance, priority: expected loss"
FULL = ", capacity: 100/day}\nworkload: {alerts-per-day: 101"


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param("priority: expected loss", f"2 info: {LOSS}", id="not said"),
        pytest.param(
            f"{GRAVEST}, sla: none", f"2 warning: {LOSS}", id="no time is promised"
        ),
        pytest.param(
            "priority: expected loss, sla: none",
            f"2 info: {LOSS}",
            id="the loss may grow with the wait",
        ),
        pytest.param(
            f"{GRAVEST}{FULL}",
            f"2 warning: {LOSS}",
            id="there is always one before it",
        ),
        pytest.param(
            f"{GRAVEST}, capacity: 101/day, reviewers: 200",
            f"2 info: {LOSS}",
            id="many reviewers look enough",
        ),
        pytest.param(
            "order: importance, ageing: none",
            "2 warning: review takes cases by importance, and nothing limits how long "
            "the last of them waits",
            id="nobody says what is important",
        ),
        pytest.param(f"{GRAVEST}, sla: 30 d", "", id="slow, but certain"),
        pytest.param(f"{GRAVEST}, ageing: doubles each day", "", id="it rises"),
        pytest.param(
            f"order: arrival, priority: severity of old{FULL}", "", id="oldest first"
        ),
        pytest.param(
            "order: due, priority: launch date", "", id="by the day it is due"
        ),
        pytest.param("capacity: 10/day", "", id="no order is stated"),
        pytest.param(f"{GRAVEST}, sla: 4 h{FULL}", "", id="full, with a limit"),
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
