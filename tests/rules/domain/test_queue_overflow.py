"""Who can look at how many cases."""

import pytest
from inline_snapshot import snapshot

from designkit.rules.domain.queue_overflow import queue_overflow
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
workload: {alerts-per-day: 3 k}
components:
  review: {kind: review-queue, capacity: 3 k/day}
""",
            snapshot([]),
            id="exactly",
        ),
        pytest.param(
            """\
workload: {alerts-per-day: 3001}
components:
  review: {kind: review-queue, capacity: 3 k/day}
""",
            snapshot(
                [
                    "1 error: 3001 cases a day meet a capacity of 3 k/day: 1 "
                    "more each day wait for nobody"
                ]
            ),
            id="one more",
        ),
        pytest.param(
            """\
workload: {alerts-per-day: 3 k}
components:
  review: {kind: review-queue, capacity: 100/h}
""",
            snapshot(
                [
                    "1 error: 3 k cases a day meet a capacity of 100/h: 600 more "
                    "each day wait for nobody"
                ]
            ),
            id="capacity in hours",
        ),
        pytest.param(
            """\
workload: {alerts-per-day: 2 k..5 k}
components:
  review: {kind: review-queue, capacity: 3 k/day}
""",
            snapshot(
                [
                    "1 error: 2 k..5 k cases a day meet a capacity of 3 k/day: "
                    "500 more each day wait for nobody"
                ]
            ),
            id="the middle of a range",
        ),
        pytest.param(
            """\
workload: {alerts-per-day: 5 k, review-capacity: 4 k}
components:
  review: {kind: review-queue}
""",
            snapshot(
                [
                    "1 error: 5 k cases a day meet a capacity of 4 k a day: "
                    "1,000 more each day wait for nobody"
                ]
            ),
            id="the workload says it",
        ),
        pytest.param(
            """\
workload: {alerts-per-day: 5 k, review-capacity: 4 k}
components:
  review: {kind: review-queue, capacity: 6 k/day}
""",
            snapshot([]),
            id="the queue knows better",
        ),
        pytest.param(
            """\
workload: {alerts-per-day: 5 k}
components:
  review: {kind: review-queue, capacity: 3 k/day}
  second: {kind: review-queue, capacity: 1 k/day}
""",
            snapshot(
                [
                    "1 error: 5 k cases a day meet a capacity of 3 k/day + 1 "
                    "k/day: 1,000 more each day wait for nobody"
                ]
            ),
            id="two queues",
        ),
        pytest.param(
            """\
workload: {alerts-per-day: 5 k}
components:
  review: {kind: review-queue, capacity: 3 k/day}
  second: {kind: review-queue}
""",
            snapshot([]),
            id="one of two queues says it",
        ),
        pytest.param(
            """\
workload: {alerts-per-day: 5 k}
components:
  review: {kind: review-queue}
""",
            snapshot([]),
            id="no capacity said",
        ),
    ],
)
def test_cases_fit_the_people_who_decide_them(text: str, expected: list[str]) -> None:
    assert told(text, queue_overflow) == expected
