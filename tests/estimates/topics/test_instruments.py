"""What judges, weak labels and sets of cases can show; vectors of F20, F43 and F45."""

import pytest

from tests.computed import estimated, figure, of_topic, told

JUDGED = """
workload: {tasks-per-day: 80 k}
components:
  traces: {kind: prediction-log}
  grade:
    {kind: judge, agreement: 62%, human-agreement: 68%, agreement-cases: 300,
     sample-rate: 2%}
  votes: {kind: weak-labeler, coverage: 35%, accuracy: 82%}
flows: {streams: [traces -> grade: trace]}
evaluation:
  sets:
    - {id: better, purpose: task, cases: 1 k, margin: 4%, flips: 20%}
    - {id: least, purpose: generation, cases: 1 k, margin: 2%}
    - {id: attacks, purpose: attack, cases: 300}
    - {id: found, purpose: retrieval, cases: 600}
"""


@pytest.mark.parametrize(
    ("id", "value"),
    [
        ("cases.1.needed", 979),
        ("cases.2.needed", 390.078),
        ("cases.3.unseen", 0.01),
        ("instruments.grade.of-people", 0.62 / 0.68),
        ("instruments.grade.graded", 1600),
        ("instruments.votes.right", 0.287),
        ("instruments.votes.wrong", 0.063),
    ],
)
def test_each_instrument_shows_so_much(id: str, value: float) -> None:
    assert figure(estimated(JUDGED), id).value == pytest.approx(value, rel=2e-3)


def test_nothing_is_said_of_what_nothing_is_stated() -> None:
    assert set(of_topic(estimated(JUDGED), "instruments")) == {
        "cases.1.needed",
        "cases.2.needed",
        "cases.3.unseen",
        "instruments.grade.of-people",
        "instruments.grade.graded",
        "instruments.votes.right",
        "instruments.votes.wrong",
    }


def test_the_working_of_a_sample_is_shown() -> None:
    assert told(estimated(JUDGED), "cases.3.unseen") == ("3 / cases", "3 / 300", "1%")
