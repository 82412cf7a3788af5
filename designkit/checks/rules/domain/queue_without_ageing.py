"""DK855 queue-without-ageing."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.quantities.durations import DAY

BY_TIME = frozenset({"arrival", "due"})
"""Orders in which a case comes nearer as it waits."""

LIMITS = ("sla", "ageing")
"""Attributes that say that no case waits for ever."""


@rule("DK855", Severity.WARNING, kinds=("review-queue",))
def queue_without_ageing(facts: Facts) -> Iterator[Finding]:
    """A queue that takes the gravest case first should bring up what has waited.

    As long as graver cases keep coming, the one at the bottom is never looked at. On a
    calm day nobody sees it, since the queue runs empty; in the week of an attack, or
    with two people ill, a mild case waits for a month, and to the person behind it a
    held payment or a hidden post is not mild. No report shows it: the time of the cases
    that were decided is fine.

    It asks of a queue that states a `priority` or an `order`; one whose order is that
    in which cases came, or are due, has its ageing in it. While no order is stated, it
    only asks for it.

    Bad:
    ```yaml
    components:
      score: {kind: model-server}
      review:                                       # <- the mild wait for ever
        kind: review-queue
        order: importance
        priority: expected loss
    ```

    Good:
    ```yaml
    components:
      score: {kind: model-server}
      review: {kind: review-queue, priority: expected loss, sla: 24 h}
      bench:
        kind: review-queue
        priority: severity
        ageing: one step up for each day of waiting
      inbox: {kind: review-queue, order: arrival}
    ```

    Fix: State the time within which each case is decided (sla), or let a case rise as
    it waits (ageing), and watch the age of the oldest one.

    Source: Silberschatz, Galvin and Gagne 2018, Operating System Concepts, chapter 5,
    on starvation under priority scheduling, and ageing.
    """
    for queue in facts.of_kind("review-queue"):
        states = [facts.state("components", queue.id, name) for name in LIMITS]
        order, first = queue.texts("order"), queue.texts("priority")
        is_by_time = not BY_TIME.isdisjoint(order)
        if not (order or first) or is_by_time or State.PRESENT in states:
            continue
        surely = State.ABSENT in states or _overflows(facts, queue)
        yield Finding(
            ("components", queue.id, "sla"),
            f"{queue.id} takes cases by {(*first, *order)[0]}, and nothing limits how "
            "long the last of them waits",
            unstated=not (order and surely),
        )


def _overflows(facts: Facts, queue: Component) -> bool:
    """Whether more cases come than the only queue can decide, as far as is stated."""
    workload, capacity = facts.design.workload, queue.quantity("capacity")
    arriving = workload.alerts_per_day if workload else None
    if not arriving or not capacity or len(facts.of_kind("review-queue")) > 1:
        return False
    return arriving.low > capacity.high * DAY
