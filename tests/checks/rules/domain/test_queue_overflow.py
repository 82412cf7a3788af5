"""Who can look at how many cases."""

import pytest
from inline_snapshot import snapshot

from designkit.checks.rules.domain.queue_overflow import queue_overflow
from designkit.quantities.writing import TIMES
from tests.computed import estimated, figure
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
            snapshot([]),
            id="perhaps few enough",
        ),
        pytest.param(
            """\
workload: {alerts-per-day: 4 k..5 k}
components:
  review: {kind: review-queue, capacity: 2 k/day..3 k/day}
""",
            snapshot(
                [
                    "1 error: 4 k..5 k cases a day meet a capacity of 2 k/day..3 k/day: "
                    "1,000 more each day wait for nobody"
                ]
            ),
            id="too many at best",
        ),
        pytest.param(
            """\
workload: {alerts-per-day: 2.7 k}
components:
  review: {kind: review-queue, reviewers: 20, task-time: 4 min, working-day: 6 h}
""",
            snapshot(
                [
                    "1 error: 2.7 k cases a day meet a capacity of 20 \xd7 6 h / 4 min = "
                    "1,800 a day: 900 more each day wait for nobody"
                ]
            ),
            id="counted in people",
        ),
        pytest.param(
            """\
workload: {alerts-per-day: 2.7 k}
components:
  review: {kind: review-queue, reviewers: 30, task-time: 4 min, working-day: 6 h}
""",
            snapshot([]),
            id="people enough",
        ),
        pytest.param(
            """\
workload: {alerts-per-day: 2.7 k}
components:
  review: {kind: review-queue, reviewers: 2, task-time: 4 min}
""",
            snapshot([]),
            id="nobody says how long they work",
        ),
        pytest.param(
            """\
workload: {alerts-per-day: 1e300}
components:
  review: {kind: review-queue, reviewers: 2, task-time: 0 s, working-day: 6 h}
""",
            snapshot([]),
            id="no time at all",
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


def test_the_estimate_counts_the_same_people() -> None:
    text = """\
workload: {alerts-per-day: 2.7 k}
components:
  review: {kind: review-queue, reviewers: %s, task-time: 4 min, working-day: 6 h}
"""
    people = figure(estimated(text % 1), "errors.review.people").value

    assert people == 30
    assert told(text % people, queue_overflow) == []
    assert len(told(text % (people - 1), queue_overflow)) == 1


FLAGGED = """\
problem: {label: {positive-rate: %s}}
workload: {requests-per-day: 1 M%s}
evaluation: {operating-point: {recall: 80%%, false-positive-rate: 0.1%%}}
components:
  decide: {kind: decision-engine, actions: [%s]}
  review: {kind: review-queue, capacity: 1.7 k/day}
"""


@pytest.mark.parametrize(
    ("rate", "stated", "actions", "expected"),
    [
        pytest.param(
            "0.1%",
            "",
            "flag",
            "3 error: 1,799 cases a day meet a capacity of 1.7 k/day: 99 more each day "
            "wait for nobody",
            id="all that is flagged",
        ),
        pytest.param(
            "{value: 0.1%, assumed: a guess}",
            "",
            "flag",
            "3 warning: 1,799 cases a day meet a capacity of 1.7 k/day: 99 more each "
            "day wait for nobody; 0.1% is assumed",
            id="by a guess",
        ),
        pytest.param("0.1%", ", alerts-per-day: 1 k", "flag", "", id="stated"),
        pytest.param("0.1%", "", "block, review", "", id="some are blocked"),
        pytest.param("0.01%", "", "flag", "", id="few enough"),
    ],
)
def test_what_is_flagged_goes_to_people(
    rate: str, stated: str, actions: str, expected: str
) -> None:
    text = FLAGGED % (rate, stated, actions)

    assert told(text, queue_overflow) == ([expected] if expected else [])


def test_the_estimate_counts_the_same_alerts() -> None:
    alerts = figure(estimated(FLAGGED % ("0.1%", "", "flag")), "errors.alerts-per-day")

    assert alerts.value == pytest.approx(1799)


DESKS = """\
components:
  decide: {{kind: decision-engine}}
  fast: {{kind: review-queue, capacity: 3 k/day}}
  slow: {{kind: review-queue, reviewers: 10, task-time: 30 min, working-day: 6 h}}
flows:
  streams:
    - decide -> fast: {{carries: review-task, rate: 2.9 k/day}}
    - decide -> slow: {{carries: review-task, rate: {rate}}}
"""


def test_each_queue_decides_what_flows_into_it() -> None:
    assert told(DESKS.format(rate="6/h"), queue_overflow) == [
        "8 error: 6/h into slow meet a capacity of 10 \xd7 6 h / 30 min = 120 a day: "
        "24 more each day wait for nobody"
    ]
    assert told(DESKS.format(rate="5/h"), queue_overflow) == []


def test_how_busy_people_are_is_the_figure_of_the_estimate() -> None:
    found = estimated(DESKS.format(rate="6/h"))

    assert figure(found, "errors.slow.cases-per-day").value == pytest.approx(144)
    assert figure(found, "errors.slow.load").value == pytest.approx(1.2)
    assert figure(found, "errors.slow.people").value == pytest.approx(12)
    assert figure(found, "errors.fast.load").value == pytest.approx(2.9 / 3)


HEADS = """\
problem: {{labels: {{spam: {{positive-rate: 40%}}, phish: {{positive-rate: 0.1%}}}}}}
workload: {{requests-per-day: 1 M}}
components:
  app: {{kind: client}}
  score: {{kind: model-server}}
  desk: {{kind: review-queue, capacity: {capacity}}}
models:
  filter:
    heads:
      phish: {{label: phish, operating-point: {{recall: 80%, false-positive-rate: 0.1%}}}}
flows:
  calls:
    - app -> score: request
"""


@pytest.mark.parametrize(("capacity", "count"), [("1 k/day", 1), ("2 k/day", 0)])
def test_a_head_flags_by_the_rate_of_its_own_label(capacity: str, count: int) -> None:
    assert len(told(HEADS.format(capacity=capacity), queue_overflow)) == count


LABELLED = """\
components:
  clips: {kind: store}
  raters: {kind: human-labeling, capacity: 30 k/day, redundancy: 2}
flows:
  streams:
    - clips -> raters: {carries: review-task, rate: RATE}
"""


def test_people_who_label_are_asked_for_each_label_of_a_case() -> None:
    assert told(LABELLED.replace("RATE", "15 k/day"), queue_overflow) == []
    assert told(LABELLED.replace("RATE", "42 k/day"), queue_overflow) == [
        f"6 error: 2 {TIMES} 42 k/day into raters meet a capacity of 30 k/day: 54,000 more "
        "each day wait for nobody"
    ]
