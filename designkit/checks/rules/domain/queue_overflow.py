"""DK813 queue-overflow."""

from collections.abc import Iterator
from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.analysis.stakes import only_asks
from designkit.analysis.thresholds import OPERATING_POINTS, Threshold, thresholds
from designkit.checks.rule import Finding, Path, rule
from designkit.diagnostics import Severity
from designkit.estimates.demand import Demand
from designkit.estimates.formulas.rare import alerts_per_day, reviewers_needed
from designkit.estimates.inflow import writers
from designkit.model.component import Component, Flow
from designkit.quantities.bounds import ROUNDING, capped
from designkit.quantities.durations import DAY
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import TIMES, shown_count


@dataclass(frozen=True, slots=True)
class Capacity:
    """The cases that people decide on a day at most, where it is stated, as written."""

    path: Path
    cases: float
    text: str


@dataclass(frozen=True, slots=True)
class Cases:
    """The cases of a day at least, as written, and the figures they rest on."""

    path: Path
    number: float
    text: str
    rests_on: tuple[Quantity, ...] = ()


def _applies(facts: Facts) -> bool:
    is_asked = _cases(facts) is not None and bool(_capacities(facts))
    return is_asked or any(_desks(facts))


@rule(
    "DK813",
    Severity.ERROR,
    keys=("workload.alerts-per-day", *OPERATING_POINTS, "flows.*.rate"),
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
    the review-capacity of the workload. Against it stands the `rate` of the flows into
    a queue, where they state one, and else all alerts-per-day of the workload. Where
    these are not stated either, and all that is flagged goes to people, it is what the
    operating point flags of the requests of a day. People who label are asked for
    `redundancy` labels of each case that flows to them at a stated rate.

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
    flows:
      streams: [{decide -> review: {carries: review-task, rate: 2.7 k/day}}]
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
    cases, capacities = _cases(facts), _capacities(facts)
    capacity = capped(sum(part.cases for part in capacities))
    if cases and capacities and cases.number > capacity * (1 + ROUNDING):
        written = " + ".join(part.text for part in capacities)
        more = shown_count(capped(cases.number) - capacity)
        yield Finding(
            cases.path,
            f"{cases.text} cases a day meet a capacity of {written}: {more} more each "
            "day wait for nobody",
            related=tuple((part.path, "decided here") for part in capacities),
            rests_on=cases.rests_on,
        )


def _cases(facts: Facts) -> Cases | None:
    """Return the cases that people get in a day: stated, else what is flagged."""
    workload = facts.design.workload
    if workload and workload.alerts_per_day:
        alerts = workload.alerts_per_day
        path: Path = ("workload", "alerts-per-day")
        return Cases(path, capped(alerts.low), str(alerts))
    engines = facts.of_kind("decision-engine")
    all_to_people = all(only_asks(facts, engine) for engine in engines)
    return _flagged(facts) if all_to_people else None


def _flagged(facts: Facts) -> Cases | None:
    """Return what the operating points flag of the requests of a day, at the least."""
    found = (_flagged_at(facts, each) for each in thresholds(facts))
    known = [cases for cases in found if cases]
    return max(known, key=lambda cases: cases.number, default=None)


def _flagged_at(facts: Facts, where: Threshold) -> Cases | None:
    """Return what one threshold flags of the requests of a day."""
    requests, point = Demand(facts.graph).requests, where.point
    rates = (where.rate, point.recall, point.false_positive_rate)
    known = tuple(rate for rate in rates if rate)
    if requests is None or len(known) < len(rates):
        return None
    try:
        number = alerts_per_day(requests[0], *(rate.low for rate in known))
    except ValueError:
        return None
    return Cases(where.path, capped(number), shown_count(number), known)


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
        flows, capacity = _bringing(facts, queue.id), _of_queue(queue)
        if flows and capacity:
            stated = [flow.rate for _, flow in flows if flow.rate]
            cases = capped(sum(rate.low for rate in stated) * DAY)
            text = " + ".join(map(str, stated))
            yield Desk(queue.id, flows[0][0], cases, text, capacity)
    for raters in facts.of_kind("human-labeling"):
        yield from _labels(facts, raters)


def _bringing(facts: Facts, id: str) -> list[tuple[int, Flow]]:
    """Return the flows into a queue, each with its number, what brings most first."""
    flows = list(writers(facts, id))
    return sorted(flows, key=lambda it: -it[1].rate.low if it[1].rate else 0.0)


def _labels(facts: Facts, raters: Component) -> Iterator[Desk]:
    """Give the labels that people are asked for, where both numbers are stated."""
    flows, capacity = _bringing(facts, raters.id), _of_queue(raters)
    each = raters.quantity("redundancy")
    if flows and capacity:
        times = each.low if each else 1.0
        stated = [flow.rate for _, flow in flows if flow.rate]
        labels = capped(sum(rate.low for rate in stated) * DAY * times)
        text = " + ".join(map(str, stated))
        told = f"{each} {TIMES} {text}" if each and times > 1 else text
        yield Desk(raters.id, flows[0][0], labels, told, capacity)


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
