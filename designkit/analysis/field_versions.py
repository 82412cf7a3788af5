"""Versions in the field: how late devices run them, how often a new one comes."""

from collections.abc import Iterator
from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.analysis.on_device import models_on
from designkit.analysis.renewal import Time, renewal_of
from designkit.model.component import Component
from designkit.model.problem import PERCENTILES
from designkit.quantities.quantity import Quantity

DELAY = "update-delay"


@dataclass(frozen=True, slots=True)
class Lateness:
    """How late a part of a fleet runs a version: `percentile` is ``p90`` for 90%."""

    device: Component
    percentile: str
    delay: Quantity

    @property
    def path(self) -> tuple[str, ...]:
        """Where it is stated."""
        return ("components", self.device.id, DELAY, self.percentile)

    @property
    def share(self) -> float:
        """The part of the fleet that is no later."""
        return float(f"0.{self.percentile.removeprefix('p')}")


def lateness(facts: Facts, device: Component) -> tuple[Lateness, ...]:
    """Return how late the parts of a fleet are, as it states, the quickest first."""
    return tuple(_lateness(facts, device))


def _lateness(facts: Facts, device: Component) -> Iterator[Lateness]:
    for name in PERCENTILES:
        delay = facts.quantity("components", device.id, DELAY, name)
        if delay and delay.high:
            yield Lateness(device, name, delay)


def update_interval(facts: Facts, device: Component) -> Time | None:
    """Return how often devices are offered a new version, if a design states it.

    As the device says, else as the model on it that is made anew most often.
    """
    times = update_intervals(facts, device)
    known = (it for it in times if it.least or it.path[0] == "components")
    return min(known, key=lambda interval: interval.least, default=None)


def update_intervals(facts: Facts, device: Component) -> tuple[Time, ...]:
    """Return the times of which the shortest says how often there is a new version."""
    if own := device.quantity("update-interval"):
        return (Time(("components", device.id, "update-interval"), own),)
    models = models_on(facts.design, device)
    found = (renewal_of(id, facts.graph).interval for id in models)
    return tuple(interval for interval in found if interval)
