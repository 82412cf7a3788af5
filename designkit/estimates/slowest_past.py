"""Whether the slowest way of a request leads past all of some parts, by its times."""

from collections.abc import Callable, Collection

from designkit.estimates.choosing import at_high_end, criterion
from designkit.estimates.figure import Criterion, FigureInput, Term
from designkit.model.critical_path import PathSteps

NO_WAY = -1.0
"""The time of a way that is not there."""


def leads_past(
    asked: PathSteps, time_of: Callable[[str], Term], parts: Collection[str]
) -> Criterion:
    """Return whether the slowest way of a request leads over none of `parts`.

    `time_of` is the p99 of a component, whose high end counts.
    """
    known = {it.component: time_of(it.component) for it in asked.steps}
    terms: dict[str, Term] = {
        f"time_{number}": at_high_end(time)
        for number, step in enumerate(asked.steps)
        if step.is_timed and isinstance(time := known[step.component], FigureInput)
    }
    waits = [list(step.before) for step in asked.steps]
    is_part = [step.component in parts for step in asked.steps]
    ends = list(asked.ends)

    def past(**times: float) -> float:
        over, other = list[float](), list[float]()
        for number, before in enumerate(waits):
            most_over, most_other = NO_WAY, NO_WAY if before else 0.0
            for step in before:
                most_over = max(most_over, over[step])
                most_other = max(most_other, other[step])
            if is_part[number]:
                most_over, most_other = max(most_over, most_other), NO_WAY
            time = times.get(f"time_{number}", 0.0)
            over.append(NO_WAY if most_over < 0 else most_over + time)
            other.append(NO_WAY if most_other < 0 else most_other + time)
        longest = max(other[step] for step in ends)
        return 1.0 if longest > max(over[step] for step in ends) else 0.0

    return criterion(past, **terms)
