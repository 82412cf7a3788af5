"""Monitors of a release: what each watches, and how soon it can say anything."""

from collections.abc import Iterator
from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.model.component import Component
from designkit.quantities.quantity import Quantity

LATE = frozenset({"model-quality", "calibration", "fairness"})
"""What can be watched only where there are labels."""

PEOPLE = ("human-labeling", "review-queue")
"""Where people judge cases, before the outcome is there."""

SAID = ("alert", "metric")
"""What a monitor tells those who decide."""


def watchers(facts: Facts, deployer: Component) -> tuple[Component, ...]:
    """Return the monitors that tell `deployer` something."""
    before = facts.ancestors((deployer.id,), *SAID)
    return tuple(part for part in facts.of_kind("monitor") if part.id in before)


@dataclass(frozen=True, slots=True)
class FirstWord:
    """When a monitor can speak first, in seconds, and what it waits for till then."""

    seconds: float
    waits_for: str
    time: Quantity


def first_word(facts: Facts, monitor: Component) -> FirstWord | None:
    """Return the time after which half of what `monitor` needs is there, if known.

    Its window slides, so that a change shows once it fills half of it; what watches
    nothing but quality waits for half of the labels as well.
    """
    return max(_words(facts, monitor), key=lambda word: word.seconds, default=None)


def _words(facts: Facts, monitor: Component) -> Iterator[FirstWord]:
    if window := monitor.quantity("window"):
        yield FirstWord(window.low / 2, "half of its window of", window)
    watched = monitor.texts("watch")
    judged = any(facts.flows_from(part.id, "label") for part in facts.of_kind(*PEOPLE))
    labels = facts.outcomes.of_any.median
    if labels and watched and LATE.issuperset(watched) and not judged:
        yield FirstWord(labels.low, "half of the labels, which take", labels)
