"""DK813 queue-overflow."""

from collections.abc import Iterator
from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, Path, rule
from designkit.diagnostics import Severity
from designkit.estimates.formulas.rare import reviewers_needed
from designkit.estimates.inflow import writers
from designkit.model.component import Component
from designkit.quantities.bounds import ROUNDING, capped
from designkit.quantities.durations import DAY
from designkit.quantities.writing import TIMES, shown_count


@dataclass(frozen=True, slots=True)
class Capacity:
    """The cases that people decide on a day at most, where it is stated, as written."""

    path: Path
    cases: float
    text: str


def _applies(facts: Facts) -> bool:
    workload = facts.design.workload
    has_alerts = bool(workload and workload.alerts_per_day)
    return (has_alerts and bool(_capacities(facts))) or any(_desks(facts))


@rule(
    "DK813",
    Severity.ERROR,
    keys=("workload.alerts-per-day", "flows.*.rate"),
    applies=_applies,
)
def queue_overflow(facts: Facts) -> Iterator[Finding]:
    """People should be able to look at all the cases that are sent to them.

    A queue that gets more than it can work off does not get a little late, it grows
    every day until cases fall out at its end unseen. What waits there is either held
    up, a good customer without goods, or let pass, a bad one without a check. The
    threshold that fills the queue has to be set by the people behind it.

    What people can decide is the `capacity` of the queue; where it states none, its
    reviewers times their working-day over the task-time, if it states all three; else
    the review-capacity of the workload. Against it stand the `rate` of the flows into
    a queue, where they state one, and else all alerts-per-day of the workload.

    Bad:
    ```yaml
    workload:
      alerts-per-day: 54 k                          # <- 51,000 too many
    components:
      decide: {kind: decision-engine}
      review: {kind: review-queue, capacity: 3 k/day}
    ```

    Good:
    ```yaml
    workload: {alerts-per-day: 2.7 k}
    components:
      decide: {kind: decision-engine}
      review: {kind: review-queue, capacity: 3 k/day}
    ```

    Fix: Narrow the band of scores that goes to review until it fits, rank what is left
    by expected loss, and give the rest a cheaper action than a person.

    Source: Dal Pozzolo et al. 2018, Credit Card Fraud Detection: A Realistic Modeling
    and a Novel Learning Strategy, on the number of alerts that can be checked.
    """
    for desk in _desks(facts):
        if desk.cases > desk.capacity.cases * (1 + ROUNDING):
            more = shown_count(desk.cases - desk.capacity.cases)
            yield Finding(
                ("flows", desk.number, "rate"),
                f"{desk.text} into {desk.queue} meet a capacity of "
                f"{desk.capacity.text}: {more} more each day wait for nobody",
                related=((desk.capacity.path, "decided here"),),
            )
    workload, capacities = facts.design.workload, _capacities(facts)
    alerts = workload.alerts_per_day if workload else None
    capacity = capped(sum(part.cases for part in capacities))
    if alerts and capacities and capped(alerts.low) > capacity * (1 + ROUNDING):
        written = " + ".join(part.text for part in capacities)
        more = shown_count(capped(alerts.low) - capacity)
        yield Finding(
            ("workload", "alerts-per-day"),
            f"{alerts} cases a day meet a capacity of {written}: {more} more each day "
            "wait for nobody",
            related=tuple((part.path, "decided here") for part in capacities),
        )


@dataclass(frozen=True, slots=True)
class Desk:
    """A queue, the cases that flow into it on a day at least, and what it decides."""

    queue: str
    number: int
    cases: float
    text: str
    capacity: Capacity


def _desks(facts: Facts) -> Iterator[Desk]:
    """Give the queues whose flows state what they bring, and that state a capacity."""
    for queue in facts.of_kind("review-queue"):
        flows, capacity = tuple(writers(facts, queue.id)), _of_queue(queue)
        if flows and capacity:
            stated = [flow.rate for _, flow in flows if flow.rate]
            cases = capped(sum(rate.low for rate in stated) * DAY)
            text = " + ".join(map(str, stated))
            yield Desk(queue.id, flows[0][0], cases, text, capacity)


def _capacities(facts: Facts) -> tuple[Capacity, ...]:
    """Return what people decide in a day: all the queues say it, or the workload."""
    queues = facts.of_kind("review-queue")
    found = tuple(part for queue in queues if (part := _of_queue(queue)))
    workload = facts.design.workload
    total = workload.review_capacity if workload else None
    if total and len(found) < max(len(queues), 1):
        path: Path = ("workload", "review-capacity")
        return (Capacity(path, total.high, f"{total} a day"),)
    return found if len(found) == len(queues) else ()


def _of_queue(queue: Component) -> Capacity | None:
    """Return what a queue states as its capacity, else what its people come to."""
    if rate := queue.quantity("capacity"):
        path: Path = ("components", queue.id, "capacity")
        return Capacity(path, rate.high * DAY, str(rate))
    people, time = queue.quantity("reviewers"), queue.quantity("task-time")
    day = queue.quantity("working-day")
    if not (people and time and day):
        return None
    try:
        cases = people.high / reviewers_needed(1, time.low, day.high)
    except (ValueError, ZeroDivisionError):
        return None
    text = f"{people} {TIMES} {day} / {time} = {shown_count(cases)} a day"
    return Capacity(("components", queue.id, "reviewers"), cases, text)
