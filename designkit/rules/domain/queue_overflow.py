"""DK813 queue-overflow."""

from collections.abc import Iterator

from designkit.case import ABOUT_PEOPLE, Case
from designkit.diagnostics import Severity
from designkit.model.showing import shown_count
from designkit.rule import Finding, Path, rule

DAY = 86_400.0
"""Seconds."""


def _applies(case: Case) -> bool:
    workload = case.design.workload
    return bool(workload and workload.alerts_per_day) and bool(_capacities(case))


@rule("DK813", Severity.ERROR, applies=_applies, systems=ABOUT_PEOPLE)
def queue_overflow(case: Case) -> Iterator[Finding]:
    """People should be able to look at all the cases that are sent to them.

    A queue that gets more than it can work off does not get a little late, it grows
    every day until cases fall out at its end unseen. What waits there is either held
    up, a good customer without goods, or let pass, a bad one without a check. The
    threshold that fills the queue has to be set by the people behind it.

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
    workload, capacities = case.design.workload, _capacities(case)
    alerts = workload.alerts_per_day if workload else None
    capacity = sum(a_day for _, a_day, _ in capacities)
    if alerts and alerts.value > capacity:
        written = " + ".join(text for *_, text in capacities)
        yield Finding(
            ("workload", "alerts-per-day"),
            f"{alerts} cases a day meet a capacity of {written}: "
            f"{shown_count(alerts.value - capacity)} more each day wait for nobody",
            related=tuple((path, "decided here") for path, *_ in capacities),
        )


def _capacities(case: Case) -> tuple[tuple[Path, float, str], ...]:
    """Return what people decide in a day: where it is stated, how much, as written.

    The queues say it, all of them, or else the workload does.
    """
    queues = case.of_kind("review-queue")
    stated = [(queue.id, queue.quantity("capacity")) for queue in queues]
    found = tuple(
        (("components", id, "capacity"), rate.value * DAY, str(rate))
        for id, rate in stated
        if rate
    )
    workload = case.design.workload
    total = workload.review_capacity if workload else None
    if total and len(found) < max(len(queues), 1):
        return ((("workload", "review-capacity"), total.value, f"{total} a day"),)
    return found if len(found) == len(queues) else ()
