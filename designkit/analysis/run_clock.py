"""When each step of a run begins and ends: by the clock, or after the step before.

A step that states a start begins then. Any other begins when the one before is done, so
a run ends as soon as it can. Steps that state no time take none.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from designkit.analysis.deadlines import clock_of, work_of
from designkit.model.component import Component
from designkit.quantities.clock import until
from designkit.quantities.durations import DAY


@dataclass(frozen=True, slots=True)
class StepTime:
    """A step that takes time, from `begin` to `end` in seconds.

    They count from the midnight before a run that starts by the clock, else from its
    start. A step that `is_overtaken` is still at work when the next one begins; its
    `end` is then that moment.
    """

    part: Component
    begin: float
    end: float
    is_overtaken: bool = False


@dataclass(frozen=True, slots=True)
class RunTimes:
    """The steps of a run that take time, and the moment that it has to be done by."""

    steps: tuple[StepTime, ...]
    by_clock: bool
    deadline: float | None = None
    due: Component | None = None

    @property
    def ready(self) -> float:
        """The end of the last step in seconds, as `StepTime` counts them."""
        return self.steps[-1].end if self.steps else 0.0

    @property
    def work(self) -> float:
        """The seconds that the steps work, without the pauses between them."""
        return sum(step.end - step.begin for step in self.steps)


def run_times(way: Iterable[Component]) -> RunTimes:
    """Return the times of the steps along `way`.

    It begins with the first step that starts by the clock, if one does, and ends with
    the last one that has a deadline, if one has.
    """
    parts = tuple(way)
    timed = [at for at, part in enumerate(parts) if clock_of(part, "at") is not None]
    due = [at for at, part in enumerate(parts) if clock_of(part, "by") is not None]
    last = due[-1] + 1 if timed and due and due[-1] >= timed[0] else len(parts)
    steps = tuple(_steps(parts[timed[0] if timed else 0 : last]))
    times = RunTimes(_cut(step for step in steps if step.end > step.begin), bool(timed))
    return _with_deadline(times, steps) if last <= len(parts) and timed else times


def _steps(parts: Iterable[Component]) -> Iterator[StepTime]:
    """Give the steps one after another, those that take no time as well."""
    begin, end = 0.0, 0.0
    for part in parts:
        clock = clock_of(part, "at")
        begin = end if clock is None else begin + (clock - begin) % DAY
        end = begin + work_of(part).least
        yield StepTime(part, begin, end)


def _cut(steps: Iterable[StepTime]) -> tuple[StepTime, ...]:
    """Return the steps, each at most to the begin of the next one."""
    found = tuple(steps)
    cut = (
        replace(step, end=after.begin, is_overtaken=True)
        if step.end > after.begin
        else step
        for step, after in pairwise(found)
    )
    return (*cut, *found[-1:])


def _with_deadline(times: RunTimes, steps: tuple[StepTime, ...]) -> RunTimes:
    """Add the deadline of the last step: the next time that it is so on the clock."""
    by = clock_of(steps[-1].part, "by") if steps else None
    if by is None:
        return times
    started = [step for step in steps if clock_of(step.part, "at") is not None]
    start = started[-1].begin
    deadline = start + until(start % DAY, by)
    return replace(times, deadline=deadline, due=steps[-1].part)
