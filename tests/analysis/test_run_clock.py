from collections.abc import Sequence

import pytest

from designkit.analysis.run_clock import RunTimes, run_times
from designkit.model.component import Component
from tests.drawn import design_of

HOUR = 3600.0


def parts(*steps: str) -> Sequence[Component]:
    rows = "".join(f"  s{n}: {{kind: job, {it}}}\n" for n, it in enumerate(steps))
    text = f"designkit: 1\nname: Run\nsystem: generic\ncomponents:\n{rows}"
    return tuple(design_of(text).components.values())


def times(*steps: str) -> RunTimes:
    return run_times(parts(*steps))


def hours(found: RunTimes) -> list[tuple[str, float, float, bool]]:
    return [
        (step.part.id, step.begin / HOUR, step.end / HOUR, step.is_overtaken)
        for step in found.steps
    ]


def test_steps_without_a_clock_follow_one_another() -> None:
    found = times("runtime: 1 h", "interval: 1 d", "runtime: 30 min")

    assert hours(found) == [("s0", 0.0, 1.0, False), ("s2", 1.0, 1.5, False)]
    assert (found.by_clock, found.deadline, found.work) == (False, None, 1.5 * HOUR)


def test_a_step_begins_by_its_clock_else_after_the_one_before() -> None:
    found = times(
        'at: "20:00", runtime: 1 h', "runtime: 1 h", 'at: "01:30", runtime: 1 h'
    )

    assert hours(found) == [
        ("s0", 20.0, 21.0, False),
        ("s1", 21.0, 22.0, False),
        ("s2", 25.5, 26.5, False),
    ]
    assert found.by_clock


def test_a_step_that_is_at_work_when_the_next_one_starts_is_overtaken() -> None:
    found = times('at: "20:00", runtime: 3 h', 'at: "22:00", runtime: 1 h')

    assert hours(found) == [("s0", 20.0, 22.0, True), ("s1", 22.0, 23.0, False)]


def test_a_run_begins_with_its_first_clock() -> None:
    found = times("runtime: 5 h", 'at: "20:00", runtime: 1 h')

    assert hours(found) == [("s1", 20.0, 21.0, False)]


@pytest.mark.parametrize(("by", "deadline"), [("04:00", 28.0), ("23:00", 23.0)])
def test_a_deadline_is_the_next_time_that_it_is_so_late(
    by: str, deadline: float
) -> None:
    found = times(f'at: "22:00", runtime: 3 h, by: "{by}"', "runtime: 9 h")

    assert found.deadline == deadline * HOUR
    assert (found.due and found.due.id, found.ready) == ("s0", 25 * HOUR)


def test_nothing_takes_no_time() -> None:
    assert run_times(()) == RunTimes((), by_clock=False)
    assert times("interval: 1 d").ready == 0.0
