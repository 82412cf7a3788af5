"""The bar of a run, to scale: its steps and pauses, against its deadline."""

from collections.abc import Iterator

from designkit.analysis.run_clock import RunTimes, StepTime
from designkit.pictures.bands import Placement
from designkit.pictures.drawing import BarLook, Node
from designkit.pictures.views.bar import BarPiece, bar_below
from designkit.quantities.clock import shown_clock
from designkit.quantities.durations import DAY
from designkit.quantities.writing import shown_duration


def run_bar(times: RunTimes, name: str, placement: Placement) -> tuple[Node, ...]:
    """Return the bar below the cards; none where a run has not two times to compare."""
    pieces = tuple(_pieces(times))
    how = "by the clock" if times.by_clock else "step by step"
    heading = f"{name}, {how}, at the soonest"
    is_told = len(pieces) > 1 or times.deadline is not None
    return bar_below(placement, "Run", heading, pieces) if is_told else ()


def _pieces(times: RunTimes) -> Iterator[BarPiece]:
    """Give steps and the pauses between them, then what is left, or late."""
    end = times.steps[0].begin if times.steps else 0.0
    for step in times.steps:
        if step.begin > end:
            yield _pause("pause", end, step.begin)
        yield _piece(times, step)
        end = step.end
    if times.deadline is not None and times.deadline > end:
        by = shown_clock(times.deadline % DAY)
        left = shown_duration(times.deadline - end)
        yield BarPiece(f"{left} to spare until {by}", end, times.deadline, BarLook.REST)


def _pause(text: str, start: float, end: float) -> BarPiece:
    return BarPiece(f"{text} {shown_duration(end - start)}", start, end, BarLook.REST)


def _piece(times: RunTimes, step: StepTime) -> BarPiece:
    """Return the piece of a step; it is over where it is late or overtaken."""
    took = shown_duration(step.end - step.begin)
    start = f" {shown_clock(step.begin % DAY)}," if times.by_clock else ""
    over = _over(times, step)
    look = BarLook.OVER if over else BarLook.HOP
    text = f"{step.part.title}{start} {took}{over}"
    return BarPiece(text, step.begin, step.end, look)


def _over(times: RunTimes, step: StepTime) -> str:
    """Say how a step is over its time, if it is."""
    if step.is_overtaken:
        return ", not done when the next starts"
    late = step.end - times.deadline if times.deadline is not None else 0.0
    return f", {shown_duration(late)} late" if late > 0 else ""
