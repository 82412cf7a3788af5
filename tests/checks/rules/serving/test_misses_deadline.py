"""Chains of jobs that are done after the time that was promised."""

import pytest

from designkit.checks.rules.serving.misses_deadline import misses_deadline
from tests.rule_examples import told

DESIGN = """\
components:
  table: {{kind: batch-transform, at: {at}, runtime: {runtime}, interval: {every}}}
  score: {{kind: batch-scorer, interval: 24 h, runtime: 1 h, {score}}}
flows:
  batches:
    - {flow}
"""


def told_of(
    at: str = "02:00",
    runtime: str = "2 h",
    every: str = "24 h",
    score: str = "by: 05:00",
    flow: str = "table -> score: feature-table",
) -> list[str]:
    text = DESIGN.format(at=at, runtime=runtime, every=every, score=score, flow=flow)
    return told(text, misses_deadline)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param(
            {"runtime": "2 h..4 h", "at": "02:30"},
            "3 error: score is done at 05:30 (table at 02:30 + table 2 h..4 h + score "
            "1 h) and is promised by 05:00: 30 min late",
            id="late even at best",
        ),
        pytest.param(
            {"at": "22:00", "runtime": "8 h"},
            "3 error: score is done at 07:00 (+1 d) (table at 22:00 + table 8 h + score "
            "1 h) and is promised by 05:00: 2 h late",
            id="across midnight",
        ),
        pytest.param(
            {"score": "at: 03:00, by: 05:00"},
            "3 warning: score starts at 03:00, and its input is there at 04:00 (table "
            "at 02:00 + table 2 h): it runs on what was there before",
            id="starts before its input",
        ),
    ],
)
def test_what_is_late_is_found(stated: dict[str, str], expected: str) -> None:
    assert told_of(**stated) == [expected]


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param({}, id="just in time"),
        pytest.param({"runtime": "1 h..9 h"}, id="perhaps in time"),
        pytest.param({"at": "22:00", "runtime": "6 h"}, id="across midnight"),
        pytest.param({"score": "at: 06:00, by: 05:00"}, id="the next morning"),
        pytest.param(
            {"score": "at: 03:00, by: 05:00", "every": "7 d"}, id="another pace"
        ),
        pytest.param({"score": "starts: input"}, id="no deadline"),
        pytest.param(
            {"at": "04:00", "runtime": "20 h", "flow": "table -> table: raw-table"},
            id="not before it",
        ),
    ],
)
def test_what_may_be_in_time_is_no_finding(stated: dict[str, str]) -> None:
    found = told_of(**stated)

    assert found == []
