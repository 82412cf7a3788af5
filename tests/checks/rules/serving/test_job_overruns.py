"""Jobs that do not end in time."""

import pytest

from designkit.checks.rules.serving.job_overruns import job_overruns
from tests.rule_examples import told


def told_of(interval: str, runtime: str) -> list[str]:
    job = f"{{kind: batch-transform, interval: {interval}, runtime: {runtime}}}"
    return told(f"components:\n  job: {job}\n", job_overruns)


@pytest.mark.parametrize(
    ("interval", "runtime", "expected"),
    [
        pytest.param(
            "1 d",
            "20 h..30 h",
            "2 error: job takes 20 h..30 h and starts every 1 d: "
            "each run ends 6 h after the next has begun",
            id="on a bad day",
        ),
        pytest.param(
            "1 h",
            "60 min",
            "2 warning: job takes 60 min of every 1 h, 100%: "
            "one retry and it is late for the next run",
            id="to the minute",
        ),
    ],
)
def test_a_job_without_room_is_found(
    interval: str, runtime: str, expected: str
) -> None:
    assert told_of(interval, runtime) == [expected]


def test_seven_tenths_of_the_interval_leave_room() -> None:
    assert told_of("100 min", "70 min") == []


def test_a_job_that_states_one_of_them_is_not_asked() -> None:
    text = "components:\n  job: {kind: batch-transform, runtime: 9 d}\n"

    assert told(text, job_overruns) == []


def scored(throughput: str, interval: str = "1 d") -> list[str]:
    job = (
        f"{{kind: batch-scorer, interval: {interval}, runtime: 1 h, entities: 2.1 M, "
        f"throughput: {throughput}}}"
    )
    return told(f"components:\n  score: {job}\n", job_overruns)


def test_what_is_scored_too_slowly_overruns_whatever_its_runtime_says() -> None:
    assert scored("20/s") == [
        "2 error: score scores 2.1 M at 20/s, which takes 1 d 5 h, and starts every 1 d"
    ]


def test_what_is_scored_in_time_is_no_fault() -> None:
    assert scored("20/s..700/s") == []
