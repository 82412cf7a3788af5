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
