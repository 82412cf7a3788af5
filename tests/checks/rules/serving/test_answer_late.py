"""Answers and tasks that end too late."""

from designkit.checks.rules.serving.answer_late import answer_late
from tests.language_designs import LOOP, OWN, RENTED
from tests.rule_examples import told


def test_a_late_last_token_is_found() -> None:
    late = RENTED.replace("answer: {p99: 10 s}", "answer: {p99: 9 s}")

    assert told(late, answer_late) == [
        "3 warning: the last token of a long answer comes after 9,960 ms, and 9 s is "
        "promised: 1,960 ms + (401 - 1) \u00d7 20 ms"
    ]


def test_a_task_that_takes_longer_than_its_deadline_is_found() -> None:
    late = LOOP.replace("deadline: 2 min", "deadline: 90 s")

    assert told(late, answer_late) == [
        "6 warning: a task of mend takes 2 min, 20 \u00d7 5,980 ms, and ends after 90 s"
    ]


def test_what_ends_in_time_is_not() -> None:
    assert told(RENTED, answer_late) == []
    assert told(promised("2 min"), answer_late) == []
    assert told(LOOP, answer_late) == []
    assert told(LOOP.replace("    per-token: {p50: 20 ms}\n", ""), answer_late) == []


def promised(median: str) -> str:
    return LOOP.replace("objectives: {", f"objectives: {{answer: {{p50: {median}}}, ")


def test_a_task_of_many_steps_is_held_against_the_median() -> None:
    assert told(promised("1 min"), answer_late) == [
        "3 warning: a task of mend takes 2 min by the medians, 20 \u00d7 5,980 ms, and "
        "1 min is promised"
    ]


def test_tokens_that_come_more_slowly_than_promised_are_found() -> None:
    """Twelve replicas write a token in 47.7 ms."""
    late = OWN.replace("per-token: {p50: 50 ms}", "per-token: {p50: 40 ms}")

    assert told(OWN, answer_late) == []
    assert told(late, answer_late) == [
        "3 warning: at peak a token of llm comes after 47.7 ms, and 40 ms is promised"
    ]
